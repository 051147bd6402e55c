package io.coffer.benchmarks;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where figures and page of a run lie: with the sources when they are kept, otherwise with what a build throws away. */
record Results(Path file, Path page) {

    static Results in(Path repository, boolean kept) {
        var name = LocalDate.now(ZoneOffset.UTC) + ".json";
        var thrownAway = repository.resolve("benchmarks/target");
        return kept
                ? new Results(
                        repository.resolve("benchmarks/results").resolve(name),
                        repository.resolve("docs/performance.md"))
                : new Results(thrownAway.resolve(name), thrownAway.resolve("performance.md"));
    }
}
