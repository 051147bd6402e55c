package io.coffer.query;

import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.AgreementEvent.VirtualAccountAttached;
import io.coffer.api.accounts.ApprovalTiers;
import io.coffer.api.accounts.ClosureEvent.AccountClosed;
import io.coffer.api.accounts.ClosureEvent.AccountClosureRequested;
import io.coffer.api.accounts.ConditionEvent.ReleaseConditionConfirmed;
import io.coffer.api.accounts.ContractRef;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemPartiallyFunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemSettled;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.PayeeEvent.PayeeBound;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.accounts.PlannedPayment;
import io.coffer.api.accounts.ReleaseCondition;
import io.coffer.api.accounts.ReleaseConditions;
import io.coffer.api.accounts.ReleaseEvent.ReleaseApproved;
import io.coffer.api.accounts.ReleaseEvent.ReleaseFailed;
import io.coffer.api.accounts.ReleaseEvent.ReleasePaid;
import io.coffer.api.accounts.ReleaseEvent.ReleaseRequested;
import io.coffer.api.accounts.ReturnEvent.ReissueFailed;
import io.coffer.api.accounts.ReturnEvent.ReissuePaid;
import io.coffer.api.accounts.ReturnEvent.ReissueRequested;
import io.coffer.api.accounts.ReturnEvent.ReleaseReissued;
import io.coffer.api.accounts.ReturnEvent.ReleaseReturned;
import io.coffer.api.accounts.ReturnEvent.ReturnedMoneyRestored;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutEvent.PayoutCreated;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutEvent.PayoutReturned;
import io.coffer.api.payouts.PayoutEvent.PayoutSubmitted;
import io.coffer.api.payouts.PayoutEvent.PayoutSubmitting;
import io.coffer.api.payouts.PayoutEvent.PayoutSucceeded;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSource.EscrowRelease;
import io.coffer.api.payouts.PayoutSource.ReturnedPayout;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptAssigned;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConsumed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.VirtualAccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The events of one home sale of 1,000.00, as the command side would record them. */
public record Sale(EscrowAccountId account) {

    public static final Money PRICE = Money.yuan(1_000);
    public static final CustodyAccount CUSTODY = new CustodyAccount("102100099996", "6222000011112222");
    public static final LocalDate BANK_DATE = LocalDate.of(2026, 11, 22);
    public static final BankAccountRef SELLERS_ACCOUNT =
            new BankAccountRef("tok-seller", "105100000017", "d1", BankAccountRef.AccountClass.PERSONAL);

    public static Sale of(String tenant, String contractNo) {
        return new Sale(EscrowAccountId.of(new TenantId(tenant), contractNo));
    }

    public VirtualAccountId number() {
        return VirtualAccountId.of(
                CUSTODY.bankCode(), "88" + Math.floorMod(account.value().hashCode(), 1_000_000));
    }

    public List<DomainEvent> opened() {
        var terms = EscrowTerms.plain(
                "BJ-2026-1",
                List.of(
                        new PlannedPayment(PaymentItem.EARNEST, Money.yuan(100), BANK_DATE, PartyRole.BUYER),
                        new PlannedPayment(PaymentItem.DOWN_PAYMENT, Money.yuan(900), BANK_DATE, PartyRole.BUYER)),
                new ReleaseConditions.Single(ReleaseCondition.TRANSFER_REGISTERED),
                ApprovalTiers.standard());
        return List.of(
                new EscrowAccountOpened(
                        account,
                        new ContractRef(account.contractNo(), ContractRef.BusinessLine.SECOND_HAND, "110105"),
                        List.of(new Party("P-buyer", PartyRole.BUYER), new Party("P-seller", PartyRole.SELLER)),
                        terms,
                        CUSTODY),
                new VirtualAccountAttached(account, number()));
    }

    public BankReceiptId receipt(String coreNo) {
        return BankReceiptId.of(CUSTODY, BANK_DATE, account.contractNo() + "-" + coreNo);
    }

