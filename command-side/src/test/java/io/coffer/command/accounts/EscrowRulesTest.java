package io.coffer.command.accounts;

import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.DEED;
import static io.coffer.command.accounts.Sale.NUMBER;
import static io.coffer.command.accounts.Sale.ONE_FEN;
import static io.coffer.command.accounts.Sale.opened;
import static io.coffer.command.accounts.Sale.payout;
import static io.coffer.command.accounts.Sale.receipt;
import static io.coffer.command.accounts.Sale.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.accounts.AgreementCommand.AmendTerms;
import io.coffer.api.accounts.AgreementCommand.AttachVirtualAccount;
import io.coffer.api.accounts.AgreementCommand.SignEscrowAgreement;
import io.coffer.api.accounts.AgreementCommand.SignSupplement;
import io.coffer.api.accounts.ClosureCommand.CancelBeforeFunding;
import io.coffer.api.accounts.ClosureCommand.CloseAccount;
import io.coffer.api.accounts.ClosureCommand.ConfirmClosure;
import io.coffer.api.accounts.ConditionCommand.ConfirmReleaseCondition;
import io.coffer.api.accounts.DeductionCommand.DeductByCourtOrder;
import io.coffer.api.accounts.DeductionCommand.RejectDeduction;
import io.coffer.api.accounts.DeductionCommand.RequestDeduction;
import io.coffer.api.accounts.EscrowCommand;
import io.coffer.api.accounts.FreezeCommand.ExpireFreeze;
import io.coffer.api.accounts.FreezeCommand.FreezeFunds;
import io.coffer.api.accounts.FreezeCommand.RenewFreeze;
import io.coffer.api.accounts.FreezeCommand.RequestUnfreeze;
import io.coffer.api.accounts.FreezeCommand.UnfreezeFunds;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.FundingCommand.ConfirmExcessReturned;
import io.coffer.api.accounts.FundingCommand.CreditReceipt;
import io.coffer.api.accounts.FundingCommand.RecordExcessRefunding;
import io.coffer.api.accounts.FundingCommand.ReverseCredit;
import io.coffer.api.accounts.HoldbackCommand.AcceptHoldbackClaim;
import io.coffer.api.accounts.HoldbackCommand.ClaimHoldback;
import io.coffer.api.accounts.HoldbackCommand.ConfirmHandover;
import io.coffer.api.accounts.HoldbackCommand.CreditHoldback;
import io.coffer.api.accounts.HoldbackCommand.DisputeHoldbackClaim;
import io.coffer.api.accounts.HoldbackCommand.ExpireObjection;
import io.coffer.api.accounts.HoldbackCommand.HoldBack;
import io.coffer.api.accounts.HoldbackCommand.RejectHoldbackSettlement;
import io.coffer.api.accounts.HoldbackCommand.RequestHoldbackSettlement;
import io.coffer.api.accounts.HoldbackCommand.SettleHoldback;
import io.coffer.api.accounts.HoldbackCommand.WithdrawHoldbackClaim;
import io.coffer.api.accounts.PayeeCommand.ApprovePayeeChange;
import io.coffer.api.accounts.PayeeCommand.BindPayee;
import io.coffer.api.accounts.PayeeCommand.ChangePayee;
import io.coffer.api.accounts.PayeeCommand.RejectPayeeChange;
import io.coffer.api.accounts.ReleaseCommand.ApproveRelease;
import io.coffer.api.accounts.ReleaseCommand.ConfirmReleasePaid;
import io.coffer.api.accounts.ReleaseCommand.FailRelease;
import io.coffer.api.accounts.ReleaseCommand.RejectRelease;
import io.coffer.api.accounts.ReleaseCommand.RequestRelease;
import io.coffer.api.accounts.ReleaseCondition;
import io.coffer.api.accounts.ReturnCommand.ConfirmReissuePaid;
import io.coffer.api.accounts.ReturnCommand.ConfirmReleaseReturned;
import io.coffer.api.accounts.ReturnCommand.FailReissue;
import io.coffer.api.accounts.ReturnCommand.RecordLegReturned;
import io.coffer.api.accounts.ReturnCommand.ReissueLeg;
import io.coffer.api.accounts.ReturnCommand.ReissueRelease;
import io.coffer.api.accounts.ReturnCommand.RejectReissue;
import io.coffer.api.accounts.ReturnCommand.RequestReissue;
import io.coffer.api.accounts.ReturnCommand.RestoreReturned;
import io.coffer.api.accounts.ReturnCommand.VerifyLegReissue;
import io.coffer.api.accounts.TerminationCommand.AgreeTerminationPlan;
import io.coffer.api.accounts.TerminationCommand.ExecuteTermination;
import io.coffer.api.accounts.TerminationCommand.RejectTerminationPlan;
import io.coffer.api.accounts.TerminationCommand.RequestTermination;
import io.coffer.api.accounts.TerminationCommand.WithdrawTermination;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.People;
import io.coffer.command.kernel.Scenario;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Who may command an escrow account")
class EscrowRulesTest {

