package io.coffer.command.receipts;

import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.FingerprintEvent;
import io.coffer.api.receipts.FingerprintEvent.TwinClosed;
import io.coffer.api.receipts.FingerprintEvent.TwinExcluded;
import io.coffer.api.receipts.FingerprintEvent.TwinIdentified;
import io.coffer.api.receipts.FingerprintEvent.TwinSuspected;
import io.coffer.api.receipts.VirtualAccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every line that has this fingerprint, in the order in which they asked. */
record FingerprintState(List<Line> lines) {

    /** What was answered about a line. */
    enum Standing {
        /** It may be booked; a weak one may still turn out to be a strong one's twin. */
        FREE,
        /** It is held until the statement decides. */
        HELD,
        /** It is the same money as its twin, or of no interest any more. */
        MATCHED
    }

    /** One line; what it does not say of payer or number may be anything. */
    record Line(
            BankReceiptId receipt,
            Optional<String> payer,
            Optional<VirtualAccountId> number,
            Standing standing,
            List<BankReceiptId> twins) {

        boolean mayBe(Optional<String> otherPayer, Optional<VirtualAccountId> otherNumber) {
            return fits(payer, otherPayer) && fits(number, otherNumber);
        }

        private static <T> boolean fits(Optional<T> one, Optional<T> other) {
            return one.isEmpty() || other.isEmpty() || one.equals(other);
        }

        Line now(Standing next, List<BankReceiptId> with) {
            return new Line(receipt, payer, number, next, with);
        }
    }

    static FingerprintState initial() {
        return new FingerprintState(List.of());
    }

    Optional<Line> find(BankReceiptId receipt) {
        return lines.stream().filter(line -> line.receipt().equals(receipt)).findFirst();
    }

    FingerprintState after(FingerprintEvent event) {
        return switch (event) {
            case TwinExcluded e -> with(new Line(e.receipt(), e.payer(), e.virtualAccount(), Standing.FREE, List.of()));
            case TwinSuspected e ->
                with(new Line(e.receipt(), e.payer(), e.virtualAccount(), Standing.HELD, e.twins()));
            case TwinIdentified e ->
                matched(e.twin(), e.receipt())
                        .with(new Line(
                                e.receipt(), Optional.empty(), Optional.empty(), Standing.MATCHED, List.of(e.twin())));
            case TwinClosed e ->
                find(e.receipt())
                        .map(line -> with(line.now(Standing.MATCHED, line.twins())))
                        .orElseGet(() -> with(new Line(
                                e.receipt(), Optional.empty(), Optional.empty(), Standing.MATCHED, List.of())));
        };
    }

    private FingerprintState matched(BankReceiptId weak, BankReceiptId with) {
        return find(weak)
                .map(line -> with(line.now(Standing.MATCHED, List.of(with))))
                .orElse(this);
    }

    private FingerprintState with(Line line) {
        var next = new ArrayList<>(lines);
        next.removeIf(known -> known.receipt().equals(line.receipt()));
        next.add(line);
        return new FingerprintState(List.copyOf(next));
    }
}
