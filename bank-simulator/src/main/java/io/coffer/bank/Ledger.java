package io.coffer.bank;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Journal and books together: a fact is on the disk before the books know it. */
final class Ledger implements AutoCloseable {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final InstantSource clock;
    private final Books books = new Books();
    private final Journal journal;

    private Ledger(BankSettings settings) throws IOException {
        this.clock = settings.clock();
        this.journal = Journal.open(settings.journalDirectory(), books::apply);
    }

    static Ledger open(BankSettings settings) throws IOException {
        return new Ledger(settings);
    }

    void record(Entry entry) {
        journal.append(clock.instant(), entry);
        books.apply(entry);
    }

    LocalDate bankDate() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    /** The bank's time of day, to the second, in its own offset. */
    String timeOfDay() {
        return clock.instant()
                .truncatedTo(ChronoUnit.SECONDS)
                .atZone(SHANGHAI)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    Books books() {
        return books;
    }

    Journal journal() {
        return journal;
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
