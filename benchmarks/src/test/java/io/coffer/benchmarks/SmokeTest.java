package io.coffer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.benchmarks.append.AppendProgram;
import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Figures;
import io.coffer.benchmarks.measure.Machine;
import io.coffer.benchmarks.measure.Pace;
import io.coffer.benchmarks.postgres.DurableServer;
import io.coffer.benchmarks.report.Report;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** In seconds and without a look at the numbers: the run for the report takes half an hour, and nobody waits for it. */
@DisplayName("The benchmarks")
class SmokeTest {

    @Test
    void still_run_and_report() throws Exception {
        var figures = new ArrayList<Figure>();
        try (var server = DurableServer.start()) {
            assertThat(server.settings())
                    .containsEntry("fsync", "on")
                    .containsEntry("synchronous_commit", "on")
                    .containsEntry("full_page_writes", "on");
            for (var subject : List.of(AppendProgram.LIMITS, AppendProgram.STOCK, AppendProgram.OURS)) {
                figures.addAll(AppendProgram.measure(subject, server.fresh("append"), Pace.TINY));
            }
            figures.addAll(BytesPart.run(Pace.TINY, server));
            figures.addAll(new ReplayPart(Pace.TINY, server).run());
            figures.addAll(HistoryPart.run(Pace.TINY, server));
            figures.addAll(LoadPart.run(Pace.TINY, server));
            figures.addAll(new LagPart(Launch.here()).run(Pace.TINY, server));
        }
        figures.addAll(MicroPart.run(Pace.TINY));

        // A window of a tiny run may be too short for an answer; a pass is not.
        assertThat(figures)
                .filteredOn(figure -> !figure.part().equals("append"))
                .hasSizeGreaterThan(20)
                .allSatisfy(figure -> assertThat(figure.median()).isPositive());
        assertThat(new Report(new Figures(Machine.here(), figures)).text())
                .contains("| coffer |", "not measured")
                .doesNotContain("{{");
    }
}
