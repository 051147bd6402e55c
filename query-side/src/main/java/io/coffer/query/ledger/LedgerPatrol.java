package io.coffer.query.ledger;

import io.coffer.api.kernel.MalformedKey;
import io.coffer.api.ledger.LedgerEvent;
import io.coffer.api.ledger.LedgerEvent.MerchantDifferenceFound;
import io.coffer.api.ledger.LedgerEvent.ReserveCoverageFailed;
import io.coffer.api.ledger.LedgerWatchId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.query.kernel.ProjectionTables;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Recomputes every equation from the entries of the live ledger, again and again, and passes on what must stop
 * something. The projection's own checks are cheap and trust the tables; this one does not.
 */
final class LedgerPatrol implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerPatrol.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    // However long the log grows, the patrol takes no more than a twentieth of one connection.
    private static final int PAUSE_PER_CHECK = 20;

    private static final ProjectionTables TABLES = ProjectionTables.of(LedgerProjection.NAME);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate oneSnapshot;
    private final LedgerWatchPort port;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Thread thread = Thread.currentThread();

    LedgerPatrol(DataSource runtime, LedgerWatchPort port) {
        this.jdbc = new JdbcTemplate(runtime);
        this.oneSnapshot = new TransactionTemplate(new DataSourceTransactionManager(runtime));
        this.oneSnapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.port = port;
    }

    /** What a look at all equations found, and up to which position. */
    record Report(long position, List<LedgerWatchman.Finding> findings) {

        boolean allHold() {
            return findings.stream().allMatch(finding -> finding.failures().isEmpty());
        }
    }

    /** One look at the live ledger as of one moment; failures become alarms. */
    Report check() {
        try {
            return look();
        } finally {
            // What batches raised must stop something even where no look is to be had.
            tell();
        }
    }

    private Report look() {
        var report = oneSnapshot.execute(_ -> {
            var position = livePosition();
            if (position < 0) {
                return new Report(position, List.of());
            }
            jdbc.execute("set local search_path = query");
            var watchman = new LedgerWatchman(jdbc);
            var findings = Arrays.stream(Equation.values()).map(watchman::check).toList();
            return new Report(position, findings);
        });
        // Outside of the snapshot, which cannot see what a batch raised meanwhile.
        report.findings()
                .forEach(finding -> finding.failures()
                        .forEach(failure ->
                                Alarms.confirm(jdbc, finding.equation().name(), failure)));
        return report;
    }

    private void tell() {
        tell(Equation.C2, (position, _) -> coverage(position));
        tell(Equation.C5, (position, merchant) -> different(position, new MerchantFeeAccountId(merchant)));
    }

    /** Tells the command side of every failure that it was not told of. */
    private void tell(Equation equation, BiFunction<Long, String, LedgerEvent> event) {
        var untold = jdbc.query(
                "select first_position, merchant from query.alarm"
                        + " where equation = ? and confirmed and reported_at is null order by first_position, merchant",
                (row, _) -> Map.entry(row.getLong("first_position"), row.getString("merchant")),
                equation.name());
        for (var alarm : untold) {
            try {
                port.report(event.apply(alarm.getKey(), alarm.getValue()));
            } catch (MalformedKey nobody) {
                // It stays an alarm for people; others must hear of theirs.
                LOG.error("Equation {} fails for nobody that there is: {}", equation, nobody.getMessage());
                continue;
            }
            jdbc.update(
                    "update query.alarm set reported_at = now()"
                            + " where equation = ? and first_position = ? and merchant = ?",
                    equation.name(),
                    alarm.getKey(),
                    alarm.getValue());
        }
    }

    private static MerchantDifferenceFound different(long position, MerchantFeeAccountId merchant) {
        return new MerchantDifferenceFound(
                LedgerWatchId.of(Equation.C5.name(), position, merchant), position, merchant);
    }

    private ReserveCoverageFailed coverage(long position) {
        return new ReserveCoverageFailed(
                LedgerWatchId.of(Equation.C2.name(), position), position, sum("R1%"), sum("R2%"));
    }

    private long sum(String codes) {
        var sum = jdbc.queryForObject(
                "select coalesce(sum(natural_units), 0) from query.ledger_entry where code like ?", Long.class, codes);
        return sum == null ? 0 : sum;
    }

    // After an upgrade the live one may have other tables than the equations ask, until the next one is built.
    private long livePosition() {
        return jdbc
                .query(
                        "select position from query.generation where projection = ? and state = 'LIVE' and digest = ?",
                        (row, _) -> row.getLong("position"),
                        LedgerProjection.NAME,
                        TABLES.digest())
                .stream()
                .findFirst()
                .orElse(-1L);
    }

    @Override
    public void start() {
        if (running.compareAndSet(false, true)) {
            thread = Thread.ofPlatform().name("ledger patrol").start(this::patrol);
        }
    }

    private void patrol() {
        while (running.get()) {
            var started = System.nanoTime();
            try {
                var report = check();
                report.findings().stream()
                        .filter(finding -> finding.failure().isPresent())
                        .forEach(finding -> LOG.error("Equation {} does not hold: {}", finding.equation(), finding));
            } catch (RuntimeException failure) {
                LOG.warn("The equations could not be checked: {}", failure.toString());
            }
            var pause = Duration.ofNanos(System.nanoTime() - started).multipliedBy(PAUSE_PER_CHECK);
            try {
                Thread.sleep(pause.compareTo(SHORTEST_PAUSE) > 0 ? pause : SHORTEST_PAUSE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void stop() {
        if (running.compareAndSet(true, false)) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }
}
