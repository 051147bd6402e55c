package io.coffer.command.receipts;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.FingerprintCommand.RegisterTwin;
import io.coffer.api.receipts.FingerprintId;
import io.coffer.api.receipts.ReceiptCommand.IdentifyReceipt;
import io.coffer.api.receipts.ReceiptCommand.MergeReceipt;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptCommand.ReportDouble;
import io.coffer.api.receipts.ReceiptKeyCommand.ClaimReceiptKey;
import io.coffer.api.receipts.ReceiptKeyId;
import io.coffer.api.receipts.ReceiptRejection.AlreadyIdentified;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.command.kernel.Answer;
import io.coffer.command.receipts.FingerprintState.Line;
import io.coffer.platform.web.RejectionException;
import java.util.List;
import java.util.Optional;

/**
 * Finds out, step by step, whether a line is known already under another identity. Every step is remembered by the
 * aggregate that it asks, so that a line that is told again, after a crash or beside itself, gets the same answers.
 */
final class Twins {

    private final Identities identities;

    Twins(Identities identities) {
        this.identities = identities;
    }

    /** What is known about a line. */
    sealed interface Verdict {

        /** It has no twin: it is booked under its own identity. */
        record Free() implements Verdict {}

        /** It may be one of these: nothing is booked for it. */
        record Held(List<BankReceiptId> twins) implements Verdict {}

        /** It is what this weak receipt told us of. */
        record Same(BankReceiptId weak) implements Verdict {}
    }

    Verdict ask(RecordReceipt notice, boolean isDecisive, Steps steps) {
        for (var fingerprint : Fingerprints.of(notice)) {
            var verdict = ask(fingerprint, notice, isDecisive, steps);
            if (!(verdict instanceof Verdict.Free)) {
                return verdict;
            }
        }
        return isDecisive ? askAmongAll(notice, steps) : new Verdict.Free();
    }

    /** Weak lines that name no payer are found among all payers only; nearly always there is none, and nothing to ask. */
    private Verdict askAmongAll(RecordReceipt line, Steps steps) {
        var all = FingerprintId.ofAnyPayer(line.where(), line.amount());
        var isAnybodyThere = line.payer().isPresent()
                && identities.fingerprint(all).lines().stream()
                        .anyMatch(known ->
                                known.receipt().isWeak() && known.payer().isEmpty());
        return isAnybodyThere ? ask(all, line, true, steps) : new Verdict.Free();
    }

    private Verdict ask(FingerprintId fingerprint, RecordReceipt notice, boolean isDecisive, Steps steps) {
        var asked = steps.take(new RegisterTwin(
                fingerprint,
                notice.receipt(),
                notice.payer().map(BankAccountRef::token),
                notice.virtualAccount(),
                isDecisive));
        if (asked.isNews() && asked.events().equals(List.of("receipts.TwinExcluded"))) {
            return new Verdict.Free();
        }
        return identities
                .fingerprint(fingerprint)
                .find(notice.receipt())
                .map(line -> verdict(notice.receipt(), line))
                .orElseThrow(() -> new IllegalStateException(notice.receipt() + " asked and is not known"));
    }

    private static Verdict verdict(BankReceiptId receipt, Line line) {
        return switch (line.standing()) {
            case FREE -> new Verdict.Free();
            case HELD -> new Verdict.Held(line.twins());
            // A weak line that was matched before it was booked must not be booked by itself any more.
            case MATCHED ->
                receipt.isWeak()
                        ? new Verdict.Held(line.twins())
                        : new Verdict.Same(line.twins().getFirst());
        };
    }

    /**
     * Identifies the weak receipt with the line's key. Empty when that cannot be: it was merged into the line before it ever
     * came here, or it is the notice of another booking. Then the line has to stand by itself.
     */
    Optional<Answer> identify(BankReceiptId weak, BankReceiptId strong, Steps steps) {
        var identify = new IdentifyReceipt(weak, strong.coreNo().orElseThrow());
        try {
            return Optional.of(identified(identify, strong, steps));
        } catch (RejectionException refused) {
            return switch (refused.rejection()) {
                case NotFound _ when isMerged(weak, strong, steps) -> Optional.empty();
                // It was booked between the two looks; now it can be identified.
                case NotFound _ -> Optional.of(identified(identify, strong, steps));
                case ReceiptNotFree _, AlreadyIdentified _ -> Optional.empty();
                default -> throw refused;
            };
        }
    }

    private Answer identified(IdentifyReceipt identify, BankReceiptId strong, Steps steps) {
        var answer = steps.finish(identify);
        steps.take(new ClaimReceiptKey(ReceiptKeyId.of(strong), identify.receipt()));
        // After its own claim each side looks for the other's, so that one of two that raced sees it.
        if (identities.receipt(strong).isBooked()) {
            steps.take(new ReportDouble(identify.receipt(), strong));
        }
        return answer;
    }

    private static boolean isMerged(BankReceiptId weak, BankReceiptId strong, Steps steps) {
        try {
            steps.take(new MergeReceipt(weak, strong));
            return true;
        } catch (RejectionException refused) {
            if (refused.rejection() instanceof ReceiptNotFree) {
                return false;
            }
            throw refused;
        }
    }

    /** The other half of the look after the claim, for a line that was booked under its own identity. */
    void lookAgain(BankReceiptId strong, Steps steps) {
        identities.claimantOf(ReceiptKeyId.of(strong)).ifPresent(weak -> steps.take(new ReportDouble(weak, strong)));
    }
}
