package io.coffer.command.settlements;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.acceptAll;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.kernel.Role;
import io.coffer.api.ledger.Postings;
import io.coffer.api.settlements.Clearing;
import io.coffer.api.settlements.SettlementCommand;
import io.coffer.api.settlements.SettlementCommand.RecordClearing;
import io.coffer.api.settlements.SettlementCommand.ReverseSettlement;
import io.coffer.api.settlements.SettlementCommand.SettleChannel;
import io.coffer.api.settlements.SettlementCommand.TakeSettlementFile;
import io.coffer.api.settlements.SettlementEvent;
import io.coffer.api.settlements.SettlementEvent.ChannelSettled;
import io.coffer.api.settlements.SettlementEvent.ClearingRecorded;
import io.coffer.api.settlements.SettlementEvent.Differing;
import io.coffer.api.settlements.SettlementEvent.SettlementFileTaken;
import io.coffer.api.settlements.SettlementEvent.SettlementLinesListed;
import io.coffer.api.settlements.SettlementEvent.SettlementReceiptDeclined;
import io.coffer.api.settlements.SettlementEvent.SettlementReversed;
import io.coffer.api.settlements.SettlementLine;
import io.coffer.api.settlements.SettlementRejection.ExceedsClearing;
import io.coffer.api.settlements.SettlementRejection.NotTheSettlementsReceipt;
import io.coffer.api.settlements.SettlementRejection.SettlementFileDiffers;
import io.coffer.api.settlements.SettlementRejection.SettlementFileIncomplete;
import io.coffer.api.settlements.SettlementRejection.SettlementFileTooLong;
import io.coffer.api.settlements.SettlementRejection.SettlementLineRepeated;
import io.coffer.api.settlements.SettlementRejection.SettlementNetNegative;
import io.coffer.api.settlements.SettlementRejection.SettlementVersionNotNext;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.settlements.SettlementState.ListedFile;
import io.coffer.command.settlements.SettlementState.Reversal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file is what its channel announced, or it is not taken; and money is taken only up to what was booked and listed. Whether
 * the two sides say the same, line by line, decides nothing here: people read it.
 */
final class SettlementRules {

    static final int LINES_MAX = 20_000;

    /** So that no event grows beyond some tens of kilobytes. */
    static final int LINES_PER_EVENT = 500;

    static final int DIFFERENCES_TOLD_MAX = 10;

    private SettlementRules() {}

    static Decision<SettlementEvent> decide(SettlementState state, SettlementCommand command, Given given) {
        return switch (command) {
            case RecordClearing c ->
                Decision.unless(
                        Access.toOpen(c.settlement(), given, Role.POLICY),
                        () -> accept(new ClearingRecorded(c.settlement(), c.line())));
            case TakeSettlementFile c ->
                Decision.unless(Access.toOpen(c.settlement(), given, Role.BANK_ADAPTER), () -> take(state, c));
            case SettleChannel c ->
                Decision.unless(Access.to(c.settlement(), state.exists(), given, Role.POLICY), () -> settle(state, c));
            case ReverseSettlement c ->
                Decision.unless(Access.to(c.settlement(), state.exists(), given, Role.POLICY), () -> reverse(state, c));
        };
    }

    private static Decision<SettlementEvent> take(SettlementState state, TakeSettlementFile command) {
        var lines = command.lines();
        if (lines.size() > LINES_MAX) {
            return reject(new SettlementFileTooLong(LINES_MAX));
        }
        var twice = repeated(lines);
        if (twice.isPresent()) {
            return reject(new SettlementLineRepeated(twice.get().key()));
        }
        var sum = Clearing.of(lines);
        if (!sum.lacking().isZero()) {
            return reject(new SettlementNetNegative(sum.lacking()));
        }
        if (command.count() != lines.size() || !command.net().equals(sum.net())) {
            return reject(new SettlementFileIncomplete(command.count(), lines.size(), command.net(), sum.net()));
        }
        var known = state.file();
        if (known.isPresent() && known.get().version() == command.fileVersion()) {
            return again(known.get(), command);
        }
        var next = known.map(ListedFile::version).orElse(0) + 1;
        return command.fileVersion() == next
                ? acceptAll(taken(command))
                : reject(new SettlementVersionNotNext(next, command.fileVersion()));
    }

