package io.coffer.query.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.accounts.ContractRef;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.accounts.ReleaseCondition;
import io.coffer.api.accounts.ReleaseConditions;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.money.Amount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An escrow account as people read it.
 *
 * @param flags the kinds of orders in force
 * @param asOfEvent the position of the last event in it
 * @param version the sequence of that event, also the ETag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountView(
        String id,
        AccountStatus state,
        ContractRef contract,
        List<PartyView> parties,
        Terms terms,
        CustodyAccount custodyAccount,
        @Nullable String virtualAccountNumber,
        List<Planned> plan,
        BucketsView buckets,
        Amount total,
        Amount releasable,
        Amount releasableHoldback,
        Amount effectiveFrozen,
        Set<FreezeKind> flags,
        Amount setApart,
        Amount returned,
        Conditions conditions,
        List<PayeeView> payees,
        List<ReleaseView> releases,
        List<FreezeView> freezes,
        HoldbackView holdback,
        @Nullable TerminationView termination,
        List<Blocker> closureBlockers,
        Instant openedAt,
        Instant changedAt,
        long version,
        long asOfEvent) {

    /** Who takes part; names stay in the vault. */
    record PartyView(String partyId, PartyRole role) {}

    /** What the parties agreed. */
    record Terms(
            String agreementVersion,
            boolean signed,
            int supplementNo,
            Amount expected,
            Amount oneCheckerFrom,
            Amount twoCheckersAbove) {}

    /** One planned payment and how much of it is here. */
    record Planned(
            PaymentItem item,
            PartyRole payerRole,
            LocalDate dueDate,
            Amount expected,
            Amount received,
            Amount missing) {}

    record BucketsView(Amount available, Amount inRelease, Amount holdback) {}

    /** The tree that must be true, and how far it is. */
    record Conditions(
            ReleaseConditions required, Set<ReleaseCondition> confirmed, Set<ReleaseCondition> missing, boolean met) {}

    /** Where a party's money may go; number and name stay in the vault. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PayeeView(
            String partyId,
            String accountToken,
            String bankCode,
            BankAccountRef.AccountClass accountClass,
            @Nullable Instant effectiveFrom,
            @Nullable PayeeChangeView proposed) {}

    /** Another account of the party that waits for its approval. */
    record PayeeChangeView(
            int changeNo,
            String accountToken,
            String bankCode,
            BankAccountRef.AccountClass accountClass,
            String requestedBy,
            Instant proposedAt) {}

    /**
     * One item of money on its way out.
     *
     * @param payoutId what takes it, or has paid it for its refund
     * @param refundId what takes a buyer's part of a terminated contract, and brings it back to its payer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReleaseView(
            String releaseNo,
            @Nullable String partyId,
            @Nullable String orderNo,
            Amount amount,
            Release.State state,
            String requestedBy,
            int checkersRequired,
            Instant requestedAt,
            Instant changedAt,
            @Nullable String payoutId,
            @Nullable String refundId,
            @Nullable String approvalId,
            @Nullable String reason,
            @Nullable String returnedPayoutId,
            @Nullable Integer reissueNo) {}

    /**
     * One order to hold money.
     *
     * @param amount absent: all there is and will be
     * @param effective what it holds at the moment
     * @param shortfall what it missed because payouts had it already
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FreezeView(
            String orderNo,
            FreezeKind kind,
            String authority,
            @Nullable Amount amount,
            @Nullable PaymentItem item,
            boolean inForce,
            Freeze.End end,
            int queueNo,
            Amount effective,
            Amount shortfall,
            Instant frozenAt,
            @Nullable Instant expiresAt) {}

    /** One thing that keeps the account open. */
    record Blocker(io.coffer.api.accounts.ClosureBlocker.Kind kind, String subject, Amount amount) {}

    /** One line of a list of accounts. */
    @Schema(name = "AccountLine")
    record Line(
            String id,
            AccountStatus state,
            String contractNo,
            Amount expected,
            Amount total,
            Instant openedAt,
            Instant changedAt,
            long version) {

        static Line of(AccountState account) {
            return new Line(
                    account.account().value(),
                    account.state(),
                    account.contract().contractNo(),
                    Amount.of(account.terms().expected()),
                    Amount.of(account.buckets().total()),
                    account.openedAt(),
                    account.changedAt(),
                    account.version());
        }
    }
}
