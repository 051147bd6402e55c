package io.coffer.command.payments;

import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Amount;
import io.coffer.api.refunds.RecoveryLeg;
import io.coffer.api.refunds.RecoveryPlan;
import io.coffer.api.splits.SplitId;
import io.coffer.platform.web.EdgeException;
import io.coffer.platform.web.EdgeProblem;
import java.util.List;
import java.util.Optional;

/**
 * Who bears one part of a refund of money that was split before.
 *
 * @param split of which a payee gives back; for PAYEE only
 * @param payee its fee account; for PAYEE only
 */
record RecoveryLegBody(From from, Optional<SplitId> split, Optional<MerchantFeeAccountId> payee, Amount amount) {

    /** Who bears it. */
    enum From {
        /** What the contract still has of the payment. */
        CONTRACT,
        PAYEE,
        /** The contract's merchant: its own fee account, then own cash within its limit. */
        MERCHANT
    }

    private static final int LEGS_MAX = 50;

    static Optional<RecoveryPlan> plan(Optional<List<RecoveryLegBody>> legs) {
        return legs.map(RecoveryLegBody::checked)
                .map(all -> new RecoveryPlan(
                        all.stream().map(RecoveryLegBody::toLeg).toList()));
    }

    private static List<RecoveryLegBody> checked(List<RecoveryLegBody> legs) {
        if (legs.isEmpty() || legs.size() > LEGS_MAX) {
            throw new EdgeException(
                    EdgeProblem.FIELD_INVALID, "recoveryPlan has between 1 and " + LEGS_MAX + " parts.");
        }
        return legs;
    }

    private RecoveryLeg toLeg() {
        var money = amount.toPositiveMoney();
        return switch (from) {
            case CONTRACT -> new RecoveryLeg.Contract(money);
            case MERCHANT -> new RecoveryLeg.Merchant(money);
            case PAYEE -> new RecoveryLeg.Payee(named("split", split), named("payee", payee), money);
        };
    }

    private static <T> T named(String name, Optional<T> value) {
        return value.orElseThrow(
                () -> new EdgeException(EdgeProblem.FIELD_INVALID, "recoveryPlan." + name + " is needed for PAYEE."));
    }
}
