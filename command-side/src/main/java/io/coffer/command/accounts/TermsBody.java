package io.coffer.command.accounts;

import io.coffer.api.accounts.ApprovalTiers;
import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.accounts.FreezeTerms;
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
 */
record TermsBody(
        String agreementVersion,
        List<PlannedPaymentBody> plan,
        ReleaseConditions releaseConditions,
        Optional<TiersBody> tiers,
        Optional<FreezeTerms> freezes) {

    EscrowTerms toTerms() {
        return new EscrowTerms(
                io.coffer.api.kernel.Keys.key("agreementVersion", agreementVersion),
                plan.stream().map(PlannedPaymentBody::toPlanned).toList(),
                releaseConditions,
                tiers.map(TiersBody::toTiers).orElseGet(ApprovalTiers::standard),
                freezes);
    }

    record PlannedPaymentBody(PaymentItem item, Amount expected, LocalDate dueDate, PartyRole payerRole) {
        PlannedPayment toPlanned() {
            return new PlannedPayment(item, expected.toPositiveMoney(), dueDate, payerRole);
        }
    }

    record TiersBody(Amount oneCheckerFrom, Amount twoCheckersAbove) {
        ApprovalTiers toTiers() {
            return new ApprovalTiers(oneCheckerFrom.toMoney(), twoCheckersAbove.toMoney());
        }
    }
}
