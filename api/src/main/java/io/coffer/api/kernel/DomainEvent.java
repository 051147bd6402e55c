package io.coffer.api.kernel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.approvals.ApprovalEvent;
import io.coffer.api.ledger.LedgerEvent;
import io.coffer.api.merchants.ContractEvent;
import io.coffer.api.merchants.FeeAccountEvent;
import io.coffer.api.payments.PaymentEvent;
import io.coffer.api.payouts.PayoutEvent;
import io.coffer.api.payouts.PayoutSwitchEvent;
import io.coffer.api.promotions.CampaignEvent;
import io.coffer.api.receipts.FingerprintEvent;
import io.coffer.api.receipts.ReceiptEvent;
import io.coffer.api.receipts.ReceiptKeyEvent;
import io.coffer.api.receipts.StatementEvent;
import io.coffer.api.receipts.VirtualAccountEvent;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.settlements.SettlementEvent;
import io.coffer.api.splits.SplitEvent;
import io.coffer.api.splits.SplitSwitchEvent;

/** A fact that was recorded for ever. Carries facts and amounts; never a journal, never personal data. */
public sealed interface DomainEvent
        permits ApprovalEvent,
                CampaignEvent,
                ContractEvent,
                EscrowEvent,
                FeeAccountEvent,
                FingerprintEvent,
                LedgerEvent,
                PaymentEvent,
                PayoutEvent,
                PayoutSwitchEvent,
                ReceiptEvent,
                ReceiptKeyEvent,
                RefundEvent,
                SettlementEvent,
                SplitEvent,
                SplitSwitchEvent,
                StatementEvent,
                VirtualAccountEvent {

    /** The aggregate whose history this belongs to. */
    @JsonIgnore
    AggregateId source();
}
