package io.coffer.command.settlements;

import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.settlements.Clearing;
import io.coffer.api.settlements.SettlementCommand.ReverseSettlement;
import io.coffer.api.settlements.SettlementEvent;
import io.coffer.api.settlements.SettlementEvent.ChannelSettled;
import io.coffer.api.settlements.SettlementEvent.ClearingRecorded;
import io.coffer.api.settlements.SettlementEvent.SettlementFileTaken;
import io.coffer.api.settlements.SettlementEvent.SettlementLinesListed;
import io.coffer.api.settlements.SettlementEvent.SettlementReceiptDeclined;
import io.coffer.api.settlements.SettlementEvent.SettlementReversed;
import io.coffer.api.settlements.SettlementLine;
import io.coffer.api.settlements.SettlementPlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a settlement's history adds up to. Of what we booked only the sum is kept: a channel's day has any number of payments.
 *
 * @param booked what payments and refunds have booked to it
 * @param settled what came in at the bank
 * @param receipts by which it came in, and how much
 * @param reversals by which verdicts what was taken back
 */
record SettlementState(
        boolean exists,
        Clearing booked,
        Money settled,
        Map<BankReceiptId, Money> receipts,
        Set<Reversal> reversals,
        Optional<ListedFile> file) {

    /** One verdict on one receipt. */
    record Reversal(BankReceiptId receipt, int verdictNo) {

        static Reversal of(ReverseSettlement command) {
            return new Reversal(command.receipt(), command.verdictNo());
        }
    }

    /** The channel's list, as it stands. */
    record ListedFile(
            int version,
            Money net,
            Optional<BankReceiptId> paidBy,
            Optional<SettlementPlace> place,
            List<SettlementLine> lines) {

        ListedFile and(List<SettlementLine> more) {
            var all = new ArrayList<>(lines);
            all.addAll(more);
            return new ListedFile(version, net, paidBy, place, List.copyOf(all));
        }
    }

    static SettlementState initial() {
        return new SettlementState(false, Clearing.NOTHING, Money.ZERO, Map.of(), Set.of(), Optional.empty());
    }

    /** What may still come in: no more than we booked, and no more than the channel says that it pays. */
    Money open() {
        var ours = booked.owed().above(booked.kept().plus(settled));
        return file.map(list -> ours.min(list.net().above(settled))).orElse(ours);
    }

    SettlementState after(SettlementEvent event) {
        return switch (event) {
            case ClearingRecorded e ->
                new SettlementState(true, booked.plus(e.line()), settled, receipts, reversals, file);
            case SettlementFileTaken e ->
                with(Optional.of(new ListedFile(e.fileVersion(), e.net(), e.paidBy(), e.place(), List.of())));
            case SettlementLinesListed e -> with(file.map(list -> list.and(e.lines())));
            case ChannelSettled e -> {
                var taken = new HashMap<>(receipts);
                taken.put(e.receipt(), e.amount());
                yield new SettlementState(true, booked, settled.plus(e.amount()), Map.copyOf(taken), reversals, file);
            }
            case SettlementReversed e -> {
                var taken = new HashMap<>(receipts);
                taken.remove(e.receipt());
                var known = new HashSet<>(reversals);
                known.add(new Reversal(e.receipt(), e.verdictNo()));
                yield new SettlementState(
                        true, booked, settled.minus(e.amount()), Map.copyOf(taken), Set.copyOf(known), file);
            }
            case SettlementReceiptDeclined _ -> this;
        };
    }

    private SettlementState with(Optional<ListedFile> next) {
        return new SettlementState(true, booked, settled, receipts, reversals, next);
    }
}
