package io.coffer.platform.time;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/** Business time: every event's and command's moment comes from here. Tokens and TLS keep real time. */
public sealed interface CofferClock extends InstantSource permits RealClock, SimulatedClock {

    /** In whole microseconds, as the database keeps it, so that a moment is the same before and after storing. */
    @Override
    Instant instant();

    default LocalDate businessDate() {
        return BusinessDates.of(instant());
    }

    static CofferClock real() {
        return new RealClock();
    }
}
