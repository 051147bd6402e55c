package io.coffer.query.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.accounts.HoldbackSource;
import io.coffer.api.accounts.Leg;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stays until handover, as people read it.
 *
 * @param paidIn what the seller paid in
 * @param toBePaidIn what the seller has agreed to pay in and has not
 * @param toBeKept what the terms want to be kept of the price and is not yet
 * @param unclaimed what sellers may have of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HoldbackView(
        @Nullable HoldbackSource source,
        Amount agreed,
        Amount kept,
        Amount toBeKept,
        Amount paidIn,
        Amount toBePaidIn,
        Amount unclaimed,
        @Nullable Instant handedOverAt,
        List<ClaimView> claims,
        @Nullable SettlementView pending) {

    /**
     * One claim.
     *
     * @param open whether it was neither given up nor paid
     * @param counts whether it may be paid
     */
    @Schema(name = "HoldbackClaimView")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClaimView(
            String claimNo,
            String partyId,
            Amount amount,
            HoldbackClaim.State state,
            boolean open,
            boolean counts,
            Instant claimedAt,
            Instant objectionUntil,
            @Nullable String legNo) {}

    /** A settlement that waits for its decision. */
    record SettlementView(int settlementNo, List<LegView> legs, String requestedBy, int checkersRequired) {}

    /** One part of money that goes to several at once. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LegView(
            String legNo,
            String partyId,
            String accountToken,
            Amount amount,
            @Nullable String claimNo) {
        static LegView of(Leg leg) {
            return new LegView(
                    leg.legNo(),
                    leg.payee().partyId(),
                    leg.payee().account().token(),
                    Amount.of(leg.amount()),
                    leg.claimNo().orElse(null));
        }
    }

    static HoldbackView of(AccountState account, Instant at) {
        var agreed = account.terms().holdback();
        return new HoldbackView(
                agreed.map(terms -> terms.source()).orElse(null),
                Amount.of(agreed.map(terms -> terms.amount()).orElse(Money.ZERO)),
                Amount.of(account.holdback().kept()),
                Amount.of(account.toBeKept()),
                Amount.of(account.holdback().paidIn()),
                Amount.of(account.missingHoldback()),
                Amount.of(account.unclaimed()),
                account.holdback().handedOverAt().orElse(null),
                account.holdback().claims().stream()
                        .map(claim -> claim(claim, account, at))
                        .toList(),
                account.holdback()
                        .pending()
                        .map(asked -> new SettlementView(
                                asked.settlementNo(),
                                asked.legs().stream().map(LegView::of).toList(),
                                asked.requestedBy(),
                                asked.checkersRequired()))
                        .orElse(null));
    }

    private static ClaimView claim(HoldbackClaim claim, AccountState account, Instant at) {
        return new ClaimView(
                claim.claimNo(),
                claim.partyId(),
                Amount.of(claim.amount()),
                claim.state(),
                account.isOpen(claim),
                claim.counts(at),
                claim.claimedAt(),
                claim.objectionUntil(),
                claim.leg().orElse(null));
    }
}
