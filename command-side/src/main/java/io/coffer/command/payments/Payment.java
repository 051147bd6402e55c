package io.coffer.command.payments;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.money.Money;
import io.coffer.api.payments.Capture;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.receipts.BankReceiptId;
import java.time.Instant;
import java.util.Optional;

/**
 * One payment that came for an order.
 *
 * @param paymentNo the channel's number, or the receipt
 * @param amount what its source holds: what came, and what a funder added
 * @param paidAt when the payer paid, as far as it is known; windows of refunds begin then
 */
record Payment(
        String paymentNo,
        Origin origin,
        Money amount,
        PaymentPlace place,
        Instant paidAt,
        Optional<BankAccountRef> payer) {

    /** How it came. */
    sealed interface Origin {

        record Captured(Capture capture) implements Origin {}

        record Received(BankReceiptId receipt) implements Origin {}
    }
}
