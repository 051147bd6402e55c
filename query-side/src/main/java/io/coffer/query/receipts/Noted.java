package io.coffer.query.receipts;

import io.coffer.api.receipts.LineEvent;
import io.coffer.api.receipts.LineEvent.BankReturnBooked;
import io.coffer.api.receipts.LineEvent.BankReturnDeclined;
import io.coffer.api.receipts.LineEvent.BankReturnHandedOver;
import io.coffer.api.receipts.LineEvent.BankReturnNoted;
import io.coffer.api.receipts.LineEvent.LineNoted;
import io.coffer.api.receipts.LineEvent.OwnTransferNoted;
import io.coffer.query.receipts.ReceiptState.Line;
import io.coffer.query.receipts.ReceiptState.Standing;
import io.coffer.query.receipts.ReceiptState.Status;
import java.util.List;
import java.util.Optional;

/** Lines that are no receipts, worked into their state. */
final class Noted {

    private Noted() {}

    static Line line(LineNoted event) {
        return new Line(
                event.amount(),
                event.receipt().place().orElseThrow(),
                event.virtualAccount(),
                event.payer(),
                event.remarkToken(),
                event instanceof OwnTransferNoted own ? own.payee() : Optional.empty());
    }

    static ReceiptState after(ReceiptState before, LineEvent event) {
        var standing = before.standing();
        return switch (event) {
            // Two people had said that it was no receipt.
            case BankReturnNoted e -> before.bookedAgain(line(e)).now(Standing.of(Status.RETURN_NOTED, List.of()));
            case OwnTransferNoted e -> before.bookedAgain(line(e)).now(Standing.of(Status.OWN_TRANSFER, List.of()));
            case BankReturnHandedOver e -> before.now(standing.by(e.payout()));
            case BankReturnDeclined e -> before.now(standing.declined(e.code()));
            case BankReturnBooked e ->
                before.now(standing.now(Status.RETURN_BOOKED, Optional.empty(), Optional.empty())
                        .by(e.payout()));
        };
    }
}
