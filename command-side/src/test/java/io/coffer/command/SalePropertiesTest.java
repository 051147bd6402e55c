package io.coffer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.accounts.FreezeEvent.FreezeExpired;
import io.coffer.api.accounts.FreezeEvent.FreezeRenewed;
import io.coffer.api.accounts.FreezeEvent.FundsUnfrozen;
import io.coffer.api.payouts.PayoutId;
import io.coffer.command.payouts.PurePayout;
import java.util.HashSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** More walks with {@code -Dcoffer.walks=10000}. A failing seed becomes a named example. */
@DisplayName("Any walk through two sales")
class SalePropertiesTest {

    private static final int STEPS = 200;

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("coffer.walks", 500));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void conserves_every_fen(long seed) {
        var walk = new Walk(seed);
        for (var step = 0; step < STEPS; step++) {
            walk.step();
            walk.assertQuiet();
        }
        walk.assertConsistent();
    }

    /** A walk that never gets anywhere proves nothing. */
    @Test
    void reaches_every_end_and_every_trouble() {
        var stages = new TreeSet<String>();
        var happened = new HashSet<Class<?>>();
        for (var seed = 0L; seed < 150; seed++) {
            var walk = new Walk(seed);
            for (var step = 0; step < STEPS; step++) {
                walk.step();
                for (var payout : walk.world().ids(PayoutId.class)) {
                    stages.add(walk.world()
                            .find(payout, PurePayout.class)
                            .map(PurePayout::stage)
                            .orElseThrow());
                }
                stages.addAll(walk.accountStages());
            }
            happened.addAll(walk.world().happened());
        }
        assertThat(stages)
                .contains(
                        "SUBMITTED",
                        "UNKNOWN",
                        "NOT_FOUND",
                        "PAID",
                        "RETURNED",
                        "FAILED",
                        "CANCELLED",
                        "COMPLETED",
                        "CLOSED");
        assertThat(happened)
                .contains(FundsUnfrozen.class, FreezeExpired.class, FreezeRenewed.class, FundsDeducted.class);
    }
}
