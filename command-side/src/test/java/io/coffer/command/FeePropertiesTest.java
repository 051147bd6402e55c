package io.coffer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.merchants.ContractEvent.ContractCredited;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractReservationEnded;
import io.coffer.api.merchants.ContractEvent.ContractReservationTaken;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitSet;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceRecovered;
import io.coffer.api.merchants.FeeAccountEvent.FeeAdvanced;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationTaken;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBCredited;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBFunded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundingDeclined;
import io.coffer.api.merchants.FeeAccountEvent.RefundAdvanceWithdrawn;
import io.coffer.api.merchants.FeeAccountEvent.RefundFeeGranted;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConsumed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptReleased;
import java.util.HashSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Any walk through two merchants' fee accounts and contracts")
class FeePropertiesTest {

    private static final int STEPS = 200;

    @Test
    void conserves_every_fen_in_both_books() {
        Walks.each(1_000, seed -> {
            var walk = new FeeWalk(seed);
            for (var step = 0; step < STEPS; step++) {
                walk.step();
            }
            walk.world().assertConsistent();
        });
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
                        RefundFeeGranted.class,
                        RefundAdvanceWithdrawn.class,
                        FeeReservationTaken.class,
                        MerchantBCredited.class,
                        ContractCredited.class,
                        ContractFundsReserved.class,
                        ContractReservationTaken.class,
                        ContractReservationEnded.class,
                        BankReceiptConsumed.class,
                        BankReceiptReleased.class);
        assertThat(refusals)
                .contains(
                        "FEE_NOT_COVERED",
                        "CONTRACT_FUNDS_MISSING",
                        "FEE_ALREADY_RESERVED",
                        "FEE_NOT_RESERVED",
                        "FEE_ACCOUNT_RESTRICTED",
                        "ADVANCE_LIMIT_TOO_HIGH",
                        "CORRECTION_NOT_SUPPORTED",
                        "RECEIPT_NOT_FREE");
    }
}