    private static Optional<SettlementLine> repeated(List<SettlementLine> lines) {
        var keys = new HashSet<String>();
        return lines.stream().filter(line -> !keys.add(line.key())).findFirst();
    }

    /** The same lines in another order are the same file. */
    private static Decision<SettlementEvent> again(ListedFile known, TakeSettlementFile command) {
        var before = new HashSet<>(known.lines());
        var now = new HashSet<>(command.lines());
        if (before.equals(now) && known.paidBy().equals(command.paidBy())) {
            return alreadyDone();
        }
        var differing = Stream.concat(
                        known.lines().stream().filter(line -> !now.contains(line)),
                        command.lines().stream().filter(line -> !before.contains(line)))
                .map(SettlementLine::key)
                .distinct()
                .sorted()
                .toList();
        return reject(new SettlementFileDiffers(
                known.version(),
                known.net(),
                command.net(),
                differing.size(),
                differing.stream().limit(DIFFERENCES_TOLD_MAX).toList()));
    }

    private static List<SettlementEvent> taken(TakeSettlementFile command) {
        var lines = command.lines();
        var events = new ArrayList<SettlementEvent>();
        events.add(new SettlementFileTaken(
                command.settlement(),
                command.fileVersion(),
                command.count(),
                command.net(),
                command.paidBy(),
                command.place()));
        for (var from = 0; from < lines.size(); from += LINES_PER_EVENT) {
            var part = lines.subList(from, Math.min(from + LINES_PER_EVENT, lines.size()));
            events.add(new SettlementLinesListed(command.settlement(), command.fileVersion(), part));
        }
        return events;
    }

    /**
     * A decline is a fact, not a refusal: the same assignment, told again, must not bring a receipt that was given back by
     * then. What exceeds is not split off: a part that nobody owes would have no owner. A file may name any line of the bank; so
     * what only the channel says must have come from the channel, and into the account that its payers' money is kept in.
     */
    private static Decision<SettlementEvent> settle(SettlementState state, SettleChannel command) {
        if (state.receipts().containsKey(command.receipt())) {
            return alreadyDone();
        }
        var differs = differs(state, command);
        if (differs.isEmpty()) {
            return accept(new ChannelSettled(command.settlement(), command.receipt(), command.amount()));
        }
        var open = state.open();
        var why = differs.equals(List.of(Differing.AMOUNT))
                ? new ExceedsClearing(open, command.amount())
                : new NotTheSettlementsReceipt(differs);
        return accept(new SettlementReceiptDeclined(
                command.settlement(), command.receipt(), command.amount(), open, why.code(), Optional.of(differs)));
    }

    private static List<Differing> differs(SettlementState state, SettleChannel command) {
        var place = state.file().flatMap(ListedFile::place);
        var differs = new ArrayList<Differing>();
        if (command.amount().exceeds(state.open())) {
            differs.add(Differing.AMOUNT);
        }
        if (command.byChannel()
                && place.filter(agreed ->
                                command.payer().filter(agreed::isPaidFrom).isPresent())
                        .isEmpty()) {
            differs.add(Differing.PAYER);
        }
        if (place.filter(agreed -> !agreed.custodyAccount().equals(command.custodyAccount()))
                .isPresent()) {
            differs.add(Differing.CUSTODY_ACCOUNT);
        }
        if (command.byChannel()
                && state.reversals().stream()
                        .anyMatch(reversal -> reversal.receipt().equals(command.receipt()))) {
            differs.add(Differing.TAKEN_OUT);
        }
        return List.copyOf(differs);
    }

    /** What was taken back is as open as before; the same verdict takes nothing back that came since. */
    private static Decision<SettlementEvent> reverse(SettlementState state, ReverseSettlement command) {
        var taken = state.receipts().get(command.receipt());
        return taken == null || state.reversals().contains(Reversal.of(command))
                ? alreadyDone()
                : accept(new SettlementReversed(
                        command.settlement(),
                        command.receipt(),
                        command.verdictNo(),
                        taken,
                        Postings.CURRENT,
                        command.approvalId()));
    }
}
