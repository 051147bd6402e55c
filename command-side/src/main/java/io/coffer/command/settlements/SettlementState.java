package io.coffer.command.settlements;

import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.settlements.Clearing;
import io.coffer.api.settlements.SettlementEvent;
import io.coffer.api.settlements.SettlementEvent.ChannelSettled;
import io.coffer.api.settlements.SettlementEvent.ClearingRecorded;
import io.coffer.api.settlements.SettlementEvent.SettlementFileTaken;
import io.coffer.api.settlements.SettlementEvent.SettlementLinesListed;
import io.coffer.api.settlements.SettlementEvent.SettlementReceiptDeclined;
import io.coffer.api.settlements.SettlementLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a settlement's history adds up to. Of what we booked only the sum is kept: a channel's day has any number of payments.
 *
 * @param booked what payments and refunds have booked to it
 * @param settled what came in at the bank
 * @param receipts by which it came in
 */
record SettlementState(
        boolean exists, Clearing booked, Money settled, Set<BankReceiptId> receipts, Optional<ListedFile> file) {

    /** The channel's list, as it stands. */
    record ListedFile(int version, Money net, Optional<BankReceiptId> paidBy, List<SettlementLine> lines) {

        ListedFile and(List<SettlementLine> more) {
            var all = new ArrayList<>(lines);
            all.addAll(more);
            return new ListedFile(version, net, paidBy, List.copyOf(all));
        }
    }

    static SettlementState initial() {
        return new SettlementState(false, Clearing.NOTHING, Money.ZERO, Set.of(), Optional.empty());
    }

    /** What may still come in: no more than we booked, and no more than the channel says that it pays. */
    Money open() {
        var ours = booked.owed().above(booked.kept().plus(settled));
        return file.map(list -> ours.min(list.net().above(settled))).orElse(ours);
    }

    SettlementState after(SettlementEvent event) {
        return switch (event) {
            case ClearingRecorded e -> new SettlementState(true, booked.plus(e.line()), settled, receipts, file);
            case SettlementFileTaken e ->
                with(Optional.of(new ListedFile(e.fileVersion(), e.net(), e.paidBy(), List.of())));
            case SettlementLinesListed e -> with(file.map(list -> list.and(e.lines())));
            case ChannelSettled e -> {
                var taken = new HashSet<>(receipts);
                taken.add(e.receipt());
                yield new SettlementState(true, booked, settled.plus(e.amount()), Set.copyOf(taken), file);
            }
            case SettlementReceiptDeclined _ -> this;
        };
    }

    private SettlementState with(Optional<ListedFile> next) {
        return new SettlementState(true, booked, settled, receipts, next);
    }
}
