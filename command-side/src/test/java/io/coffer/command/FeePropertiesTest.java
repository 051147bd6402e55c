package io.coffer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitSet;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceRecovered;
import io.coffer.api.merchants.FeeAccountEvent.FeeAdvanced;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBFunded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundingDeclined;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConsumed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptReleased;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** More walks with {@code -Dcoffer.walks}, one of them again with {@code -Dcoffer.walks.first}, as in {@link SalePropertiesTest}. */
@DisplayName("Any walk through two fee accounts")
class FeePropertiesTest {

    private static final int STEPS = 200;

    @Test
    void conserves_every_fen_in_both_books() {
        var first = Long.getLong("coffer.walks.first", 0);
        LongStream.range(first, first + Long.getLong("coffer.walks", 1_000))
                .parallel()
                .mapToObj(FeePropertiesTest::failureOf)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(failure -> {
                    throw failure;
                });
    }

    private static Optional<AssertionError> failureOf(long seed) {
        try {
            var walk = new FeeWalk(seed);
            for (var step = 0; step < STEPS; step++) {
                walk.step();
            }
            walk.world().assertConsistent();
            return Optional.empty();
        } catch (AssertionError | RuntimeException failure) {
            return Optional.of(new AssertionError("The walk of seed " + seed + " went wrong", failure));
        }
    }

    /** A walk that never gets anywhere proves nothing. */
    @Test
    void reaches_every_fact_and_every_refusal() {
        var happened = new HashSet<Class<?>>();
        var refusals = new HashSet<String>();
        for (var seed = 0L; seed < 40; seed++) {
            var walk = new FeeWalk(seed);
            for (var step = 0; step < STEPS; step++) {
                walk.step();
            }
            happened.addAll(walk.world().happened());
            refusals.addAll(walk.refusals());
        }
        assertThat(happened)
                .contains(
                        MerchantBFunded.class,
                        MerchantFundingDeclined.class,
                        FeeReserved.class,
                        FeeAdvanced.class,
                        FeeReservationEnded.class,
                        AdvanceRecovered.class,
                        AdvanceLimitSet.class,
                        BankReceiptConsumed.class,
                        BankReceiptReleased.class);
        assertThat(refusals)
                .contains(
                        "FEE_NOT_COVERED",
                        "FEE_ALREADY_RESERVED",
                        "FEE_NOT_RESERVED",
                        "FEE_ACCOUNT_RESTRICTED",
                        "ADVANCE_LIMIT_TOO_HIGH",
                        "CORRECTION_NOT_SUPPORTED",
                        "RECEIPT_NOT_FREE");
    }
}
