package io.coffer.platform.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Real time and a lead that only grows. It ticks on by itself and never goes back, not even over a restart. */
public final class SimulatedClock implements CofferClock {

    // Far enough for every deadline, near enough for every date format.
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final InstantSource real;
    private final LeadFile file;
    private final AtomicReference<Instant> latestTold = new AtomicReference<>(Instant.MIN);
    private volatile Duration lead;

    SimulatedClock(InstantSource real, LeadFile file) {
        this.real = real;
        this.file = file;
        this.lead = file.read();
    }

    @Override
    public Instant instant() {
        var now = real.instant().plus(lead).truncatedTo(ChronoUnit.MICROS);
        // The machine's own clock may be set back; the business day is not.
        return latestTold.accumulateAndGet(now, (told, next) -> told.isAfter(next) ? told : next);
    }

    /** How far it is ahead of real time. */
    public Duration lead() {
        return lead;
    }

    public synchronized Instant advance(Duration by) {
        if (by.isNegative()) {
            throw goesBack();
        }
        try {
            return jumpTo(instant().plus(by));
        } catch (ArithmeticException | DateTimeException _) {
            throw tooFar();
        }
    }

    public synchronized Instant moveTo(Instant now) {
        if (now.isBefore(instant())) {
            throw goesBack();
        }
        return jumpTo(now);
    }

    // Kept before it is told: a crash in between loses a move that nobody has seen.
    private Instant jumpTo(Instant now) {
        if (now.isAfter(LATEST)) {
            throw tooFar();
        }
        var further = Duration.between(real.instant(), now);
        // Here and in telling, a part of a microsecond is cut off; the moment asked for is reached all the same.
        var whole = further.truncatedTo(ChronoUnit.MICROS).plus(2, ChronoUnit.MICROS);
        file.write(whole);
        lead = whole;
        return instant();
    }

    private static ClockRefusal goesBack() {
        return new ClockRefusal(
                409, "CLOCK_NEVER_GOES_BACK", "The clock moves forward only: booked events stay booked.");
    }

    private static ClockRefusal tooFar() {
        return new ClockRefusal(422, "CLOCK_TOO_FAR", "The clock goes to " + LATEST + " at most.");
    }
}
