package io.coffer.command.receipts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;

import io.coffer.api.kernel.Role;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.FingerprintCommand;
import io.coffer.api.receipts.FingerprintCommand.CloseTwin;
import io.coffer.api.receipts.FingerprintCommand.RegisterTwin;
import io.coffer.api.receipts.FingerprintEvent;
import io.coffer.api.receipts.FingerprintEvent.TwinClosed;
import io.coffer.api.receipts.FingerprintEvent.TwinExcluded;
import io.coffer.api.receipts.FingerprintEvent.TwinIdentified;
import io.coffer.api.receipts.FingerprintEvent.TwinSuspected;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.receipts.FingerprintState.Line;
import io.coffer.command.receipts.FingerprintState.Standing;
import java.util.Comparator;
import java.util.List;

/**
 * Whether two lines may be the same money. All lines of one fingerprint ask here before they are booked, one after the
 * other, so that of two twins the second always meets the first ({@code domain.md} 1.3.7, step 4).
 */
final class FingerprintRules {

    private FingerprintRules() {}

    static Decision<FingerprintEvent> decide(FingerprintState state, FingerprintCommand command, Given given) {
        return switch (command) {
            case RegisterTwin c ->
                Decision.unless(Access.toOpen(c.fingerprint(), given, Role.BANK_ADAPTER), () -> register(state, c));
            case CloseTwin c ->
                Decision.unless(Access.toOpen(c.fingerprint(), given, Role.POLICY), () -> close(state, c));
        };
    }

    private static Decision<FingerprintEvent> register(FingerprintState state, RegisterTwin command) {
        var known = state.find(command.receipt());
        if (known.isPresent() && !(command.isDecisive() && known.get().standing() == Standing.HELD)) {
            return alreadyDone();
        }
        return command.receipt().isWeak() ? weak(state, command) : strong(state, command);
    }

    /** A weak line that may be a strong one's is held; so is one that names no payer, for it may be anybody's. */
    private static Decision<FingerprintEvent> weak(FingerprintState state, RegisterTwin command) {
        var strong = state.lines().stream()
                .filter(line -> !line.receipt().isWeak() && line.standing() != Standing.MATCHED)
                .filter(line -> line.mayBe(command.payer(), command.virtualAccount()))
                .map(Line::receipt)
                .toList();
        return strong.isEmpty() && command.payer().isPresent()
                ? accept(excluded(command))
                : accept(suspected(command, strong));
    }

    private static Decision<FingerprintEvent> strong(FingerprintState state, RegisterTwin command) {
        return command.isDecisive() ? line(state, command) : notice(state, command);
    }

    /** One candidate is the twin; of several, or among lines of unknown payers, nobody guesses. */
    private static Decision<FingerprintEvent> notice(FingerprintState state, RegisterTwin command) {
        var open = candidates(state, command).stream()
                .filter(line -> line.standing() == Standing.FREE)
                .map(Line::receipt)
                .toList();
        if (open.isEmpty()) {
            return accept(excluded(command));
        }
        return open.size() == 1 && !command.fingerprint().isOfAnyPayer()
                ? accept(new TwinIdentified(command.fingerprint(), command.receipt(), open.getFirst()))
                : accept(suspected(command, open));
    }

    /**
     * The statement has one line per booking, so every line takes one receipt or makes one. Which of several is chosen moves
     * no money: they are of one payer and one amount, and a number that was named tells them apart.
     */
    private static Decision<FingerprintEvent> line(FingerprintState state, RegisterTwin command) {
        return candidates(state, command).stream()
                .min(Comparator.comparing((Line line) -> !line.number().equals(command.virtualAccount()))
                        .thenComparing(Line::standing))
                .map(Line::receipt)
                .<Decision<FingerprintEvent>>map(
                        twin -> accept(new TwinIdentified(command.fingerprint(), command.receipt(), twin)))
                .orElseGet(() -> accept(excluded(command)));
    }

    private static List<Line> candidates(FingerprintState state, RegisterTwin command) {
        return state.lines().stream()
                .filter(line -> line.receipt().isWeak() && line.standing() != Standing.MATCHED)
                .filter(line -> line.mayBe(command.payer(), command.virtualAccount()))
                .toList();
    }

    private static Decision<FingerprintEvent> close(FingerprintState state, CloseTwin command) {
        return state.find(command.receipt())
                .filter(line -> line.standing() == Standing.MATCHED)
                .<Decision<FingerprintEvent>>map(_ -> alreadyDone())
                .orElseGet(() -> accept(new TwinClosed(command.fingerprint(), command.receipt())));
    }

    private static TwinExcluded excluded(RegisterTwin command) {
        return new TwinExcluded(command.fingerprint(), command.receipt(), command.payer(), command.virtualAccount());
    }

    private static TwinSuspected suspected(RegisterTwin command, List<BankReceiptId> twins) {
        return new TwinSuspected(
                command.fingerprint(), command.receipt(), command.payer(), command.virtualAccount(), twins);
    }
}
