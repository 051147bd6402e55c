package io.coffer.api.kernel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.coffer.api.accounts.EscrowCommand;
import io.coffer.api.approvals.ApprovalCommand;
import io.coffer.api.merchants.ContractCommand;
import io.coffer.api.merchants.FeeAccountCommand;
import io.coffer.api.payments.PaymentCommand;
import io.coffer.api.payouts.PayoutCommand;
import io.coffer.api.payouts.PayoutSwitchCommand;
import io.coffer.api.promotions.CampaignCommand;
import io.coffer.api.receipts.FingerprintCommand;
import io.coffer.api.receipts.ReceiptCommand;
import io.coffer.api.receipts.ReceiptKeyCommand;
import io.coffer.api.receipts.StatementCommand;
import io.coffer.api.receipts.VirtualAccountCommand;
import io.coffer.api.refunds.RefundCommand;
import io.coffer.api.settlements.SettlementCommand;
import io.coffer.api.splits.SplitCommand;
import io.coffer.api.splits.SplitSwitchCommand;

/** An intent, addressed to exactly one aggregate. */
public sealed interface Command
        permits ApprovalCommand,
                CampaignCommand,
                ContractCommand,
                EscrowCommand,
                FeeAccountCommand,
                FingerprintCommand,
                PaymentCommand,
                PayoutCommand,
                PayoutSwitchCommand,
                ReceiptCommand,
                ReceiptKeyCommand,
                RefundCommand,
                SettlementCommand,
                SplitCommand,
                SplitSwitchCommand,
                StatementCommand,
                VirtualAccountCommand {

    /** The aggregate that decides. */
    @JsonIgnore
    AggregateId target();
}
