package io.coffer.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The compiler threads of a JVM, as Linux counts their time. A JVM that has next to nothing left to compile is warm: on two
 * busy cores that takes minutes, and until then the compilers take a good part of what they promise to save.
 */
public record Compilers(long process) {

    // Of one core.
    private static final double AT_REST = 0.03;

    // After the name in brackets: the state, ten fields of no interest here, then user and system time.
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final long MILLIS_PER_TICK = 10;

    public static Compilers here() {
        return new Compilers(ProcessHandle.current().pid());
    }

    /** One round of load. */
    @FunctionalInterface
    public interface Load {
        void run() throws Exception;
    }

    /** Loads in rounds until they are at rest in one of them; gives the share of a core that they took in the last. */
    public double warmUp(int least, int most, Load load) throws Exception {
        var share = 1.0;
        for (var round = 1; round <= most && (round <= least || share >= AT_REST); round++) {
            var from = System.nanoTime();
            var before = taken();
            load.run();
            share = (double) taken().minus(before).toNanos() / (System.nanoTime() - from);
        }
        return share;
    }

    /** The processor time that they took so far; zero where the system does not tell. */
    private Duration taken() throws IOException {
        var tasks = Path.of("/proc", Long.toString(process), "task");
        if (!Files.isDirectory(tasks)) {
            return Duration.ZERO;
        }
        var ticks = 0L;
        for (var task : list(tasks)) {
            ticks += ticks(task.resolve("stat"));
        }
        return Duration.ofMillis(ticks * MILLIS_PER_TICK);
    }

    private static List<Path> list(Path tasks) throws IOException {
        try (var all = Files.list(tasks)) {
            return all.toList();
        }
    }

    private static long ticks(Path stat) {
        try {
            var line = Files.readString(stat);
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return line.contains("CompilerThre")
                    ? Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS])
                    : 0;
        } catch (IOException threadHasEnded) {
            return 0;
        }
    }
}
