package io.coffer.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar of the institution and its banks. */
public final class BusinessDates {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private BusinessDates() {}

    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The first moment of a business date. */
    public static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant();
    }
}
