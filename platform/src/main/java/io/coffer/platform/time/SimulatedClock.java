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
            requireNear(instant().plus(by));
            return leadBy(lead.plus(by));
        } catch (ArithmeticException | DateTimeException _) {
            throw tooFar();
        }
    }

    public synchronized Instant moveTo(Instant now) {
        if (now.isBefore(instant())) {
            throw goesBack();
        }
        requireNear(now);
        // Telling cuts off a part of a microsecond; the moment asked for is reached all the same.
        var further = Duration.between(real.instant(), now).plus(1, ChronoUnit.MICROS);
        return leadBy(further.compareTo(lead) > 0 ? further : lead);
    }

    // Kept before it is told: a crash in between loses a move that nobody has seen.
    private Instant leadBy(Duration further) {
        file.write(further);
        lead = further;
        return instant();
    }

    private static void requireNear(Instant now) {
        if (now.isAfter(LATEST)) {
            throw tooFar();
        }
    }

    private static ClockRefusal goesBack() {
        return new ClockRefusal(
                409, "CLOCK_NEVER_GOES_BACK", "The clock moves forward only: booked events stay booked.");
    }

    private static ClockRefusal tooFar() {
        return new ClockRefusal(422, "CLOCK_TOO_FAR", "The clock goes to " + LATEST + " at most.");
    }
}