    public BankReceiptRecorded recorded(String coreNo, Money amount) {
        var payer = new BankAccountRef("tok-buyer", "105100000017", "d2", BankAccountRef.AccountClass.PERSONAL);
        return new BankReceiptRecorded(
                receipt(coreNo),
                amount,
                Optional.of(number()),
                Optional.of(payer),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
    }

    public BankReceiptAssigned assigned(String coreNo, Money amount) {
        return new BankReceiptAssigned(
                receipt(coreNo),
                account,
                amount,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public EscrowFunded funded(String coreNo, Money amount) {
        return new EscrowFunded(account, receipt(coreNo), amount, amount);
    }

    public BankReceiptConsumed consumed(String coreNo, Money taken, Money excess) {
        return new BankReceiptConsumed(receipt(coreNo), account, taken, excess);
    }

    /** The whole price in one transfer. */
    public List<DomainEvent> paidIn() {
        return List.of(
                recorded("1", PRICE),
                assigned("1", PRICE),
                funded("1", PRICE),
                new PaymentItemSettled(account, PaymentItem.EARNEST, Money.yuan(100)),
                new PaymentItemSettled(account, PaymentItem.DOWN_PAYMENT, Money.yuan(900)),
                consumed("1", PRICE, Money.ZERO));
    }

    /** 400.00 of the price: the earnest and a part of the down payment. */
    public List<DomainEvent> partlyPaidIn() {
        var part = Money.yuan(400);
        return List.of(
                recorded("1", part),
                assigned("1", part),
                funded("1", part),
                new PaymentItemSettled(account, PaymentItem.EARNEST, Money.yuan(100)),
                new PaymentItemPartiallyFunded(account, PaymentItem.DOWN_PAYMENT, Money.yuan(300), Money.yuan(600)),
                consumed("1", part, Money.ZERO));
    }

    /** One more transfer of 5.00 that nobody expects. */
    public List<DomainEvent> overpaid() {
        var excess = Money.yuan(5);
        return List.of(
                recorded("2", excess),
                assigned("2", excess),
                new EscrowOverfunded(account, receipt("2"), excess, excess),
                consumed("2", Money.ZERO, excess));
    }

    public List<DomainEvent> releasable() {
        return List.of(
                new ReleaseConditionConfirmed(account, ReleaseCondition.TRANSFER_REGISTERED, List.of()),
                new PayeeBound(account, new Payee("P-seller", SELLERS_ACCOUNT), List.of()));
    }

    public PayoutId payout(String releaseNo) {
        return PayoutId.ofRelease(account, releaseNo);
    }

    public ReleaseRequested requested(String releaseNo, Money amount) {
        return new ReleaseRequested(account, releaseNo, "P-seller", amount, "clerk", 0);
    }

    public List<DomainEvent> released(String releaseNo, Money amount) {
        var from = new EscrowRelease(account, releaseNo);
        return List.of(
                requested(releaseNo, amount),
                new ReleaseApproved(
                        account,
                        releaseNo,
                        payout(releaseNo),
                        new Payee("P-seller", SELLERS_ACCOUNT),
                        amount,
                        CUSTODY,
                        Optional.empty()),
                new PayoutCreated(payout(releaseNo), from, amount, SELLERS_ACCOUNT, CUSTODY),
                new PayoutSubmitting(payout(releaseNo), 1),
                new PayoutSubmitted(payout(releaseNo)));
    }

    public List<DomainEvent> paid(String releaseNo, Money amount) {
        return List.of(
                new PayoutSucceeded(
                        payout(releaseNo),
                        new EscrowRelease(account, releaseNo),
                        amount,
                        CUSTODY,
                        "out-" + releaseNo,
                        BANK_DATE,
                        Optional.empty()),
                new ReleasePaid(account, releaseNo, payout(releaseNo), amount));
    }

    /** The number under which a release is paid again for the first time. */
    public PayoutId again(String releaseNo) {
        return PayoutId.ofReissue(account, releaseNo, 1);
    }

    public List<DomainEvent> returned(String releaseNo, Money amount) {
        return List.of(
                new PayoutReturned(
                        payout(releaseNo),
                        new EscrowRelease(account, releaseNo),
                        amount,
                        CUSTODY,
                        receipt("back-" + releaseNo),
                        BANK_DATE,
                        "back-" + releaseNo),
                new ReleaseReturned(account, releaseNo, payout(releaseNo), "P-seller", amount));
    }

    public List<DomainEvent> reissued(String releaseNo, Money amount) {
        var payee = new Payee("P-seller", SELLERS_ACCOUNT);
        return List.of(
                new ReissueRequested(
                        account, releaseNo, 1, payout(releaseNo), again(releaseNo), payee, amount, "clerk"),
                new ReleaseReissued(
                        account,
                        releaseNo,
                        payout(releaseNo),
                        again(releaseNo),
                        payee,
                        amount,
                        CUSTODY,
                        Optional.of("AR:acme:reissue:C-1:R-1:1")),
                new PayoutCreated(again(releaseNo), back(releaseNo), amount, SELLERS_ACCOUNT, CUSTODY),
                new PayoutSubmitting(again(releaseNo), 1));
    }

    public List<DomainEvent> paidAgain(String releaseNo, Money amount) {
        return List.of(
                new PayoutSucceeded(
                        again(releaseNo),
                        back(releaseNo),
                        amount,
                        CUSTODY,
                        "out-again-" + releaseNo,
                        BANK_DATE,
                        Optional.empty()),
                new ReissuePaid(account, releaseNo, again(releaseNo), amount));
    }

    public List<DomainEvent> refusedAgain(String releaseNo, Money amount) {
        return List.of(
                new PayoutFailed(again(releaseNo), back(releaseNo), amount, "CARD", Optional.empty()),
                new ReissueFailed(account, releaseNo, again(releaseNo), amount, "CARD"));
    }

    public ReturnedMoneyRestored restored(String releaseNo, Money amount) {
        return new ReturnedMoneyRestored(account, releaseNo, payout(releaseNo), amount);
    }

    private ReturnedPayout back(String releaseNo) {
        return new ReturnedPayout(account, releaseNo, payout(releaseNo));
    }

    public List<DomainEvent> failed(String releaseNo, Money amount) {
        return List.of(
                new PayoutFailed(
                        payout(releaseNo), new EscrowRelease(account, releaseNo), amount, "CARD", Optional.empty()),
                new ReleaseFailed(account, releaseNo, payout(releaseNo), amount, "CARD", Optional.empty()));
    }

    public List<DomainEvent> closed() {
        return List.of(new AccountClosureRequested(account, Optional.of(number())), new AccountClosed(account));
    }
}
