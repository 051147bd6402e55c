package io.coffer.command.payouts;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.payouts.Instructed.AMOUNT;
import static io.coffer.command.payouts.Instructed.ANNOUNCED;
import static io.coffer.command.payouts.Instructed.BACK_UNPAID;
import static io.coffer.command.payouts.Instructed.CREATED;
import static io.coffer.command.payouts.Instructed.DAY;
import static io.coffer.command.payouts.Instructed.FAILED;
import static io.coffer.command.payouts.Instructed.LINE;
import static io.coffer.command.payouts.Instructed.NOT_FOUND;
import static io.coffer.command.payouts.Instructed.PAID;
import static io.coffer.command.payouts.Instructed.PAYOUT;
import static io.coffer.command.payouts.Instructed.REFUSED;
import static io.coffer.command.payouts.Instructed.RETURNED;
import static io.coffer.command.payouts.Instructed.SUBMITTING;
import static io.coffer.command.payouts.Instructed.SUCCEEDED;
import static io.coffer.command.payouts.Instructed.UNKNOWN;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutCommand.ConfirmDebit;
import io.coffer.api.payouts.PayoutCommand.ConfirmPayout;
import io.coffer.api.payouts.PayoutCommand.RecordNotFound;
import io.coffer.api.payouts.PayoutCommand.RegisterReturn;
import io.coffer.api.payouts.PayoutCommand.SubmitPayout;
import io.coffer.api.payouts.PayoutEvent;
import io.coffer.api.payouts.PayoutEvent.PayoutOutcomeContradicted;
import io.coffer.api.payouts.PayoutEvent.PayoutResultUnknown;
import io.coffer.api.payouts.PayoutEvent.PayoutSubmitted;
import io.coffer.api.payouts.PayoutOutcome;
import io.coffer.api.payouts.PayoutRejection.AlreadyReturned;
import io.coffer.api.payouts.PayoutRejection.ContradictsOutcome;
import io.coffer.api.payouts.PayoutRejection.ReturnDiffers;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A payout that the bank gives back")
class ReturnRulesTest {

    private static final PayoutSubmitted TAKEN = new PayoutSubmitted(PAYOUT);
    private static final RegisterReturn BACK = back(LINE, AMOUNT);
    private static final RegisterReturn OTHER =
            new RegisterReturn(PAYOUT, Sale.receipt("BACK-2"), AMOUNT, DAY, "BACK-2");
    private static final ConfirmPayout SAYS_PAID = new ConfirmPayout(PAYOUT, PAID);
    private static final ConfirmPayout SAYS_REFUSED = new ConfirmPayout(PAYOUT, REFUSED);
    private static final List<List<PayoutEvent>> BEFORE_THE_OUTCOME = List.of(
            List.of(CREATED, SUBMITTING), List.of(CREATED, SUBMITTING, TAKEN), List.of(CREATED, SUBMITTING, UNKNOWN));

    @Test
    void comes_back_once_by_the_line_of_the_bank() {
        payout().given(CREATED, SUBMITTING, SUCCEEDED).when(BACK, BANK).records(RETURNED);
        payout().given(CREATED, SUBMITTING, SUCCEEDED).when(BACK, OPERATOR).records(RETURNED);
        payout().given(CREATED, SUBMITTING, SUCCEEDED, RETURNED)
                .when(BACK, POLICY)
                .changesNothing();
        payout().given(CREATED, SUBMITTING, SUCCEEDED, RETURNED)
                .when(OTHER, BANK)
                .isRefused(new AlreadyReturned(LINE.value()));
        payout().given(CREATED, SUBMITTING, SUCCEEDED)
                .when(BACK, BUSINESS)
                .isRefused(new NotPermitted(Set.of(Role.BANK_ADAPTER, Role.OPERATOR, Role.POLICY)));
    }

    @Test
    void told_before_its_outcome_waits_for_it_and_posts_nothing() {
        for (var history : BEFORE_THE_OUTCOME) {
            payout().given(history).when(BACK, BANK).records(ANNOUNCED);
            payout().given(history).given(ANNOUNCED).when(BACK, POLICY).changesNothing();
            payout().given(history).given(ANNOUNCED).when(OTHER, BANK).isRefused(new AlreadyReturned(LINE.value()));
        }
    }

    @Test
    void told_before_its_outcome_comes_back_with_the_success() {
        var debit = new ConfirmDebit(PAYOUT, (PayoutOutcome.Paid) PAID, AMOUNT, Sale.CUSTODY);

        for (var history : BEFORE_THE_OUTCOME) {
            payout().given(history).given(ANNOUNCED).when(SAYS_PAID, BANK).records(SUCCEEDED, RETURNED);
            payout().given(history).given(ANNOUNCED).when(debit, BANK).records(SUCCEEDED, RETURNED);
            payout().given(history)
                    .given(ANNOUNCED, SUCCEEDED, RETURNED)
                    .when(SAYS_PAID, BANK)
                    .changesNothing();
            payout().given(history)
                    .given(ANNOUNCED, SUCCEEDED, RETURNED)
                    .when(BACK, BANK)
                    .changesNothing();
        }
    }

