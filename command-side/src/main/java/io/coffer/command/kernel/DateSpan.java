package io.coffer.command.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The dates around a moment that somebody's word can be about; the bounds belong to it. */
public record DateSpan(LocalDate first, LocalDate last) {

    /** In a calendar of any place: the bounds are weeks away, and a day more or less tells no slip from a truth. */
    public static DateSpan around(Instant at, int earlierDays, int laterDays) {
        var today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return new DateSpan(today.minusDays(earlierDays), today.plusDays(laterDays));
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
