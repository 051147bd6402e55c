package io.coffer.api.kernel;

import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.ledger.LedgerWatchId;
import io.coffer.api.merchants.ContractTaker;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.FingerprintId;
import io.coffer.api.receipts.ReceiptKeyId;
import io.coffer.api.receipts.ReceiptTarget;
import io.coffer.api.receipts.StatementId;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.splits.SplitSwitchId;

/** The identity of one stream of events: derived from its business key, so that opening twice is impossible. */
public sealed interface AggregateId
        permits ApprovalRequestId,
                BankReceiptId,
                CampaignId,
                ContractTaker,
                ReceiptTarget,
                FingerprintId,
                LedgerWatchId,
                MerchantContractId,
                PayoutId,
                PayoutSwitchId,
                ReceiptKeyId,
                SplitSwitchId,
                StatementId,
                VirtualAccountId {

    /** The full text, with the prefix of its kind. */
    String value();

    /** The owner whose business this is: a tenant, or the institution for banks' and shared objects. */
    Owner owner();
}
