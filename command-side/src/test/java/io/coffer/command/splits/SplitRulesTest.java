package io.coffer.command.splits;

import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.splits.Share.APPROVED;
import static io.coffer.command.splits.Share.BASE;
import static io.coffer.command.splits.Share.CONTRACT;
import static io.coffer.command.splits.Share.DEFINE;
import static io.coffer.command.splits.Share.DEFINED;
import static io.coffer.command.splits.Share.EXECUTED;
import static io.coffer.command.splits.Share.LEGS;
import static io.coffer.command.splits.Share.ORDER;
import static io.coffer.command.splits.Share.OTHER;
import static io.coffer.command.splits.Share.OTHER_TAKES;
import static io.coffer.command.splits.Share.REFUND;
import static io.coffer.command.splits.Share.RESERVED;
import static io.coffer.command.splits.Share.SPLIT;
import static io.coffer.command.splits.Share.STORE;
import static io.coffer.command.splits.Share.STORE_TAKES;
import static io.coffer.command.splits.Share.TERMS;
import static io.coffer.command.splits.Share.approve;
import static io.coffer.command.splits.Share.approved;
import static io.coffer.command.splits.Share.defined;
import static io.coffer.command.splits.Share.executed;
import static io.coffer.command.splits.Share.leg;
import static io.coffer.command.splits.Share.terms;
import static io.coffer.command.splits.Share.undefined;
import static io.coffer.command.splits.Share.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.approvals.ApprovalRejection.ApprovalMissing;
import io.coffer.api.approvals.ApprovalRejection.ApproversInsufficient;
import io.coffer.api.approvals.ApprovalRejection.DigestDiffers;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.splits.PayeeRefusal;
import io.coffer.api.splits.SplitCommand;
import io.coffer.api.splits.SplitCommand.AnswerForPayee;
import io.coffer.api.splits.SplitCommand.ApproveSplit;
import io.coffer.api.splits.SplitCommand.BlockSplit;
import io.coffer.api.splits.SplitCommand.CancelReturn;
import io.coffer.api.splits.SplitCommand.CancelSplit;
import io.coffer.api.splits.SplitCommand.DefineSplit;
import io.coffer.api.splits.SplitCommand.PromiseReturn;
import io.coffer.api.splits.SplitCommand.RecordReturnLeg;
import io.coffer.api.splits.SplitCommand.RecordSplitReserved;
import io.coffer.api.splits.SplitCommand.RejectSplit;
import io.coffer.api.splits.SplitCommand.ReturnSplit;
import io.coffer.api.splits.SplitEvent;
import io.coffer.api.splits.SplitEvent.SplitBlocked;
import io.coffer.api.splits.SplitEvent.SplitCancelled;
import io.coffer.api.splits.SplitEvent.SplitPayeeAnswered;
import io.coffer.api.splits.SplitEvent.SplitRejected;
import io.coffer.api.splits.SplitEvent.SplitReserved;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitRejection.SplitLegsTooMany;
import io.coffer.api.splits.SplitRejection.SplitNumberTaken;
import io.coffer.api.splits.SplitRejection.SplitPayeeTwice;
import io.coffer.api.splits.SplitRejection.SplitSumDiffers;
import io.coffer.api.splits.SplitRejection.SplitTermsDiffer;
import io.coffer.api.splits.SplitRejection.SplitsAreStopped;
import io.coffer.api.splits.SplitTerms;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.People;
import io.coffer.command.kernel.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A split")
class SplitRulesTest {

    private static final RecordSplitReserved RECORD = new RecordSplitReserved(SPLIT, Optional.of(Sale.CUSTODY));
    private static final BlockSplit BLOCK = new BlockSplit(SPLIT, Money.fen(1));
    private static final CancelSplit CANCEL = new CancelSplit(SPLIT, "NOT_WANTED");
    private static final RejectSplit REJECT = new RejectSplit(SPLIT, "NO");
    private static final SplitCancelled CANCELLED = new SplitCancelled(SPLIT, CONTRACT, "NOT_WANTED");
    private static final SplitRejected REJECTED = new SplitRejected(SPLIT, CONTRACT, "NO");
    private static final SplitBlocked SHORT = new SplitBlocked(SPLIT, CONTRACT, Money.fen(1), List.of());

