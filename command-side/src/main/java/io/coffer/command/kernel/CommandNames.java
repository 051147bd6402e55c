package io.coffer.command.kernel;

import io.coffer.api.accounts.AgreementCommand.OpenEscrowAccount;
import io.coffer.api.accounts.EscrowCommand;
import io.coffer.api.approvals.ApprovalCommand;
import io.coffer.api.approvals.ApprovalCommand.ProposeApproval;
import io.coffer.api.kernel.Command;
import io.coffer.api.merchants.ContractCommand;
import io.coffer.api.merchants.FeeAccountCommand;
import io.coffer.api.merchants.FeeAccountCommand.OpenFeeAccount;
import io.coffer.api.payments.PaymentCommand;
import io.coffer.api.payments.PaymentCommand.CreatePaymentOrder;
import io.coffer.api.payouts.PayoutCommand;
import io.coffer.api.payouts.PayoutCommand.CreatePayout;
import io.coffer.api.payouts.PayoutSwitchCommand;
import io.coffer.api.promotions.CampaignCommand;
import io.coffer.api.promotions.CampaignCommand.CreateCampaign;
import io.coffer.api.receipts.FingerprintCommand;
import io.coffer.api.receipts.ReceiptCommand;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptKeyCommand;
import io.coffer.api.receipts.StatementCommand;
import io.coffer.api.receipts.VirtualAccountCommand;
import io.coffer.api.receipts.VirtualAccountCommand.AssignOwner;
import io.coffer.api.refunds.RefundCommand;
import io.coffer.api.refunds.RefundCommand.RequestRefund;
import io.coffer.api.settlements.SettlementCommand;
import io.coffer.api.splits.SplitCommand;
import io.coffer.api.splits.SplitCommand.DefineSplit;
import io.coffer.api.splits.SplitSwitchCommand;

/** The name under which a family of commands finds its aggregate: one handler per family, an exhaustive switch inside. */
public final class CommandNames {

    public static final String ESCROW_ACCOUNT = "EscrowCommand";
    public static final String BANK_RECEIPT = "ReceiptCommand";
    public static final String FINGERPRINT = "FingerprintCommand";
    public static final String RECEIPT_KEY = "ReceiptKeyCommand";
    public static final String STATEMENT = "StatementCommand";
    public static final String VIRTUAL_ACCOUNT = "VirtualAccountCommand";
    public static final String PAYOUT = "PayoutCommand";
    public static final String PAYOUT_SWITCH = "PayoutSwitchCommand";
    public static final String FEE_ACCOUNT = "FeeAccountCommand";
    public static final String CONTRACT = "ContractCommand";
    public static final String PAYMENT_ORDER = "PaymentCommand";
    public static final String CAMPAIGN = "CampaignCommand";
    public static final String REFUND = "RefundCommand";
    public static final String SPLIT = "SplitCommand";
    public static final String SPLIT_SWITCH = "SplitSwitchCommand";
    public static final String SETTLEMENT = "SettlementCommand";
    public static final String APPROVAL_REQUEST = "ApprovalCommand";

    private CommandNames() {}

    static String of(Command command) {
        return switch (command) {
            case EscrowCommand _ -> ESCROW_ACCOUNT;
            case ReceiptCommand _ -> BANK_RECEIPT;
            case FingerprintCommand _ -> FINGERPRINT;
            case ReceiptKeyCommand _ -> RECEIPT_KEY;
            case StatementCommand _ -> STATEMENT;
            case VirtualAccountCommand _ -> VIRTUAL_ACCOUNT;
            case PayoutCommand _ -> PAYOUT;
            case PayoutSwitchCommand _ -> PAYOUT_SWITCH;
            case FeeAccountCommand _ -> FEE_ACCOUNT;
            case ContractCommand _ -> CONTRACT;
            case PaymentCommand _ -> PAYMENT_ORDER;
            case CampaignCommand _ -> CAMPAIGN;
            case RefundCommand _ -> REFUND;
            case SplitCommand _ -> SPLIT;
            case SplitSwitchCommand _ -> SPLIT_SWITCH;
            case SettlementCommand _ -> SETTLEMENT;
            case ApprovalCommand _ -> APPROVAL_REQUEST;
        };
    }

    /** Whether its target, as a rule, does not exist yet: then looking for it first would be in vain. */
    static boolean opens(Command command) {
        return command instanceof OpenEscrowAccount
                || command instanceof RecordReceipt
                || command instanceof AssignOwner
                || command instanceof CreatePayout
                || command instanceof OpenFeeAccount
                || command instanceof CreatePaymentOrder
                || command instanceof CreateCampaign
                || command instanceof DefineSplit
                || command instanceof RequestRefund
                || command instanceof ProposeApproval;
    }
}
