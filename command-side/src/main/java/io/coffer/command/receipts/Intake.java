package io.coffer.command.receipts;

import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptCommand.BookHeldReceipt;
import io.coffer.api.receipts.ReceiptCommand.HoldReceipt;
import io.coffer.api.receipts.ReceiptCommand.MergeReceipt;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptKeyId;
import io.coffer.command.kernel.Answer;
import io.coffer.command.receipts.ReceiptState.Stage;
import io.coffer.command.receipts.Twins.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Every line that the bank tells us of goes this way: its booking is looked for under every identity, then it is booked,
 * identified or held. A line of the statement decides what a notice must leave open.
 */
final class Intake {

    private final Identities identities;
    private final Twins twins;

    Intake(Identities identities) {
        this.identities = identities;
        this.twins = new Twins(identities);
    }

    /** Takes a notice. */
    Answer notice(RecordReceipt notice, Steps steps) {
        var claimant = claimant(notice.receipt());
        if (claimant.isPresent()) {
            return steps.finish(under(claimant.get(), notice));
        }
        if (identities.receipt(notice.receipt()).exists()) {
            return steps.finish(notice);
        }
        return switch (twins.ask(notice, false, steps)) {
            case Verdict.Free _ -> book(notice, steps);
            case Verdict.Held(var candidates) -> steps.finish(new HoldReceipt(notice, candidates));
            case Verdict.Same(var weak) ->
                twins.identify(weak, notice.receipt(), steps).orElseGet(() -> byItself(weak, notice, steps));
        };
    }

    /** Takes a line of the statement, which always has the bank's key. */
    Answer line(RecordReceipt line, Steps steps) {
        var claimant = claimant(line.receipt());
        if (claimant.isPresent()) {
            return steps.finish(under(claimant.get(), line));
        }
        return switch (identities.receipt(line.receipt()).stage()) {
            case UNKNOWN -> unheardOf(line, steps);
            case POSSIBLE_TWIN -> decided(line, steps);
            case MERGED,
                    RECORDED,
                    SUSPENDED,
                    ASSIGNED,
                    CONSUMED,
                    RETURNING,
                    RETURNED,
                    REVERSED,
                    RETURN_NOTED,
                    RETURN_BOOKED,
                    OWN_TRANSFER -> steps.finish(line);
        };
    }

    private Answer unheardOf(RecordReceipt line, Steps steps) {
        return switch (twins.ask(line, true, steps)) {
            case Verdict.Free _, Verdict.Held _ -> book(line, steps);
            case Verdict.Same(var weak) ->
                twins.identify(weak, line.receipt(), steps).orElseGet(() -> book(line, steps));
        };
    }

    private Answer decided(RecordReceipt line, Steps steps) {
        var held = line.receipt();
        if (twins.ask(line, true, steps) instanceof Verdict.Same(var weak)) {
            var identified = twins.identify(weak, held, steps);
            if (identified.isPresent()) {
                steps.take(new MergeReceipt(held, weak));
                return identified.get();
            }
        }
        var answer = steps.finish(new BookHeldReceipt(held));
        twins.lookAgain(held, steps);
        return answer;
    }

    private Optional<BankReceiptId> claimant(BankReceiptId receipt) {
        return receipt.isWeak() ? Optional.empty() : identities.claimantOf(ReceiptKeyId.of(receipt));
    }

    /** The weak one is merged into this line, so this line is booked; or it is another booking's, so nobody guesses. */
    private Answer byItself(BankReceiptId weak, RecordReceipt notice, Steps steps) {
        return identities.receipt(weak).stage() == Stage.MERGED
                ? book(notice, steps)
                : steps.finish(new HoldReceipt(notice, List.of(weak)));
    }

    private Answer book(RecordReceipt notice, Steps steps) {
        var answer = steps.finish(notice);
        if (!notice.receipt().isWeak()) {
            twins.lookAgain(notice.receipt(), steps);
        }
        return answer;
    }

    /** The same line under the identity of the weak receipt that it was identified with: a repeat, or another amount. */
    private static RecordReceipt under(BankReceiptId weak, RecordReceipt notice) {
        return new RecordReceipt(
                weak,
                notice.amount(),
                notice.virtualAccount(),
                notice.payer(),
                notice.remarkToken(),
                notice.noticedAt(),
                Optional.of(notice.where()),
                notice.doubt());
    }
}
