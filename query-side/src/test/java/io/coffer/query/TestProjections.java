package io.coffer.query;

import io.coffer.query.kernel.Projection;
import io.coffer.query.kernel.WorkList;
import java.util.List;

/** The projections of all slices, which keep their types to themselves. */
public final class TestProjections {

    private TestProjections() {}

    public static Projection ledger() {
        return made("ledger.LedgerConfiguration", "ledgerProjection");
    }

    public static Projection account() {
        return made("accounts.AccountConfiguration", "accountProjection");
    }

    public static Projection feed() {
        return made("audit.AuditConfiguration", "feedProjection");
    }

    public static Projection contract() {
        return made("merchants.MerchantConfiguration", "contractProjection");
    }

    public static Projection splitSwitch() {
        return made("splits.SplitConfiguration", "splitSwitchProjection");
    }

    public static Projection split() {
        return made("splits.SplitConfiguration", "splitProjection");
    }

    public static Projection[] all() {
        return new Projection[] {
            ledger(),
            account(),
            made("receipts.ReceiptConfiguration", "receiptProjection"),
            made("receipts.ReceiptConfiguration", "statementProjection"),
            made("payouts.PayoutConfiguration", "payoutProjection"),
            made("payouts.PayoutConfiguration", "switchProjection"),
            made("approvals.ApprovalConfiguration", "approvalProjection"),
            made("merchants.MerchantConfiguration", "feeAccountProjection"),
            contract(),
            made("payments.PaymentConfiguration", "paymentOrderProjection"),
            made("promotions.PromotionConfiguration", "campaignProjection"),
            split(),
            splitSwitch(),
            made("refunds.RefundConfiguration", "refundProjection"),
            made("settlements.SettlementConfiguration", "settlementProjection"),
            feed()
        };
    }

    /** The work lists of all slices. */
    public static List<WorkList> workLists() {
        return List.of(
                list("accounts.AccountConfiguration", "blockedClosures"),
                list("accounts.AccountConfiguration", "expiringFreezes"),
                list("accounts.AccountConfiguration", "holdbackClaims"),
                list("accounts.AccountConfiguration", "returnedPayouts"),
                list("accounts.AccountConfiguration", "terminations"),
                list("approvals.ApprovalConfiguration", "undecidedApprovals"),
                list("merchants.MerchantConfiguration", "feeReceivables"),
                list("payments.PaymentConfiguration", "excessPayments"),
                list("payouts.PayoutConfiguration", "unknownPayouts"),
                list("receipts.ReceiptConfiguration", "suspense"),
                list("receipts.ReceiptConfiguration", "differences"),
                list("receipts.ReceiptConfiguration", "unbookedLines"),
                list("refunds.RefundConfiguration", "pendingRecoveries"),
                list("refunds.RefundConfiguration", "unknownRefunds"),
                list("refunds.RefundConfiguration", "waitingRefunds"),
                list("settlements.SettlementConfiguration", "settlementDifferences"),
                list("splits.SplitConfiguration", "stoppedSplits"));
    }

    private static Projection made(String configuration, String bean) {
        return (Projection) bean(configuration, bean);
    }

    private static WorkList list(String configuration, String bean) {
        return (WorkList) bean(configuration, bean);
    }

    private static Object bean(String configuration, String bean) {
        try {
            var type = Class.forName("io.coffer.query." + configuration);
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            var method = type.getDeclaredMethod(bean);
            method.setAccessible(true);
            return method.invoke(constructor.newInstance());
        } catch (ReflectiveOperationException missing) {
            throw new LinkageError(configuration, missing);
        }
    }
}
