package io.coffer.command.receipts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.MatchedBy;
import io.coffer.api.receipts.ReceiptCommand;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptCommand.SuspendReceipt;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.command.kernel.DueTask;
import io.coffer.command.kernel.DueTaskHandler;
import io.coffer.command.kernel.Operations;
import io.coffer.command.receipts.ReceiptState.Stage;
import io.coffer.platform.web.RejectionException;
import java.util.List;
import java.util.Optional;

/**
 * Matches a receipt that names no number by its payer's name and its exact amount ({@code domain.md} 1.3.7, step 7c). One
 * candidate is asked, and takes the money only if its own rules let it; of two, nobody guesses. Called twice, it takes effect
 * once: a receipt is matched while it is as it was recorded.
 */
final class Matching implements DueTaskHandler {

    private static final String NAME = "matching";

    private final Identities identities;
    private final Candidates candidates;
    private final Operations operations;

    Matching(Identities identities, Candidates candidates, Operations operations) {
        this.identities = identities;
        this.candidates = candidates;
        this.operations = operations;
    }

    @Override
    public boolean handles(DueTask task) {
        return task.name().equals(MatchDeadlines.MATCH);
    }

    @Override
    public void handle(DueTask task) {
        var receipt = new BankReceiptId(task.aggregateId());
        var state = identities.receipt(receipt);
        if (state.stage() == Stage.RECORDED) {
            carryOut(choose(receipt, expecting(state.facts().orElseThrow())), task);
        }
    }

    private List<EscrowAccountId> expecting(BankReceiptRecorded line) {
        return candidates.expecting(
                line.where().custodyAccount(),
                line.payer().map(BankAccountRef::holderDigest).orElse(BankAccountRef.UNNAMED),
                line.amount());
    }

    static ReceiptCommand choose(BankReceiptId receipt, List<EscrowAccountId> expecting) {
        return switch (expecting.size()) {
            case 0 -> new SuspendReceipt(receipt, SuspenseReason.NO_VIRTUAL_ACCOUNT);
            case 1 -> new AssignReceipt(receipt, expecting.getFirst(), Optional.empty(), MatchedBy.PAYER_AND_AMOUNT);
            default -> new SuspendReceipt(receipt, SuspenseReason.AMBIGUOUS, expecting);
        };
    }

    private void carryOut(ReceiptCommand command, DueTask task) {
        try {
            operations.carryOut(command, task.operation(NAME));
        } catch (RejectionException refused) {
            if (!(refused.rejection() instanceof ReceiptNotFree)) {
                throw refused;
            }
            // Its amount or identity is in doubt by now. One that somebody took meanwhile stays where it is.
            var suspend = new SuspendReceipt(command.receipt(), SuspenseReason.CONFLICTING_NOTICES);
            operations.carryOut(suspend, task.operation(NAME, suspend));
        }
    }
}
