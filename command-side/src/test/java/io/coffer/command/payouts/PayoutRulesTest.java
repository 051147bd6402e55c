package io.coffer.command.payouts;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.People.STRANGER;
import static io.coffer.command.kernel.Scenario.NOON;
import static io.coffer.command.payouts.Instructed.AMOUNT;
import static io.coffer.command.payouts.Instructed.CREATED;
import static io.coffer.command.payouts.Instructed.DAY;
import static io.coffer.command.payouts.Instructed.FAILED;
import static io.coffer.command.payouts.Instructed.FROM;
import static io.coffer.command.payouts.Instructed.NOT_FOUND;
import static io.coffer.command.payouts.Instructed.PAID;
import static io.coffer.command.payouts.Instructed.PAYEE;
import static io.coffer.command.payouts.Instructed.PAYOUT;
import static io.coffer.command.payouts.Instructed.REFUSED;
import static io.coffer.command.payouts.Instructed.SUBMITTING;
import static io.coffer.command.payouts.Instructed.SUCCEEDED;
import static io.coffer.command.payouts.Instructed.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.KernelRejection.AlreadyExists;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.payouts.PayoutCommand;
import io.coffer.api.payouts.PayoutCommand.AcceptPayout;
import io.coffer.api.payouts.PayoutCommand.ConfirmDebit;
import io.coffer.api.payouts.PayoutCommand.ConfirmPayout;
import io.coffer.api.payouts.PayoutCommand.CreatePayout;
import io.coffer.api.payouts.PayoutCommand.MarkUnknown;
import io.coffer.api.payouts.PayoutCommand.RecallPayout;
import io.coffer.api.payouts.PayoutCommand.RecordNotFound;
import io.coffer.api.payouts.PayoutCommand.SubmitPayout;
import io.coffer.api.payouts.PayoutEvent;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutEvent.PayoutOutcomeContradicted;
import io.coffer.api.payouts.PayoutEvent.PayoutSubmitted;
import io.coffer.api.payouts.PayoutEvent.PayoutSubmitting;
import io.coffer.api.payouts.PayoutOutcome;
import io.coffer.api.payouts.PayoutRejection.ContradictsOutcome;
import io.coffer.api.payouts.PayoutRejection.DebitDiffers;
import io.coffer.api.payouts.PayoutRejection.NotYetResendable;
import io.coffer.api.payouts.PayoutRejection.PayoutsStopped;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A payout")
class PayoutRulesTest {

    private static final PayoutSubmitted TAKEN = new PayoutSubmitted(PAYOUT);
    private static final CreatePayout CREATE = new CreatePayout(PAYOUT, FROM, AMOUNT, PAYEE, Sale.CUSTODY);
    private static final SubmitPayout SUBMIT = new SubmitPayout(PAYOUT, false);
    private static final AcceptPayout ACCEPT = new AcceptPayout(PAYOUT);
    private static final MarkUnknown UNCLEAR = new MarkUnknown(PAYOUT, "timeout");
    private static final RecordNotFound DENIED = new RecordNotFound(PAYOUT);
    private static final ConfirmPayout SAYS_PAID = new ConfirmPayout(PAYOUT, PAID);
    private static final ConfirmPayout SAYS_REFUSED = new ConfirmPayout(PAYOUT, REFUSED);

    @Test
    void takes_its_source_once() {
        payout().when(CREATE, POLICY).records(CREATED);
        payout().given(CREATED).when(CREATE, POLICY).isRefused(new AlreadyExists(PAYOUT.value()));
    }

    @Test
    void is_claimed_before_the_bank_is_called_and_by_one_caller() {
        payout().given(CREATED).when(SUBMIT, POLICY).records(SUBMITTING);
        assertNotClaimable("SUBMITTING", SUBMITTING);
        assertNotClaimable("SUBMITTED", SUBMITTING, TAKEN);
        assertNotClaimable("UNKNOWN", SUBMITTING, UNKNOWN);
        assertNotClaimable("PAID", SUBMITTING, SUCCEEDED);
        assertNotClaimable("FAILED", SUBMITTING, FAILED);
    }

    @Test
    void is_called_back_only_before_the_bank_is_called() {
        var recall = new RecallPayout(PAYOUT, "F-1");

        payout().given(CREATED)
                .when(recall, POLICY)
                .records(new PayoutFailed(PAYOUT, FROM, AMOUNT, "RECALLED", Optional.empty()));
        assertNotRecallable("SUBMITTING", SUBMITTING);
        assertNotRecallable("SUBMITTED", SUBMITTING, TAKEN);
        assertNotRecallable("NOT_FOUND", SUBMITTING, UNKNOWN, NOT_FOUND);
        assertNotRecallable("PAID", SUBMITTING, SUCCEEDED);
        assertNotRecallable("FAILED", new PayoutFailed(PAYOUT, FROM, AMOUNT, "RECALLED", Optional.empty()));
        payout().given(CREATED).when(recall, OPERATOR).isRefused(new NotPermitted(Set.of(Role.POLICY)));
    }

