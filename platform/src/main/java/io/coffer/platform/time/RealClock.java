package io.coffer.platform.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

record RealClock() implements CofferClock {

    @Override
    public Instant instant() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