    private static final Set<Role> BUSINESS = Set.of(Role.BUSINESS);
    private static final Set<Role> POLICY = Set.of(Role.POLICY);
    private static final Set<Role> OWNERS = Set.of(Role.BUSINESS, Role.OPERATOR);
    private static final Set<Role> OPERATOR = Set.of(Role.OPERATOR);
    private static final Set<Role> HOLDERS = Set.of(Role.BUSINESS, Role.OPERATOR);
    private static final Set<Role> EITHER = Set.of(Role.BUSINESS, Role.POLICY);

    private static final Map<EscrowCommand, Set<Role>> ALLOWED = Map.ofEntries(
            Map.entry(Sale.open(), BUSINESS),
            Map.entry(new AmendTerms(ACCOUNT, Sale.TERMS), BUSINESS),
            Map.entry(new CancelBeforeFunding(ACCOUNT, "X"), BUSINESS),
            Map.entry(new ConfirmReleaseCondition(ACCOUNT, ReleaseCondition.BUYER_CONFIRMED, List.of(DEED)), BUSINESS),
            Map.entry(new BindPayee(ACCOUNT, Sale.SELLER, List.of(DEED)), BUSINESS),
            Map.entry(new RequestRelease(ACCOUNT, "R-1", "S-1", ONE_FEN), BUSINESS),
            Map.entry(new CloseAccount(ACCOUNT), BUSINESS),
            Map.entry(new ApproveRelease(ACCOUNT, "R-1", "S-1", ONE_FEN, Optional.empty()), EITHER),
            Map.entry(new RejectRelease(ACCOUNT, "R-1", "X"), EITHER),
            Map.entry(new AttachVirtualAccount(ACCOUNT, NUMBER), POLICY),
            Map.entry(CreditReceipt.unseen(ACCOUNT, receipt("X1"), ONE_FEN, Sale.CUSTODY, Optional.empty()), POLICY),
            Map.entry(new CreditHoldback(ACCOUNT, receipt("X1"), ONE_FEN, Sale.CUSTODY), POLICY),
            Map.entry(new ReverseCredit(ACCOUNT, receipt("X1"), 1, Optional.empty()), POLICY),
            Map.entry(new RecordExcessRefunding(ACCOUNT, receipt("X1")), POLICY),
            Map.entry(new ConfirmExcessReturned(ACCOUNT, receipt("X1")), POLICY),
            Map.entry(new ConfirmReleasePaid(ACCOUNT, "R-1", payout("R-1")), POLICY),
            Map.entry(new FailRelease(ACCOUNT, "R-1", payout("R-1"), "X"), POLICY),
            Map.entry(new SignEscrowAgreement(ACCOUNT, List.of()), BUSINESS),
            Map.entry(new SignSupplement(ACCOUNT, 1, Sale.TERMS, List.of()), BUSINESS),
            Map.entry(new ChangePayee(ACCOUNT, Sale.SELLER, List.of(DEED)), BUSINESS),
            Map.entry(new ApprovePayeeChange(ACCOUNT, 1, Sale.SELLER, List.of(DEED), Optional.empty()), EITHER),
            Map.entry(new RejectPayeeChange(ACCOUNT, 1, "X"), EITHER),
            Map.entry(new ConfirmReleaseReturned(ACCOUNT, "R-1", payout("R-1")), POLICY),
            Map.entry(new RequestReissue(ACCOUNT, "R-1"), OWNERS),
            Map.entry(new RecordLegReturned(ACCOUNT, "R-1", payout("R-1")), POLICY),
            Map.entry(new VerifyLegReissue(ACCOUNT, "R-1"), OWNERS),
            Map.entry(new ReissueLeg(ACCOUNT, "R-1", 2, Sale.SELLER.account(), Sale.LOAN), POLICY),
            Map.entry(new RestoreReturned(ACCOUNT, "R-1"), OWNERS),
            Map.entry(
                    new RejectReissue(ACCOUNT, "R-1", payout("R-1"), "X"),
                    Set.of(Role.BUSINESS, Role.OPERATOR, Role.POLICY)),
            Map.entry(
                    new ReissueRelease(
                            ACCOUNT, "R-1", payout("R-1"), payout("R-1"), Sale.SELLER, ONE_FEN, Optional.empty()),
                    EITHER),
            Map.entry(new ConfirmReissuePaid(ACCOUNT, "R-1", payout("R-1")), POLICY),
            Map.entry(new FailReissue(ACCOUNT, "R-1", payout("R-1"), "X"), POLICY),
            Map.entry(new ConfirmClosure(ACCOUNT), POLICY),
            Map.entry(freeze(FreezeKind.DISPUTE), HOLDERS),
            Map.entry(freeze(FreezeKind.DOC_PENDING), HOLDERS),
            Map.entry(freeze(FreezeKind.JUDICIAL), OPERATOR),
            Map.entry(freeze(FreezeKind.EMERGENCY_STOP), OPERATOR),
            Map.entry(freeze(FreezeKind.RISK), OPERATOR),
            Map.entry(new RenewFreeze(ACCOUNT, "F-1", Optional.empty(), List.of()), HOLDERS),
            Map.entry(new RequestUnfreeze(ACCOUNT, "F-1", "B-1", List.of()), HOLDERS),
            Map.entry(new UnfreezeFunds(ACCOUNT, "F-1", 1, "B-1", List.of(), Optional.empty()), POLICY),
            Map.entry(new ExpireFreeze(ACCOUNT, "F-1"), POLICY),
            Map.entry(new RequestDeduction(ACCOUNT, "D-1", "F-1", ONE_FEN, Sale.SELLER.account(), List.of()), OPERATOR),
            Map.entry(
                    new DeductByCourtOrder(
                            ACCOUNT, "D-1", "F-1", ONE_FEN, Sale.SELLER.account(), List.of(), Optional.empty()),
                    POLICY),
            Map.entry(new RejectDeduction(ACCOUNT, "D-1", "X"), POLICY),
            Map.entry(new HoldBack(ACCOUNT), BUSINESS),
            Map.entry(new ClaimHoldback(ACCOUNT, "C-1", "B-1", ONE_FEN, List.of(DEED)), BUSINESS),
            Map.entry(new AcceptHoldbackClaim(ACCOUNT, "C-1", "S-1", List.of(DEED)), BUSINESS),
            Map.entry(new DisputeHoldbackClaim(ACCOUNT, "C-1", "S-1", List.of(DEED)), BUSINESS),
            Map.entry(new WithdrawHoldbackClaim(ACCOUNT, "C-1", "X"), BUSINESS),
            Map.entry(new ExpireObjection(ACCOUNT, "C-1"), POLICY),
            Map.entry(new ConfirmHandover(ACCOUNT, List.of()), BUSINESS),
            Map.entry(new RequestHoldbackSettlement(ACCOUNT, List.of()), BUSINESS),
            Map.entry(new SettleHoldback(ACCOUNT, 1, List.of(), Optional.empty()), EITHER),
            Map.entry(new RejectHoldbackSettlement(ACCOUNT, 1, "X"), EITHER),
            Map.entry(new RequestTermination(ACCOUNT, "X", List.of(DEED)), BUSINESS),
            Map.entry(new WithdrawTermination(ACCOUNT, "X"), BUSINESS),
            Map.entry(new AgreeTerminationPlan(ACCOUNT, List.of(), List.of()), BUSINESS),
            Map.entry(new ExecuteTermination(ACCOUNT, 1, List.of(), Optional.empty()), POLICY),
            Map.entry(new RejectTerminationPlan(ACCOUNT, 1, "X"), EITHER));

