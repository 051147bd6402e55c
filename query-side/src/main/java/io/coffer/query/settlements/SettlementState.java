package io.coffer.query.settlements;

import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.settlements.SettlementEvent.Differing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a settlement as a whole; its lines are rows of their own, for a channel's day has any number of them.
 *
 * @param receipts by which the channel paid
 * @param declined receipts that were more than it was open for, wherever they are by now
 */
record SettlementState(
        ChannelSettlementId settlement,
        Optional<ListedFile> file,
        List<Taken> receipts,
        List<Taken> declined,
        Instant beganAt,
        long position,
        long version) {

    /** The file that counts. */
    record ListedFile(int version, int count, Money net, Optional<BankReceiptId> paidBy, Instant takenAt) {}

    /** A receipt, and when it was taken or declined. */
    record Taken(BankReceiptId receipt, Money amount, Instant at, Optional<List<Differing>> differs) {}

    SettlementState with(ListedFile next) {
        return new SettlementState(settlement, Optional.of(next), receipts, declined, beganAt, position, version);
    }

    SettlementState taking(Taken receipt) {
        return new SettlementState(settlement, file, and(receipts, receipt), declined, beganAt, position, version);
    }

    SettlementState declining(Taken receipt) {
        return new SettlementState(settlement, file, receipts, and(declined, receipt), beganAt, position, version);
    }

    SettlementState without(BankReceiptId receipt) {
        var left = receipts.stream()
                .filter(taken -> !taken.receipt().equals(receipt))
                .toList();
        return new SettlementState(settlement, file, left, declined, beganAt, position, version);
    }

    SettlementState at(long sequence) {
        return new SettlementState(settlement, file, receipts, declined, beganAt, position, sequence);
    }

    private static List<Taken> and(List<Taken> before, Taken next) {
        return Stream.concat(before.stream(), Stream.of(next)).toList();
    }
}