    private static final Map<SplitCommand, Set<Role>> ALLOWED = Map.ofEntries(
            Map.entry(DEFINE, Set.of(Role.BUSINESS)),
            Map.entry(CANCEL, Set.of(Role.BUSINESS, Role.OPERATOR)),
            Map.entry(new ApproveSplit(SPLIT, TERMS, Optional.empty()), Set.of(Role.OPERATOR, Role.POLICY)),
            Map.entry(REJECT, Set.of(Role.POLICY)),
            Map.entry(RECORD, Set.of(Role.POLICY)),
            Map.entry(BLOCK, Set.of(Role.POLICY)),
            Map.entry(new AnswerForPayee(SPLIT, STORE, Optional.empty()), Set.of(Role.POLICY)),
            Map.entry(new PromiseReturn(SPLIT, REFUND, ORDER, LEGS), Set.of(Role.POLICY)),
            Map.entry(new ReturnSplit(SPLIT, REFUND), Set.of(Role.POLICY)),
            Map.entry(new RecordReturnLeg(SPLIT, REFUND, STORE, Money.ZERO), Set.of(Role.POLICY)),
            Map.entry(new CancelReturn(SPLIT, REFUND, "X"), Set.of(Role.POLICY)));

    static Stream<SplitCommand> commands() {
        return ALLOWED.keySet().stream();
    }

