package io.coffer.command.receipts;

import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutCommand.RegisterReturn;
import io.coffer.api.payouts.PayoutEvent.PayoutReturnContradicted;
import io.coffer.api.payouts.PayoutEvent.PayoutReturned;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSource.EscrowRelease;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.LineCommand.ConfirmReturnBooked;
import io.coffer.api.receipts.LineCommand.DeclineReturn;
import io.coffer.api.receipts.LineEvent.BankReturnBooked;
import io.coffer.api.receipts.LineEvent.BankReturnHandedOver;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Wishes;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The policy of bank lines")
class LinePolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final BankReceiptId LINE = Sale.receipt("X1");
    private static final PayoutId PAYOUT = PayoutId.ofRelease(Sale.ACCOUNT, "R-1");
    private static final Money AMOUNT = Money.yuan(100);
    private final Wishes policy = new Wishes(new LinePolicy());

    @Test
    void hands_a_return_to_its_payout_and_tells_the_line_what_that_refused() {
        policy.on(new BankReturnHandedOver(LINE, PAYOUT, AMOUNT, false))
                .gives(new RegisterReturn(PAYOUT, LINE, AMOUNT, DAY, "X1"))
                .inAnswerTo(LINE + "@1")
                .whenRefused(new NotFound(PAYOUT.value()), new DeclineReturn(LINE, PAYOUT, "NOT_FOUND"));
        policy.on(new BankReturnHandedOver(LINE, PAYOUT, AMOUNT, false, Optional.of(7)))
                .inAnswerTo(LINE + "@7");
        policy.on(new BankReturnHandedOver(LINE, PAYOUT, AMOUNT, true)).givesNothing();
    }

    @Test
    void frees_the_line_of_a_payout_that_the_bank_had_refused() {
        policy.on(new PayoutReturnContradicted(PAYOUT, Sale.CUSTODY, AMOUNT, LINE, DAY, "X1"))
                .gives(new DeclineReturn(LINE, PAYOUT, "CONTRADICTS_OUTCOME"))
                .whenRefused(new NotFound(LINE.value()));
    }

    @Test
    void tells_the_line_that_its_payout_booked_it() {
        policy.on(new PayoutReturned(
                        PAYOUT, new EscrowRelease(Sale.ACCOUNT, "R-1"), AMOUNT, Sale.CUSTODY, LINE, DAY, "X1"))
                .gives(new ConfirmReturnBooked(LINE, PAYOUT));
        policy.on(new BankReturnBooked(LINE, PAYOUT)).givesNothing();
    }
}
