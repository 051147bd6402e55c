package io.coffer.command.receipts;

import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.LineCommand;
import io.coffer.api.receipts.LineCommand.NoteOwnTransfer;
import io.coffer.api.receipts.LineCommand.NoteReturn;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptKeyId;
import io.coffer.api.receipts.ReceiptRejection.LineKindDiffers;
import io.coffer.api.receipts.ReceiptRejection.LineNotIdentifiable;
import io.coffer.api.receipts.ReceiptRejection.PayeeNotOurs;
import io.coffer.api.receipts.ReceiptRejection.PayerNotOurs;
import io.coffer.command.kernel.Answer;
import io.coffer.command.kernel.CustodyAccounts;
import io.coffer.platform.web.RejectionException;
import java.util.Optional;

/** Takes the lines that are no receipts. They need the bank's own key: only that claims a line for one kind for ever. */
final class OtherLines {

    private final CustodyAccounts custodyAccounts;
    private final Identities identities;
    private final Twins twins;

    OtherLines(CustodyAccounts custodyAccounts, Identities identities) {
        this.custodyAccounts = custodyAccounts;
        this.identities = identities;
        this.twins = new Twins(identities);
    }

    Answer comeBack(RecordReceipt line, Optional<PayoutId> payout, Steps steps) {
        var note = new NoteReturn(
                line.receipt(),
                line.amount(),
                payout,
                line.payer(),
                line.remarkToken(),
                line.noticedAt(),
                false,
                line.virtualAccount(),
                line.doubt());
        return note(note, line, steps);
    }

    Answer ownTransfer(RecordReceipt line, Optional<String> payerAccount, Steps steps) {
        if (payerAccount.filter(custodyAccounts::isOurs).isEmpty()) {
            throw new RejectionException(
                    new PayerNotOurs(line.where().custodyAccount().subLedger()));
        }
        var note = new NoteOwnTransfer(
                line.receipt(),
                line.amount(),
                line.payer(),
                line.remarkToken(),
                line.noticedAt(),
                line.virtualAccount(),
                line.doubt(),
                Optional.empty());
        return note(note, line, steps);
    }

    /** Money that left has no notice, and so no twin. */
    Answer leaves(NoteOwnTransfer line, Optional<String> payeeAccount, Steps steps) {
        if (payeeAccount.filter(custodyAccounts::isOurs).isEmpty()) {
            var from = line.receipt().place().orElseThrow().custodyAccount();
            throw new RejectionException(new PayeeNotOurs(from.subLedger()));
        }
        return steps.finish(line);
    }

    private Answer note(LineCommand note, RecordReceipt line, Steps steps) {
        if (line.receipt().isWeak()) {
            throw new RejectionException(
                    new LineNotIdentifiable(line.where().custodyAccount().subLedger()));
        }
        if (custodyAccounts.hasWeakNotices(line.where().custodyAccount())) {
            requireNoTwin(line, steps);
        }
        return steps.finish(note);
    }

    /** A weak notice may have told of the same money as of a receipt: then people must look, and nothing is booked twice. */
    private void requireNoTwin(RecordReceipt line, Steps steps) {
        identities.claimantOf(ReceiptKeyId.of(line.receipt())).ifPresent(weak -> {
            throw new RejectionException(new LineKindDiffers(
                    weak.value(), identities.receipt(weak).stage().name()));
        });
        if (!identities.receipt(line.receipt()).exists()
                && !(twins.ask(line, false, steps) instanceof Twins.Verdict.Free)) {
            throw new RejectionException(new LineKindDiffers(line.receipt().value(), "POSSIBLE_TWIN"));
        }
    }
}
