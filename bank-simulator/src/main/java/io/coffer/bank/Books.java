package io.coffer.bank;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The journal, folded: each payout number as it stands, and the next free core number. */
final class Books {

    private final Map<String, BankPayout> payouts = new ConcurrentHashMap<>();
    private final Map<String, Arrived> arrivals = new ConcurrentHashMap<>();
    private final ChannelBooks channels = new ChannelBooks();
    private final AtomicLong lastSerial = new AtomicLong();

    void apply(Entry entry) {
        switch (entry) {
            case Entry.Instruction received -> payout(received.payoutNo()).apply(received);
            case Entry.Debit debit -> {
                used(debit.serial());
                payout(debit.payoutNo()).apply(debit);
            }
            case Entry.Return back -> {
                used(back.serial());
                payout(back.payoutNo()).apply(back);
            }
            case Entry.ReturnNotice notice -> payout(notice.payoutNo()).apply(notice);
            case Entry.Refusal refusal -> payout(refusal.payoutNo()).apply(refusal);
            case Entry.Denial denial -> payout(denial.payoutNo()).apply(denial);
            case Entry.Callback callback -> payout(callback.payoutNo()).apply(callback);
            case Entry.Incoming incoming -> arrive(incoming);
            case Entry.Notice _ -> {}
            case ChannelEntry entryOfChannel -> {
                used(entryOfChannel.serial());
                channels.apply(entryOfChannel);
            }
        }
    }

    private void arrive(Entry.Incoming incoming) {
        used(incoming.serial());
        int copies = incoming.firstCopy() - 1 + incoming.copies();
        arrivals.put(incoming.coreNo(), new Arrived(incoming.bankDate(), copies));
    }

    private void used(@Nullable Long serial) {
        if (serial != null) {
            lastSerial.accumulateAndGet(serial, Math::max);
        }
    }

    ChannelBooks channels() {
        return channels;
    }

    BankPayout payout(String payoutNo) {
        return payouts.computeIfAbsent(payoutNo, BankPayout::new);
    }

    @Nullable
    BankPayout find(String payoutNo) {
        return payouts.get(payoutNo);
    }

    Collection<BankPayout> all() {
        return payouts.values();
    }

    List<BankPayout.DebitCount> debits() {
        return payouts.values().stream()
                .map(BankPayout::debits)
                .filter(debit -> debit.count() > 0)
                .sorted(Comparator.comparing(BankPayout.DebitCount::payoutNo))
                .toList();
    }

    /** Serials never start again, so a core number is unique on its day and on every other. */
    CoreNumber nextCoreNo(LocalDate bankDate) {
        while (true) {
            long serial = lastSerial.incrementAndGet();
            String coreNo =
                    bankDate.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format(Locale.ROOT, "%010d", serial);
            if (!arrivals.containsKey(coreNo)) {
                return new CoreNumber(coreNo, serial);
            }
        }
    }

    @Nullable
    Arrived arrived(String coreNo) {
        return arrivals.get(coreNo);
    }

    /** The number of a booking in the bank's core, and the counter it was made from unless the caller chose it. */
    record CoreNumber(String coreNo, @Nullable Long serial) {}

    /** Money that came in before under a core number, and how many notices told it. */
    record Arrived(LocalDate bankDate, int copies) {}
}
