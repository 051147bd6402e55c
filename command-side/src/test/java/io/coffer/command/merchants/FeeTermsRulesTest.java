package io.coffer.command.merchants;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.CAROL;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.People.STRANGER;
import static io.coffer.command.merchants.Shop.ASKED;
import static io.coffer.command.merchants.Shop.B;
import static io.coffer.command.merchants.Shop.LENT;
import static io.coffer.command.merchants.Shop.LIMIT;
import static io.coffer.command.merchants.Shop.OPENED;
import static io.coffer.command.merchants.Shop.fund;
import static io.coffer.command.merchants.Shop.reserve;
import static io.coffer.command.merchants.Shop.set;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.coffer.api.approvals.ApprovalRejection.ApprovalExpired;
import io.coffer.api.approvals.ApprovalRejection.ApprovalMissing;
import io.coffer.api.approvals.ApprovalRejection.ApproversInsufficient;
import io.coffer.api.approvals.ApprovalRejection.DigestDiffers;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.KernelRejection.AlreadyExists;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.merchants.FeeAccountCommand.AttachFeeAccountNumber;
import io.coffer.api.merchants.FeeAccountCommand.ChangeStanding;
import io.coffer.api.merchants.FeeAccountCommand.OpenFeeAccount;
import io.coffer.api.merchants.FeeAccountCommand.RequestAdvanceLimit;
import io.coffer.api.merchants.FeeAccountCommand.SetAdvanceLimit;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitRequested;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitSet;
import io.coffer.api.merchants.FeeAccountEvent.FeeAccountNumberAttached;
import io.coffer.api.merchants.FeeAccountEvent.StandingChanged;
import io.coffer.api.merchants.FeeAccountRejection.AdvanceLimitNotRequested;
import io.coffer.api.merchants.FeeAccountRejection.AdvanceLimitTooHigh;
import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.money.Money;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A fee account")
class FeeTermsRulesTest {

    private static final OpenFeeAccount OPEN = new OpenFeeAccount(B, Sale.CUSTODY);
    private static final RequestAdvanceLimit ASK = new RequestAdvanceLimit(B, LIMIT);
    private static final ChangeStanding FREEZE = new ChangeStanding(B, FeeAccountStanding.FROZEN, "COURT");
    private static final AttachFeeAccountNumber ATTACH = new AttachFeeAccountNumber(B, Sale.NUMBER);

    @Test
    void is_opened_once_by_its_business_system() {
        unopened().when(OPEN, BUSINESS).records(OPENED);
        opened().when(OPEN, BUSINESS).isRefused(new AlreadyExists("MB:acme:M-1"));
        unopened().when(OPEN, STRANGER).isRefused(new NotFound("MB:acme:M-1"));
        unopened().when(OPEN, OPERATOR).isRefused(new NotPermitted(Set.of(Role.BUSINESS)));
    }

    @Test
    void that_was_never_opened_does_nothing() {
        unopened().when(fund("X-1", 1), POLICY).isRefused(new NotFound("MB:acme:M-1"));
        unopened().when(reserve("O-1", 1), BUSINESS).isRefused(new NotFound("MB:acme:M-1"));
        unopened().when(ASK, OPERATOR).isRefused(new NotFound("MB:acme:M-1"));
    }

    @Test
    void keeps_the_first_number_that_it_is_told() {
        opened().when(ATTACH, POLICY).records(new FeeAccountNumberAttached(B, Sale.NUMBER));
        opened().given(new FeeAccountNumberAttached(B, Sale.NUMBER))
                .when(ATTACH, POLICY)
                .changesNothing();
    }

    @Test
    void stands_as_people_of_the_institution_say() {
        opened().when(FREEZE, OPERATOR).records(new StandingChanged(B, FeeAccountStanding.FROZEN, "COURT"));
        frozen().when(FREEZE, OPERATOR).changesNothing();
        frozen().when(new ChangeStanding(B, FeeAccountStanding.FROZEN, "FRAUD"), OPERATOR)
                .records(new StandingChanged(B, FeeAccountStanding.FROZEN, "FRAUD"));
        frozen().when(new ChangeStanding(B, FeeAccountStanding.ACTIVE, "COURT"), OPERATOR)
                .records(new StandingChanged(B, FeeAccountStanding.ACTIVE, "COURT"));
    }

