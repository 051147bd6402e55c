package io.coffer.query;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitRequested;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitSet;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceRecovered;
import io.coffer.api.merchants.FeeAccountEvent.FeeAccountNumberAttached;
import io.coffer.api.merchants.FeeAccountEvent.FeeAccountOpened;
import io.coffer.api.merchants.FeeAccountEvent.FeeAdvanced;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationTaken;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBFunded;
import io.coffer.api.merchants.FeeAccountEvent.RefundFeeGranted;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.MatchedBy;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptAssigned;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConsumed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.refunds.RefundId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A merchant's fee account by its events, as the command side would record them. */
public final class Shop {

    public static final Money LIMIT = Money.yuan(20);

    private final MerchantFeeAccountId account;

    private Shop(MerchantFeeAccountId account) {
        this.account = account;
    }

    public static Shop of(String tenant, String merchantNo) {
        return new Shop(MerchantFeeAccountId.of(new TenantId(tenant), merchantNo));
    }

    public MerchantFeeAccountId account() {
        return account;
    }

    public VirtualAccountId number() {
        return VirtualAccountId.of(Sale.CUSTODY.bankCode(), "8000000000000099");
    }

    /** With a number, and 20.00 that may be advanced. */
    public List<DomainEvent> opened() {
        return List.of(
                new FeeAccountOpened(account, Sale.CUSTODY),
                new FeeAccountNumberAttached(account, number()),
                new AdvanceLimitRequested(account, 1, LIMIT, "olga"),
                new AdvanceLimitSet(account, 1, LIMIT, Optional.empty()));
    }

    /** A receipt that nothing is recovered of. */
    public List<DomainEvent> toppedUp(String coreNo, long fen) {
        return List.of(recorded(coreNo, fen), assigned(coreNo, fen), funded(coreNo, fen), consumed(coreNo, fen));
    }

    /** A receipt of which an advance is recovered. */
    public List<DomainEvent> toppedUp(String coreNo, long fen, String orderNo, long recovered, long left) {
        var taker = new FeeTaker.Recovery(orderNo);
        return List.of(
                recorded(coreNo, fen),
                assigned(coreNo, fen),
                funded(coreNo, fen),
                new FeeReserved(account, taker, Money.fen(recovered)),
                new AdvanceRecovered(account, orderNo, taker, Money.fen(recovered), Money.fen(left)),
                consumed(coreNo, fen));
    }

    public FeeReserved reserved(String orderNo, long fen) {
        return new FeeReserved(account, new FeeTaker.Order(orderNo), Money.fen(fen));
    }

    public FeeAdvanced advanced(String orderNo, long fen) {
        return new FeeAdvanced(account, orderNo, Money.fen(fen), Sale.CUSTODY);
    }

    public AdvanceRecovered recovered(String orderNo, String from, long fen, long left) {
        return new AdvanceRecovered(account, orderNo, new FeeTaker.Order(from), Money.fen(fen), Money.fen(left));
    }

    public FeeReservationEnded ended(String orderNo, long fen) {
        return new FeeReservationEnded(account, orderNo, Money.fen(fen), "EXPIRED");
    }

    public RefundId refund() {
        return RefundId.of(account.tenant(), "R-1");
    }

    /** A refund's own part is set aside; the rest is promised. */
    public List<DomainEvent> granted(long own, long advanced) {
        return List.of(
                new FeeReserved(account, new FeeTaker.Refund(refund()), Money.fen(own)),
                new RefundFeeGranted(account, refund(), Money.fen(own), Money.fen(advanced)));
    }

    public FeeReservationTaken taken(FeeTaker taker, long fen) {
        return new FeeReservationTaken(account, taker, Money.fen(fen));
    }

    private BankReceiptId receipt(String coreNo) {
        return BankReceiptId.of(Sale.CUSTODY, LocalDate.of(2026, 11, 22), account.merchantNo() + "-" + coreNo);
    }

    private BankReceiptRecorded recorded(String coreNo, long fen) {
        return new BankReceiptRecorded(
                receipt(coreNo),
                Money.fen(fen),
                Optional.of(number()),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
    }

    private BankReceiptAssigned assigned(String coreNo, long fen) {
        return new BankReceiptAssigned(
                receipt(coreNo),
                account,
                Money.fen(fen),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(MatchedBy.NUMBER));
    }

    private MerchantBFunded funded(String coreNo, long fen) {
        return new MerchantBFunded(account, receipt(coreNo), Money.fen(fen));
    }

    private BankReceiptConsumed consumed(String coreNo, long fen) {
        return new BankReceiptConsumed(receipt(coreNo), account, Money.fen(fen), Money.ZERO);
    }
}
