package io.coffer.api.kernel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.coffer.api.accounts.EscrowRejection;
import io.coffer.api.accounts.FreezeRejection;
import io.coffer.api.accounts.HoldbackRejection;
import io.coffer.api.accounts.TerminationRejection;
import io.coffer.api.approvals.ApprovalRejection;
import io.coffer.api.merchants.ContractRejection;
import io.coffer.api.merchants.FeeAccountRejection;
import io.coffer.api.payments.PaymentRejection;
import io.coffer.api.payouts.PayoutRejection;
import io.coffer.api.promotions.CampaignRejection;
import io.coffer.api.receipts.ReceiptRejection;
import io.coffer.api.refunds.RefundRejection;
import io.coffer.api.settlements.SettlementRejection;
import io.coffer.api.splits.SplitRejection;

/** Why a command was refused, as data. Its components are the exact reasons; nothing was stored. */
public sealed interface Rejection
        permits ApprovalRejection,
                CampaignRejection,
                ContractRejection,
                EscrowRejection,
                FeeAccountRejection,
                FreezeRejection,
                HoldbackRejection,
                KernelRejection,
                PaymentRejection,
                PayoutRejection,
                ReceiptRejection,
                RefundRejection,
                SettlementRejection,
                SplitRejection,
                TerminationRejection {

    /** How the refusal answers over HTTP; each kind has one status. */
    enum Kind {
        /** 404: not there, or not yours. */
        NOT_FOUND,
        /** 403: there, yours to see, not yours to do. */
        FORBIDDEN,
        /** 409: the object's present state does not allow it. */
        CONFLICT,
        /** 412: you decided on an older state. */
        STALE,
        /** 422: understood, and against a rule. */
        RULE
    }

    @JsonIgnore
    Kind kind();

    /** One English sentence for a person. */
    @JsonIgnore
    String sentence();

    /** The stable code: the refusal's name in upper snake case. {@code docs/problems.md} lists every one. */
    @JsonIgnore
    default String code() {
        return getClass()
                .getSimpleName()
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toUpperCase(java.util.Locale.ROOT);
    }
}
