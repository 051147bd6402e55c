package io.coffer.api.approvals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.MalformedKey;
import io.coffer.api.kernel.Owner;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitSwitchId;
import java.util.regex.Pattern;

/**
 * {@code AR:{tenant}:{what}}, or {@code AR:_:{what}} among people of the institution: named after what is to be approved,
 * so that one thing cannot be put before people twice.
 */
public record ApprovalRequestId(@JsonValue String value) implements AggregateId {

    private static final String INSTITUTION = "_";
    private static final Pattern GRAMMAR =
            Pattern.compile("AR:(_|[a-z0-9-]{1,32}):[a-z]{1,16}(:[A-Za-z0-9][A-Za-z0-9._-]{0,63}){1,9}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ApprovalRequestId {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new MalformedKey("approval request", value);
        }
    }

    public static ApprovalRequestId ofRelease(EscrowAccountId account, String releaseNo) {
        return new ApprovalRequestId("AR:" + account.tenant() + ":release:" + account.contractNo() + ":" + releaseNo);
    }

    public static ApprovalRequestId ofReissue(EscrowAccountId account, String releaseNo, int reissueNo) {
        return new ApprovalRequestId(
                "AR:" + account.tenant() + ":reissue:" + account.contractNo() + ":" + releaseNo + ":" + reissueNo);
    }

    public static ApprovalRequestId ofPayeeChange(EscrowAccountId account, int changeNo) {
        return new ApprovalRequestId("AR:" + account.tenant() + ":payee:" + account.contractNo() + ":" + changeNo);
    }

    public static ApprovalRequestId ofHoldback(EscrowAccountId account, int settlementNo) {
        return new ApprovalRequestId(
                "AR:" + account.tenant() + ":holdback:" + account.contractNo() + ":" + settlementNo);
    }

    public static ApprovalRequestId ofTermination(EscrowAccountId account, int planNo) {
        return new ApprovalRequestId("AR:" + account.tenant() + ":terminate:" + account.contractNo() + ":" + planNo);
    }

    public static ApprovalRequestId ofUnfreeze(EscrowAccountId account, String orderNo, int requestNo) {
        return new ApprovalRequestId("AR:" + INSTITUTION + ":unfreeze:" + account.tenant() + ":" + account.contractNo()
                + ":" + orderNo + ":" + requestNo);
    }

    public static ApprovalRequestId ofDeduction(EscrowAccountId account, String deductionNo) {
        return new ApprovalRequestId(
                "AR:" + INSTITUTION + ":deduct:" + account.tenant() + ":" + account.contractNo() + ":" + deductionNo);
    }

    public static ApprovalRequestId ofResumption(PayoutSwitchId id, int stopNo, int requestNo) {
        return new ApprovalRequestId("AR:" + INSTITUTION + ":resume:" + id + ":" + stopNo + ":" + requestNo);
    }

    public static ApprovalRequestId ofResolution(PayoutId payout, int resolutionNo) {
        return new ApprovalRequestId("AR:" + INSTITUTION + ":resolve:" + payout + ":" + resolutionNo);
    }

    public static ApprovalRequestId ofAdvanceLimit(MerchantFeeAccountId account, int requestNo) {
        return new ApprovalRequestId(
                "AR:" + INSTITUTION + ":advance:" + account.tenant() + ":" + account.merchantNo() + ":" + requestNo);
    }

    public static ApprovalRequestId ofCampaign(CampaignId campaign) {
        return new ApprovalRequestId(
                "AR:" + INSTITUTION + ":campaign:" + campaign.tenant() + ":" + campaign.campaignNo());
    }

    public static ApprovalRequestId ofRefund(RefundId refund) {
        return new ApprovalRequestId("AR:" + refund.tenant() + ":refund:" + number(refund));
    }

    public static ApprovalRequestId ofSplit(SplitId split) {
        return new ApprovalRequestId("AR:" + split.tenant() + ":split:" + split.splitNo());
    }

    public static ApprovalRequestId ofSplitsResumption(SplitSwitchId id, int stopNo, int requestNo) {
        return new ApprovalRequestId("AR:" + INSTITUTION + ":splits:" + id + ":" + stopNo + ":" + requestNo);
    }

    public static ApprovalRequestId ofReroute(RefundId refund, int rerouteNo) {
        return new ApprovalRequestId("AR:" + refund.tenant() + ":reroute:" + number(refund) + ":" + rerouteNo);
    }

    public static ApprovalRequestId ofRefundResolution(RefundId refund, int resolutionNo) {
        return new ApprovalRequestId("AR:" + INSTITUTION + ":papers:" + refund + ":" + resolutionNo);
    }

    private static String number(RefundId refund) {
        return refund.account().map(account -> account.contractNo() + ":").orElse("") + refund.outRefundNo();
    }

    public static ApprovalRequestId ofReceipt(BankReceiptId receipt, int verdictNo) {
        return new ApprovalRequestId("AR:" + INSTITUTION + ":receipt:" + receipt + ":" + verdictNo);
    }

    @Override
    public Owner owner() {
        var scope = value.split(":", 3)[1];
        return scope.equals(INSTITUTION) ? Owner.institution() : Owner.tenant(new TenantId(scope));
    }

    @Override
    public String toString() {
        return value;
    }
}