    @Test
    void has_a_rule_for_every_command() {
        assertThat(commands().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.of(SplitCommand.class.getPermittedSubclasses()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void is_nobody_of_another_tenant_and_the_answer_is_that_of_a_missing_one(SplitCommand command) {
        defined().when(command, People.STRANGER).isRefused(new NotFound("SI:acme:SP-1"));
        if (!command.equals(DEFINE)) {
            undefined().when(command, BUSINESS).isRefused(new NotFound("SI:acme:SP-1"));
            undefined().when(command, POLICY).isRefused(new NotFound("SI:acme:SP-1"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void is_commanded_by_those_who_may(SplitCommand command) {
        var roles = ALLOWED.getOrDefault(command, Set.of());
        for (var actor : List.of(BUSINESS, OPERATOR, POLICY, People.AUDITOR, People.BANK, People.CAROL)) {
            if (roles.stream().noneMatch(actor::has)) {
                defined().when(command, actor).isRefused(new NotPermitted(roles));
            }
        }
        undefined().when(DEFINE, OPERATOR).isRefused(new NotPermitted(Set.of(Role.BUSINESS)));
    }

    @Test
    void is_approved_at_once_where_nobody_else_must_agree() {
        undefined().when(DEFINE, BUSINESS).records(DEFINED, APPROVED);
        var most = whole(4_999_999);
        undefined()
                .when(new DefineSplit(SPLIT, most), BUSINESS)
                .records(defined(most, 0), approved(most, Optional.empty()));
    }

    @Test
    void of_much_money_waits_for_other_people() {
        var one = whole(5_000_000);
        var stillOne = whole(100_000_000);
        var two = whole(100_000_001);

        undefined().when(new DefineSplit(SPLIT, one), BUSINESS).records(defined(one, 1));
        undefined().when(new DefineSplit(SPLIT, stillOne), BUSINESS).records(defined(stillOne, 1));
        undefined().when(new DefineSplit(SPLIT, two), BUSINESS).records(defined(two, 2));
    }

    /** T13 of {@code domain.md}. */
    @Test
    void adds_up_to_the_last_fen() {
        for (var wrong : List.of(BASE.plus(Sale.ONE_FEN), BASE.minus(Sale.ONE_FEN))) {
            undefined()
                    .when(new DefineSplit(SPLIT, terms(wrong, LEGS, 500)), BUSINESS)
                    .isRefused(new SplitSumDiffers(wrong, BASE));
        }
    }

    @Test
    void has_one_leg_for_each_of_its_payees() {
        undefined()
                .when(new DefineSplit(SPLIT, terms(BASE, List.of(leg(STORE, 5_000), leg(STORE, 5_000)), 0)), BUSINESS)
                .isRefused(new SplitPayeeTwice(STORE.value()));
    }

    @Test
    void has_between_one_and_fifty_legs() {
        undefined()
                .when(new DefineSplit(SPLIT, terms(BASE, List.of(), 10_000)), BUSINESS)
                .isRefused(new SplitLegsTooMany(50));
        undefined().when(new DefineSplit(SPLIT, many(51)), BUSINESS).isRefused(new SplitLegsTooMany(50));
        undefined()
                .when(new DefineSplit(SPLIT, many(50)), BUSINESS)
                .records(defined(many(50), 0), approved(many(50), Optional.empty()));
    }

    private static SplitTerms many(int legs) {
        return terms(
                Money.yuan(legs),
                IntStream.range(0, legs)
                        .mapToObj(no -> leg(MerchantFeeAccountId.of(People.ACME, "M-" + no), 1))
                        .toList(),
                0);
    }

    @Test
    void gives_nothing_of_another_tenant_and_nothing_to_one() {
        var others = new TenantId("other");
        var contract = MerchantContractId.of(others, "M-1", "C-1");
        var order = PaymentOrderId.of(others, "O-1");
        var payee = MerchantFeeAccountId.of(others, "M-1");
        var legs = new ArrayList<SplitLeg>(LEGS);
        legs.set(1, new SplitLeg(payee, Money.yuan(3_500)));

        refusedAsMissing(new SplitTerms(contract, ORDER, BASE, LEGS, Money.yuan(500)), contract.value());
        refusedAsMissing(new SplitTerms(CONTRACT, order, BASE, LEGS, Money.yuan(500)), order.value());
        refusedAsMissing(terms(BASE, legs, 500), payee.value());
    }

    private static void refusedAsMissing(SplitTerms terms, String what) {
        undefined().when(new DefineSplit(SPLIT, terms), BUSINESS).isRefused(new NotFound(what));
    }

    @Test
    void keeps_its_number() {
        defined().when(DEFINE, BUSINESS).changesNothing();
        executed().when(DEFINE, BUSINESS).changesNothing();
        defined().when(new DefineSplit(SPLIT, whole(1)), BUSINESS).isRefused(new SplitNumberTaken(SPLIT.value()));
    }

    @Test
    void is_agreed_to_word_for_word_by_enough_other_people() {
        var id = Optional.of("AR:acme:split:SP-1");
        var two = whole(100_000_001);

        undefined()
                .given(defined(TERMS, 1))
                .when(approve(TERMS, "carol"), POLICY)
                .records(approved(TERMS, id));
        undefined()
                .given(defined(TERMS, 1))
                .when(approve(TERMS, "acme-erp"), POLICY)
                .isRefused(new ApproversInsufficient(1, List.of("acme-erp")));
        undefined()
                .given(defined(two, 2))
                .when(approve(two, "carol"), POLICY)
                .isRefused(new ApproversInsufficient(2, List.of("carol")));
        undefined()
                .given(defined(two, 2))
                .when(approve(two, "carol", "carl"), POLICY)
                .records(approved(two, id));
        undefined()
                .given(defined(TERMS, 1))
                .when(new ApproveSplit(SPLIT, TERMS, Optional.empty()), POLICY)
                .isRefused(new ApprovalMissing(1));
        undefined()
                .given(defined(TERMS, 1))
                .when(approve(two, "carol"), POLICY)
                .isRefused(new SplitTermsDiffer(SPLIT.value()));
        undefined()
                .given(defined(TERMS, 1))
                .when(new ApproveSplit(SPLIT, TERMS, approve(two, "carol").approval()), POLICY)
                .isRefused(new DigestDiffers("AR:acme:split:SP-1"));
        defined(APPROVED)
                .when(approve(TERMS, "carol"), POLICY)
                .isRefused(new NotInThisState("APPROVED", List.of("PENDING_APPROVAL")));
    }

    @Test
    void ends_where_people_do_not_agree() {
        undefined().given(defined(TERMS, 1)).when(REJECT, POLICY).records(REJECTED);
        defined(REJECTED).when(REJECT, POLICY).changesNothing();
        defined(APPROVED).when(REJECT, POLICY).changesNothing();
        executed().when(REJECT, POLICY).changesNothing();
    }

    @Test
    void asks_its_payees_once_its_contract_has_set_the_money_aside() {
        defined(APPROVED).when(RECORD, POLICY).records(RESERVED);
        defined(APPROVED, RESERVED).when(RECORD, POLICY).changesNothing();
        executed().when(RECORD, POLICY).changesNothing();
        defined().when(RECORD, POLICY).isRefused(new NotInThisState("PENDING_APPROVAL", List.of("APPROVED")));
        defined(APPROVED, CANCELLED)
                .when(RECORD, POLICY)
                .isRefused(new NotInThisState("CANCELLED", List.of("APPROVED")));
        defined(APPROVED, SHORT).when(RECORD, POLICY).isRefused(new NotInThisState("BLOCKED", List.of("APPROVED")));
        defined(REJECTED).when(RECORD, POLICY).isRefused(new NotInThisState("REJECTED", List.of("APPROVED")));
    }

    /** A line without a place paid the order, or a contract of before kept none: the payees' accounts are compared all the same. */
    @Test
    void finds_where_its_payment_lies_where_the_contract_could_not_say_it() {
        defined(APPROVED)
                .when(new RecordSplitReserved(SPLIT, Optional.empty()), POLICY)
                .records(RESERVED);
        var elsewhere = new CustodyAccount("102100000021", "9999");
        defined(APPROVED)
                .when(new RecordSplitReserved(SPLIT, Optional.of(elsewhere)), POLICY)
                .records(new SplitReserved(SPLIT, LEGS, Optional.of(elsewhere)));
    }

    /** T14 of {@code domain.md}. */
    @Test
    void is_blocked_with_what_its_payment_lacks() {
        defined(APPROVED).when(BLOCK, POLICY).records(SHORT);
        defined(APPROVED, SHORT).when(BLOCK, POLICY).changesNothing();
        defined(APPROVED, CANCELLED).when(BLOCK, POLICY).changesNothing();
        executed().when(BLOCK, POLICY).changesNothing();
    }

    @Test
    void is_carried_out_when_the_last_payee_takes_its_leg() {
        defined(APPROVED, RESERVED).when(takes(STORE), POLICY).records(STORE_TAKES);
        defined(APPROVED, RESERVED, STORE_TAKES).when(takes(OTHER), POLICY).records(OTHER_TAKES, EXECUTED);
        defined(APPROVED, RESERVED, OTHER_TAKES).when(takes(STORE), POLICY).records(STORE_TAKES, EXECUTED);
    }

    /** What its contract has is not sure then (C5). What is on its way stops at the last moment, and the money stays where it is. */
    @Test
    void neither_begins_nor_is_carried_out_while_splits_of_its_merchant_are_stopped() {
        var stopped = new SplitsAreStopped("MB:acme:M-1");
        Scenario.of(PureSplit.halted()).when(DEFINE, BUSINESS).isRefused(stopped);
        Scenario.of(PureSplit.halted())
                .when(new DefineSplit(SPLIT, terms(BASE, LEGS, 499)), BUSINESS)
                .isRefused(new SplitSumDiffers(BASE, Money.yuan(9_999)));
        halted(DEFINED).when(DEFINE, BUSINESS).changesNothing();
        halted(DEFINED, APPROVED).when(RECORD, POLICY).records(RESERVED);
        halted(DEFINED, APPROVED, RESERVED).when(takes(STORE), POLICY).records(STORE_TAKES);
        halted(DEFINED, APPROVED, RESERVED, STORE_TAKES)
                .when(takes(OTHER), POLICY)
                .records(
                        OTHER_TAKES,
                        new SplitBlocked(SPLIT, CONTRACT, Money.ZERO, List.of(), Optional.of("SPLITS_ARE_STOPPED")));
        halted(DEFINED, APPROVED, RESERVED, STORE_TAKES)
                .when(refuses(OTHER, "NOT_FOUND"), POLICY)
                .records(
                        new SplitPayeeAnswered(SPLIT, OTHER, Optional.of("NOT_FOUND")),
                        new SplitBlocked(
                                SPLIT,
                                CONTRACT,
                                Money.ZERO,
                                List.of(new PayeeRefusal(OTHER, "NOT_FOUND")),
                                Optional.of("SPLITS_ARE_STOPPED")));
    }

    private static Scenario halted(SplitEvent... history) {
        return Scenario.of(PureSplit.halted()).given(history);
    }

    /** S4 of {@code domain.md}: all legs or none, and all reasons. */
    @Test
    void is_not_carried_out_at_all_where_a_payee_does_not_take_its_leg() {
        var frozen = new SplitPayeeAnswered(SPLIT, STORE, Optional.of("FEE_ACCOUNT_RESTRICTED"));
        var missing = new SplitPayeeAnswered(SPLIT, OTHER, Optional.of("NOT_FOUND"));
        var because = new PayeeRefusal(STORE, "FEE_ACCOUNT_RESTRICTED");

        defined(APPROVED, RESERVED)
                .when(refuses(STORE, "FEE_ACCOUNT_RESTRICTED"), POLICY)
                .records(frozen);
        defined(APPROVED, RESERVED, frozen)
                .when(takes(OTHER), POLICY)
                .records(OTHER_TAKES, new SplitBlocked(SPLIT, CONTRACT, Money.ZERO, List.of(because)));
        defined(APPROVED, RESERVED, frozen)
                .when(refuses(OTHER, "NOT_FOUND"), POLICY)
                .records(
                        missing,
                        new SplitBlocked(
                                SPLIT, CONTRACT, Money.ZERO, List.of(because, new PayeeRefusal(OTHER, "NOT_FOUND"))));
    }

    @Test
    void hears_each_answer_once_and_none_when_it_is_over() {
        defined(APPROVED, RESERVED, STORE_TAKES).when(takes(STORE), POLICY).changesNothing();
        defined(APPROVED, RESERVED, STORE_TAKES)
                .when(refuses(STORE, "NOT_FOUND"), POLICY)
                .changesNothing();
        defined(APPROVED, RESERVED)
                .when(takes(MerchantFeeAccountId.of(People.ACME, "M-9")), POLICY)
                .changesNothing();
        defined(APPROVED, RESERVED, CANCELLED).when(takes(STORE), POLICY).changesNothing();
        executed().when(takes(STORE), POLICY).changesNothing();
    }

    @Test
    void is_cancelled_before_its_payees_have_it() {
        defined().when(CANCEL, BUSINESS).records(CANCELLED);
        defined(APPROVED).when(CANCEL, OPERATOR).records(CANCELLED);
        defined(APPROVED, RESERVED, STORE_TAKES).when(CANCEL, BUSINESS).records(CANCELLED);
        defined(CANCELLED).when(CANCEL, BUSINESS).changesNothing();
        var allowed = List.of("PENDING_APPROVAL", "APPROVED", "RESERVED");
        executed().when(CANCEL, BUSINESS).isRefused(new NotInThisState("EXECUTED", allowed));
        defined(APPROVED, SHORT).when(CANCEL, BUSINESS).isRefused(new NotInThisState("BLOCKED", allowed));
    }

    private static AnswerForPayee takes(MerchantFeeAccountId payee) {
        return new AnswerForPayee(SPLIT, payee, Optional.empty());
    }

    private static AnswerForPayee refuses(MerchantFeeAccountId payee, String code) {
        return new AnswerForPayee(SPLIT, payee, Optional.of(code));
    }
}