    private static void assertNotRecallable(String state, PayoutEvent... since) {
        payout().given(CREATED)
                .given(since)
                .when(new RecallPayout(PAYOUT, "F-1"), POLICY)
                .isRefused(new NotInThisState(state, List.of("CREATED")));
    }

    @Test
    void waits_while_payouts_are_stopped() {
        var stopped = new SubmitPayout(PAYOUT, true);
        var refusal = new PayoutsStopped(PAYOUT.value());

        payout().given(CREATED).when(stopped, POLICY).isRefused(refusal);
        payout().given(CREATED, SUBMITTING, UNKNOWN, NOT_FOUND)
                .after(Duration.ofHours(1))
                .when(stopped, POLICY)
                .isRefused(refusal);
    }

    /** The second half of T30 of {@code domain.md}: the same number again, after the quiet time. */
    @Test
    void denied_by_the_bank_is_sent_again_under_its_number_after_the_quiet_time() {
        var quiet = Duration.ofSeconds(30);

        payout().given(CREATED, SUBMITTING, UNKNOWN, NOT_FOUND)
                .after(quiet.minusNanos(1))
                .when(SUBMIT, POLICY)
                .isRefused(new NotYetResendable(NOON.plus(quiet)));
        payout().given(CREATED, SUBMITTING, UNKNOWN, NOT_FOUND)
                .after(quiet)
                .when(SUBMIT, POLICY)
                .records(new PayoutSubmitting(PAYOUT, 2));
    }

    @Test
    void counts_the_quiet_time_from_its_last_call() {
        payout().given(CREATED, SUBMITTING, UNKNOWN, NOT_FOUND)
                .after(Duration.ofMinutes(1))
                .given(new PayoutSubmitting(PAYOUT, 2), UNKNOWN, NOT_FOUND)
                .after(Duration.ofSeconds(29))
                .when(SUBMIT, POLICY)
                .isRefused(new NotYetResendable(NOON.plus(Duration.ofSeconds(90))));
    }

    @Test
    void taken_by_the_bank_waits_for_its_outcome() {
        payout().given(CREATED, SUBMITTING).when(ACCEPT, POLICY).records(TAKEN);
        for (PayoutEvent later : List.of(TAKEN, UNKNOWN, SUCCEEDED, FAILED)) {
            payout().given(CREATED, SUBMITTING, later).when(ACCEPT, POLICY).changesNothing();
        }
        payout().given(CREATED).when(ACCEPT, POLICY).changesNothing();
    }

    @Test
    void without_a_clear_answer_is_unknown() {
        payout().given(CREATED, SUBMITTING).when(UNCLEAR, POLICY).records(UNKNOWN);
        payout().given(CREATED, SUBMITTING, TAKEN).when(UNCLEAR, POLICY).records(UNKNOWN);
        payout().given(CREATED).when(UNCLEAR, POLICY).changesNothing();
        for (PayoutEvent later : List.of(UNKNOWN, SUCCEEDED, FAILED)) {
            payout().given(CREATED, SUBMITTING, later).when(UNCLEAR, POLICY).changesNothing();
        }
        payout().given(CREATED, SUBMITTING, UNKNOWN, NOT_FOUND)
                .when(UNCLEAR, POLICY)
                .changesNothing();
    }

    @Test
    void that_the_bank_does_not_know_has_not_failed() {
        payout().given(CREATED, SUBMITTING, UNKNOWN).when(DENIED, POLICY).records(NOT_FOUND);
        payout().given(CREATED, SUBMITTING, TAKEN).when(DENIED, POLICY).records(NOT_FOUND);
        payout().given(CREATED).when(DENIED, POLICY).changesNothing();
        payout().given(CREATED, SUBMITTING).when(DENIED, POLICY).changesNothing();
        payout().given(CREATED, SUBMITTING, UNKNOWN, NOT_FOUND)
                .when(DENIED, POLICY)
                .changesNothing();
        payout().given(CREATED, SUBMITTING, SUCCEEDED).when(DENIED, POLICY).changesNothing();
        payout().given(CREATED, SUBMITTING, FAILED).when(DENIED, POLICY).changesNothing();
    }

    @Test
    void takes_its_outcome_whenever_it_comes() {
        for (List<PayoutEvent> history : List.<List<PayoutEvent>>of(
                List.of(CREATED, SUBMITTING),
                List.of(CREATED, SUBMITTING, TAKEN),
                List.of(CREATED, SUBMITTING, UNKNOWN),
                List.of(CREATED, SUBMITTING, UNKNOWN, NOT_FOUND))) {
            payout().given(history).when(SAYS_PAID, BANK).records(SUCCEEDED);
            payout().given(history).when(SAYS_REFUSED, POLICY).records(FAILED);
        }
    }

    @Test
    void takes_the_same_outcome_once() {
        payout().given(CREATED, SUBMITTING, SUCCEEDED).when(SAYS_PAID, BANK).changesNothing();
        payout().given(CREATED, SUBMITTING, FAILED).when(SAYS_REFUSED, BANK).changesNothing();
    }

