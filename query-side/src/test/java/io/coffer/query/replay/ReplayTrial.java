package io.coffer.query.replay;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.coffer.eventstore.EventLog;
import io.coffer.platform.events.EventCatalog;
import io.coffer.platform.events.EventJson;
import io.coffer.query.SalesInProgress;
import io.coffer.query.TestDatabase;
import io.coffer.query.TestLog;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.EventReading;
import io.coffer.query.kernel.Projection;
import io.coffer.query.kernel.StoredJson;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Replays a generated log and prints the figures: a program, no test. Arguments: number of events, then what to feed. */
public final class ReplayTrial {

    private static final int APPENDED_AT_ONCE = 1_000;
    private static final int SIDE_BY_SIDE = 5_000;

    private final TestDatabase database = TestDatabase.create();
    private final TestLog log = new TestLog(database);
    private final EventReading reading = new StoredJson(new EventJson(EventCatalog.ofAllEvents()));
    private final Databases databases = new Databases(database.owner(), pool(database.runtime()), TestDatabase.RUNTIME);

    private static DataSource pool(DataSource source) {
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(12);
        return new HikariDataSource(config);
    }

    public static void main(String[] arguments) {
        var trial = new ReplayTrial();
        var events = Integer.parseInt(arguments[0]);
        trial.fill(events);
        Arrays.stream(arguments).skip(1).forEach(trial::run);
        System.exit(0);
    }

    private void fill(int events) {
        var sales = new SalesInProgress(1, SIDE_BY_SIDE);
        measured("append", () -> {
            var written = 0L;
            while (written < events) {
                written = log.append(sales.next(APPENDED_AT_ONCE));
            }
            return written;
        });
        new JdbcTemplate(database.superuser()).execute("vacuum analyze");
    }

    private void run(String what) {
        switch (what) {
            case "read" -> measured(what, () -> read(false));
            case "decode" -> measured(what, () -> read(true));
            case "trivial" -> measured(what, () -> feed(new Trivial()));
            case "all" -> measured(what, this::feedAll);
            case "tracking" -> measured(what, () -> axon().tracking(log.log().head()));
            case "pooled" -> measured(what, () -> axon().pooled(log.log().head()));
            default ->
                measured(
                        what,
                        () -> feed(Stream.of(TestProjections.all())
                                .filter(one -> one.name().equals(what))
                                .findFirst()
                                .orElseThrow()));
        }
    }

    private long read(boolean decode) {
        var events = new EventLog(databases.rows());
        var position = 0L;
        while (true) {
            var some = events.after(position, 5_000);
            if (some.isEmpty()) {
                return position;
            }
            if (decode) {
                some.forEach(reading::read);
            }
            position = some.getLast().position();
        }
    }

    private long feed(Projection projection) {
        var generations = new Generations(databases.rows());
        var id = generations.request(projection.name(), "trial", "trial").id();
        if (projection instanceof Trivial) {
            new JdbcTemplate(database.owner()).execute("create schema if not exists " + id.schema());
            new JdbcTemplate(database.owner())
                    .execute("grant usage on schema " + id.schema() + " to " + TestDatabase.RUNTIME);
        } else {
            new GenerationSchemas(databases).create(id);
        }
        generations.started(id);
        var feeder = new Feeder(projection, generations.find(id).orElseThrow(), log.log(), reading, databases);
        while (feeder.next()) {
            // On.
        }
        generations.retire(id);
        return feeder.position();
    }

    private long feedAll() {
        var threads = new ArrayList<Thread>();
        for (var projection : TestProjections.all()) {
            threads.add(Thread.ofPlatform().start(() -> feed(projection)));
        }
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        return log.log().head();
    }

    private AxonProcessors axon() {
        return new AxonProcessors(databases.rows());
    }

    private interface Work {
        long run();
    }

    private void measured(String what, Work work) {
        var java = javaCpu();
        var postgres = postgresCpu();
        var started = System.nanoTime();
        var events = work.run();
        var seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                "%-10s %,d events in %.1f s: %,.0f/s; per event %.1f us of Java, %.1f us of PostgreSQL%n",
                what,
                events,
                seconds,
                events / seconds,
                (javaCpu() - java) * 1e6 / events,
                (postgresCpu() - postgres) * 1e6 / events);
    }

    private static double javaCpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    private double postgresCpu() {
        var any = new JdbcTemplate(databases.rows());
        var pids = any.queryForList("select pid from pg_stat_activity", Integer.class);
        return pids.stream().mapToDouble(ReplayTrial::cpuOf).sum();
    }

    private static double cpuOf(int pid) {
        try {
            var fields = Files.readString(Path.of("/proc/" + pid + "/stat"))
                    .replaceAll("^.*\\) ", "")
                    .split(" ", -1);
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Takes every event and does nothing. */
    private static final class Trivial implements Projection {
        @Override
        public String name() {
            return "trivial";
        }

        @Override
        public boolean concerns(String aggregateId) {
            return true;
        }

        @Override
        public void apply(List<Booked> events, JdbcTemplate rows) {}

        @Override
        public boolean parks() {
            return false;
        }
    }
}