    /** The bank denied the number and has executed it all the same; to send it again would be to trust the wrong answer. */
    @Test
    void that_was_denied_is_asked_about_and_never_sent_again() {
        var unknown = new PayoutResultUnknown(PAYOUT, "the bank gives back what it did not know");

        payout().given(CREATED, SUBMITTING, UNKNOWN, NOT_FOUND).when(BACK, BANK).records(ANNOUNCED, unknown);
        payout().given(CREATED, SUBMITTING, UNKNOWN, NOT_FOUND, ANNOUNCED, unknown)
                .after(Duration.ofDays(1))
                .when(new SubmitPayout(PAYOUT, false), POLICY)
                .isRefused(new NotInThisState("UNKNOWN", List.of("CREATED", "NOT_FOUND")));
        payout().given(CREATED, SUBMITTING, UNKNOWN, NOT_FOUND, ANNOUNCED, unknown)
                .when(new RecordNotFound(PAYOUT), POLICY)
                .changesNothing();
        payout().given(CREATED, SUBMITTING, UNKNOWN, NOT_FOUND, ANNOUNCED, unknown)
                .when(SAYS_PAID, BANK)
                .records(SUCCEEDED, RETURNED);
    }

    @Test
    void that_failed_is_a_contradiction_and_no_money_whichever_is_told_first() {
        payout().given(CREATED, SUBMITTING, ANNOUNCED).when(SAYS_REFUSED, BANK).records(FAILED, BACK_UNPAID);
        payout().given(CREATED, SUBMITTING, FAILED).when(BACK, BANK).records(BACK_UNPAID);
        payout().given(CREATED, SUBMITTING, FAILED, BACK_UNPAID)
                .when(BACK, OPERATOR)
                .isRefused(new ContradictsOutcome("FAILED"));
        payout().given(CREATED, SUBMITTING, FAILED, BACK_UNPAID)
                .when(OTHER, BANK)
                .isRefused(new AlreadyReturned(LINE.value()));
        payout().given(CREATED, SUBMITTING, ANNOUNCED, FAILED, BACK_UNPAID)
                .when(SAYS_REFUSED, BANK)
                .changesNothing();
        payout().given(CREATED, SUBMITTING, FAILED, BACK_UNPAID)
                .when(SAYS_PAID, BANK)
                .records(new PayoutOutcomeContradicted(PAYOUT, Sale.CUSTODY, REFUSED, PAID));
    }

    @Test
    void comes_back_whole_and_to_where_it_left_from() {
        var less = AMOUNT.minus(Sale.ONE_FEN);
        var more = AMOUNT.plus(Sale.ONE_FEN);
        var elsewhere = BankReceiptId.of(new CustodyAccount("104100000004", "1"), DAY, "BACK-1");
        var custody = Sale.CUSTODY.subLedger();

        for (var last : List.<PayoutEvent>of(SUCCEEDED, UNKNOWN, FAILED)) {
            payout().given(CREATED, SUBMITTING, last)
                    .when(back(LINE, less), BANK)
                    .isRefused(new ReturnDiffers(AMOUNT, less, custody));
            payout().given(CREATED, SUBMITTING, last)
                    .when(back(LINE, more), BANK)
                    .isRefused(new ReturnDiffers(AMOUNT, more, custody));
            payout().given(CREATED, SUBMITTING, last)
                    .when(back(elsewhere, AMOUNT), BANK)
                    .isRefused(new ReturnDiffers(AMOUNT, AMOUNT, custody));
        }
    }

    @Test
    void was_sent_before() {
        payout().given(CREATED)
                .when(BACK, BANK)
                .isRefused(new NotInThisState(
                        "CREATED", List.of("SUBMITTING", "SUBMITTED", "UNKNOWN", "NOT_FOUND", "PAID")));
    }

    @Test
    void keeps_its_outcome_and_is_never_sent_again() {
        payout().given(CREATED, SUBMITTING, SUCCEEDED, RETURNED)
                .after(Duration.ofDays(1))
                .when(new SubmitPayout(PAYOUT, false), POLICY)
                .isRefused(new NotInThisState("RETURNED", List.of("CREATED", "NOT_FOUND")));
        payout().given(CREATED, SUBMITTING, SUCCEEDED, RETURNED)
                .when(SAYS_PAID, BANK)
                .changesNothing();
        payout().given(CREATED, SUBMITTING, SUCCEEDED, RETURNED)
                .when(SAYS_REFUSED, BANK)
                .records(new PayoutOutcomeContradicted(PAYOUT, Sale.CUSTODY, PAID, REFUSED));
    }

    private static RegisterReturn back(BankReceiptId line, Money amount) {
        return new RegisterReturn(PAYOUT, line, amount, DAY, "BACK-1");
    }

    private static Scenario payout() {
        return Scenario.of(new PurePayout());
    }
}
