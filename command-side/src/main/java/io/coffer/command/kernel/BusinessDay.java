package io.coffer.command.kernel;

import io.coffer.platform.time.BusinessDates;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/** A day of the institution and its banks, as rules need it. */
public final class BusinessDay {

    private BusinessDay() {}

    /** When the day of this moment is closed: at its cut-off, else when it is over. */
    public static Instant end(Instant moment, Optional<LocalTime> cutOff) {
        var day = BusinessDates.of(moment);
        return cutOff.map(time -> day.atTime(time).atZone(BusinessDates.ZONE).toInstant())
                .orElseGet(() -> BusinessDates.startOf(day.plusDays(1)));
    }
}