    @Test
    void is_lent_nothing_until_two_people_say_how_much() {
        opened().when(ASK, OPERATOR).records(ASKED);
        opened().given(ASKED)
                .when(new SetAdvanceLimit(B, 1, LIMIT, Optional.empty()), OPERATOR)
                .isRefused(new ApprovalMissing(1));
        opened().given(ASKED)
                .when(set(1, LIMIT, "olga"), POLICY)
                .isRefused(new ApproversInsufficient(1, List.of("olga")));
        opened().given(ASKED)
                .after(Duration.ofHours(24))
                .when(set(1, LIMIT, "carol"), POLICY)
                .isRefused(new ApprovalExpired(Scenario.NOON.plus(Duration.ofHours(24))));
        opened().given(ASKED)
                .when(set(1, LIMIT, "carol"), POLICY)
                .records(new AdvanceLimitSet(
                        B,
                        1,
                        LIMIT,
                        Optional.of(ApprovalRequestId.ofAdvanceLimit(B, 1).value())));
    }

    @Test
    void is_lent_what_was_asked_last_and_agreed_to() {
        var more = Money.yuan(30);
        var asksMore = new AdvanceLimitRequested(B, 2, more, "olga");

        opened().given(ASKED, LENT)
                .when(new RequestAdvanceLimit(B, more), OPERATOR)
                .records(asksMore);
        opened().when(set(1, LIMIT, "carol"), POLICY).isRefused(new AdvanceLimitNotRequested(1));
        opened().given(ASKED, LENT).when(set(1, LIMIT, "carol"), POLICY).isRefused(new AdvanceLimitNotRequested(1));
        opened().given(ASKED, asksMore).when(set(1, LIMIT, "carol"), POLICY).isRefused(new AdvanceLimitNotRequested(1));
        opened().given(ASKED).when(set(1, more, "carol"), POLICY).isRefused(new AdvanceLimitNotRequested(1));
        opened().given(ASKED, asksMore)
                .when(new SetAdvanceLimit(B, 2, more, set(2, LIMIT, "carol").approval()), POLICY)
                .isRefused(new DigestDiffers("AR:_:advance:acme:M-1:2"));
    }

    @Test
    void is_lent_ten_thousand_at_most() {
        var most = Money.yuan(10_000);

        opened().when(new RequestAdvanceLimit(B, most), OPERATOR)
                .records(new AdvanceLimitRequested(B, 1, most, "olga"));
        opened().when(new RequestAdvanceLimit(B, most.plus(Money.fen(1))), OPERATOR)
                .isRefused(new AdvanceLimitTooHigh(most));
        opened().when(new RequestAdvanceLimit(B, Money.ZERO), OPERATOR)
                .records(new AdvanceLimitRequested(B, 1, Money.ZERO, "olga"));
    }

    @Test
    void never_lends_to_itself_and_is_no_business_of_others() {
        opened().when(ASK, BUSINESS).isRefused(new NotPermitted(Set.of(Role.OPERATOR)));
        opened().given(ASKED)
                .when(set(1, LIMIT, "carol"), BUSINESS)
                .isRefused(new NotPermitted(Set.of(Role.OPERATOR, Role.POLICY)));
        opened().when(FREEZE, BUSINESS).isRefused(new NotPermitted(Set.of(Role.OPERATOR)));
        opened().when(FREEZE, CAROL).isRefused(new NotPermitted(Set.of(Role.OPERATOR)));
        opened().when(ATTACH, OPERATOR).isRefused(new NotPermitted(Set.of(Role.POLICY)));
        opened().when(fund("X-1", 1), BUSINESS).isRefused(new NotPermitted(Set.of(Role.POLICY)));
        opened().when(reserve("O-1", 1), OPERATOR).isRefused(new NotPermitted(Set.of(Role.BUSINESS, Role.POLICY)));
        opened().when(Shop.end("O-1"), BANK).isRefused(new NotPermitted(Set.of(Role.BUSINESS, Role.POLICY)));
        opened().when(reserve("O-1", 1), STRANGER).isRefused(new NotFound("MB:acme:M-1"));
    }

    @Test
    void has_one_beginning() {
        assertThatIllegalStateException().isThrownBy(() -> unopened().given(ASKED));
        assertThatIllegalStateException().isThrownBy(() -> opened().given(OPENED));
    }

    private static Scenario unopened() {
        return Scenario.of(new PureFeeAccount());
    }

    private static Scenario opened() {
        return unopened().given(OPENED);
    }

    private static Scenario frozen() {
        return opened().given(new StandingChanged(B, FeeAccountStanding.FROZEN, "COURT"));
    }
}
