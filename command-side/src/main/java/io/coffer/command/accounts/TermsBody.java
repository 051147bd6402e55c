package io.coffer.command.accounts;

import io.coffer.api.accounts.ApprovalTiers;
import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.accounts.FreezeTerms;
import io.coffer.api.accounts.HoldbackSource;
import io.coffer.api.accounts.HoldbackTerms;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.accounts.PlannedPayment;
import io.coffer.api.accounts.ReleaseConditions;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.money.Amount;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Terms as they are written at the edge.
 *
 * @param tiers the standard tiers when absent
 * @param freezes how long freezes last; the standard when absent
 * @param holdback what stays until handover; nothing when absent
 */
record TermsBody(
        String agreementVersion,
        List<PlannedPaymentBody> plan,
        ReleaseConditions releaseConditions,
        Optional<TiersBody> tiers,
        Optional<FreezeTerms> freezes,
        Optional<HoldbackBody> holdback) {

    EscrowTerms toTerms() {
        return new EscrowTerms(
                io.coffer.api.kernel.Keys.key("agreementVersion", agreementVersion),
                plan.stream().map(PlannedPaymentBody::toPlanned).toList(),
                releaseConditions,
                tiers.map(TiersBody::toTiers).orElseGet(ApprovalTiers::standard),
                freezes,
                holdback.map(HoldbackBody::toTerms));
    }

    record PlannedPaymentBody(PaymentItem item, Amount expected, LocalDate dueDate, PartyRole payerRole) {
        PlannedPayment toPlanned() {
            return new PlannedPayment(item, expected.toPositiveMoney(), dueDate, payerRole);
        }
    }

    /** @param objectionDays five when absent */
    record HoldbackBody(HoldbackSource source, Amount amount, Optional<Integer> objectionDays) {
        HoldbackTerms toTerms() {
            return new HoldbackTerms(
                    source, amount.toPositiveMoney(), objectionDays.orElse(HoldbackTerms.OBJECTION_DAYS_STANDARD));
        }
    }

    record TiersBody(Amount oneCheckerFrom, Amount twoCheckersAbove) {
        ApprovalTiers toTiers() {
            return new ApprovalTiers(oneCheckerFrom.toMoney(), twoCheckersAbove.toMoney());
        }
    }
}