    static Stream<EscrowCommand> commands() {
        return ALLOWED.keySet().stream();
    }

    @Test
    void is_known_for_every_command() {
        assertThat(ALLOWED.keySet().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Stream.of(EscrowCommand.class.getPermittedSubclasses())
                        .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void is_nobody_of_another_tenant_and_the_answer_is_that_of_a_missing_account(EscrowCommand command) {
        var notFound = new NotFound("EA:acme:C-1");

        scenario().given(opened()).when(command, People.STRANGER).isRefused(notFound);
        if (!command.equals(Sale.open())) {
            scenario().when(command, People.STRANGER).isRefused(notFound);
            scenario().when(command, People.BUSINESS).isRefused(notFound);
            scenario().when(command, People.POLICY).isRefused(notFound);
        }
    }

    @Test
    void opens_under_its_own_name_only() {
        scenario().when(Sale.open(), People.STRANGER).isRefused(new NotFound("EA:acme:C-1"));
        scenario().when(Sale.open(), People.OPERATOR).isRefused(new NotPermitted(BUSINESS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void is_who_has_one_of_the_commands_roles(EscrowCommand command) {
        var allowed = ALLOWED.getOrDefault(command, Set.of());

        for (var role : EnumSet.allOf(Role.class)) {
            var actor = Actor.institution("somebody", Set.of(role));
            var account = new PureEscrowAccount();
            account.apply(opened(), Scenario.NOON);
            var refusal = Decision.reject(new NotPermitted(allowed));
            var decision = account.decide(command, new Given(actor, Scenario.NOON));

            assertThat(decision.equals(refusal)).as("%s is kept away", role).isEqualTo(!allowed.contains(role));
        }
    }

    @Test
    void knows_no_history_that_begins_in_the_middle_or_twice() {
        var unopened = new PureEscrowAccount();
        assertThatThrownBy(() -> unopened.apply(Sale.bound(), Scenario.NOON)).isInstanceOf(IllegalStateException.class);

        unopened.apply(opened(), Scenario.NOON);
        Stream.of(opened(), Sale.approved("R-9", ONE_FEN), Sale.paid("R-9", ONE_FEN))
                .forEach(event -> assertThatThrownBy(() -> unopened.apply(event, Scenario.NOON))
                        .isInstanceOf(IllegalStateException.class));
    }

    @Test
    void sees_the_status_that_follows_from_the_money() {
        assertThat(Arrays.asList(status(List.of(opened())), status(Sale.funded()), status(Sale.releasable())))
                .containsExactly("OPENED", "FUNDED", "RELEASABLE");
    }

    private static FreezeFunds freeze(FreezeKind kind) {
        var order = new FreezeOrder("F-1", kind, "X", Optional.empty(), Optional.empty());
        return new FreezeFunds(ACCOUNT, order, Optional.empty(), List.of());
    }

    private static String status(List<? extends DomainEvent> events) {
        var account = new PureEscrowAccount();
        events.forEach(event -> account.apply(event, Scenario.NOON));
        return account.status();
    }
}
