package io.coffer.bank;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A payment channel: what it owes us, by the date on which it pays. Guarded by its own monitor. */
final class Channel {

    private final Map<LocalDate, Bucket> buckets = new HashMap<>();
    private final Map<LocalDate, ChannelEntry.Settled> settled = new HashMap<>();

    synchronized void add(LocalDate settlementDate, Bucket.Line line) {
        buckets.computeIfAbsent(settlementDate, _ -> new Bucket()).add(line);
    }

    synchronized void close(ChannelEntry.Settled closing) {
        settled.put(closing.settlementDate(), closing);
    }

    /** The day after, or the first date from then on that is not settled yet. */
    synchronized LocalDate openDate(LocalDate bankDate) {
        LocalDate date = bankDate.plusDays(1);
        while (settled.containsKey(date)) {
            date = date.plusDays(1);
        }
        return date;
    }

    synchronized Fen net(LocalDate settlementDate) {
        Bucket bucket = buckets.get(settlementDate);
        return bucket == null ? Fen.ZERO : bucket.net();
    }

    synchronized List<Bucket.Line> lines(LocalDate settlementDate) {
        Bucket bucket = buckets.get(settlementDate);
        return bucket == null ? List.of() : bucket.lines();
    }

    synchronized ChannelEntry.@Nullable Settled settled(LocalDate settlementDate) {
        return settled.get(settlementDate);
    }
}