    @Test
    void keeps_the_first_outcome_and_tells_once_that_the_bank_contradicts_it() {
        var second = new PayoutOutcome.Paid("CORE-2", DAY);

        payout().given(CREATED, SUBMITTING, SUCCEEDED)
                .when(SAYS_REFUSED, BANK)
                .records(new PayoutOutcomeContradicted(
                        PAYOUT, Sale.CUSTODY, SAYS_PAID.outcome(), SAYS_REFUSED.outcome()));
        var twice = new PayoutOutcomeContradicted(PAYOUT, Sale.CUSTODY, SAYS_REFUSED.outcome(), SAYS_PAID.outcome());
        payout().given(CREATED, SUBMITTING, FAILED).when(SAYS_PAID, BANK).records(twice);
        payout().given(CREATED, SUBMITTING, FAILED, twice).when(SAYS_PAID, BANK).changesNothing();
        payout().given(CREATED, SUBMITTING, SUCCEEDED)
                .when(new ConfirmPayout(PAYOUT, second), BANK)
                .records(new PayoutOutcomeContradicted(PAYOUT, Sale.CUSTODY, SAYS_PAID.outcome(), second));
    }

    @Test
    void takes_no_second_reason_of_a_refusal() {
        payout().given(CREATED, SUBMITTING, FAILED)
                .when(new ConfirmPayout(PAYOUT, new PayoutOutcome.Refused("OTHER")), BANK)
                .isRefused(new ContradictsOutcome("FAILED"));
    }

    @Test
    void is_debited_whole_and_from_where_we_named() {
        var more = AMOUNT.plus(Sale.ONE_FEN);
        var elsewhere = new CustodyAccount("104100000004", "1");
        var paid = (PayoutOutcome.Paid) SAYS_PAID.outcome();

        payout().given(CREATED, SUBMITTING)
                .when(new ConfirmDebit(PAYOUT, paid, AMOUNT, Sale.CUSTODY), BANK)
                .records(SUCCEEDED);
        payout().given(CREATED, SUBMITTING, SUCCEEDED)
                .when(new ConfirmDebit(PAYOUT, paid, AMOUNT, Sale.CUSTODY), BANK)
                .changesNothing();
        payout().given(CREATED, SUBMITTING)
                .when(new ConfirmDebit(PAYOUT, paid, more, Sale.CUSTODY), BANK)
                .isRefused(new DebitDiffers(AMOUNT, more, Sale.CUSTODY.subLedger()));
        payout().given(CREATED, SUBMITTING, SUCCEEDED)
                .when(new ConfirmDebit(PAYOUT, paid, AMOUNT, elsewhere), BANK)
                .isRefused(new DebitDiffers(AMOUNT, AMOUNT, Sale.CUSTODY.subLedger()));
    }

    @Test
    void has_no_outcome_before_anybody_called_the_bank() {
        payout().given(CREATED).when(SAYS_PAID, BANK).isRefused(new ContradictsOutcome("never submitted"));
        payout().given(CREATED).when(SAYS_REFUSED, BANK).isRefused(new ContradictsOutcome("never submitted"));
    }

    @Test
    void does_not_exist_before_it_was_created_nor_for_another_tenant() {
        var notFound = new NotFound(PAYOUT.value());

        for (PayoutCommand command : List.of(SUBMIT, ACCEPT, UNCLEAR, DENIED, SAYS_PAID)) {
            payout().when(command, POLICY).isRefused(notFound);
            payout().given(CREATED).when(command, STRANGER).isRefused(notFound);
        }
        payout().when(CREATE, STRANGER).isRefused(notFound);
    }

    @Test
    void is_moved_by_policies_and_judged_by_the_bank() {
        for (PayoutCommand command : List.of(CREATE, SUBMIT, ACCEPT, UNCLEAR, DENIED)) {
            payout().given(CREATED).when(command, BANK).isRefused(new NotPermitted(Set.of(Role.POLICY)));
        }
        payout().when(CREATE, BUSINESS).isRefused(new NotPermitted(Set.of(Role.POLICY)));
        payout().given(CREATED)
                .when(SAYS_PAID, OPERATOR)
                .isRefused(new NotPermitted(Set.of(Role.BANK_ADAPTER, Role.POLICY)));
    }

    @Test
    void knows_no_history_that_begins_in_the_middle_or_twice() {
        assertThatThrownBy(() -> payout().given(SUBMITTING)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> payout().given(CREATED, CREATED)).isInstanceOf(IllegalStateException.class);
    }

    private static void assertNotClaimable(String stage, PayoutEvent... history) {
        payout().given(CREATED)
                .given(history)
                .after(Duration.ofDays(1))
                .when(SUBMIT, POLICY)
                .isRefused(new NotInThisState(stage, List.of("CREATED", "NOT_FOUND")));
    }

    private static Scenario payout() {
        return Scenario.of(new PurePayout());
    }
}
