package io.coffer.command.accounts;

import io.coffer.api.accounts.AgreementCommand.OpenEscrowAccount;
import io.coffer.api.accounts.AgreementCommand.SignSupplement;
import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.ApprovalTiers;
import io.coffer.api.accounts.ConditionEvent.ReleaseConditionConfirmed;
import io.coffer.api.accounts.ContractRef;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemSettled;
import io.coffer.api.accounts.HoldbackSource;
import io.coffer.api.accounts.HoldbackTerms;
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
import io.coffer.api.accounts.Signature;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.command.kernel.People;
import io.coffer.command.kernel.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One home, two planned payments, one seller: the sale that the tests tell about. */
public final class Sale {

    public static final EscrowAccountId ACCOUNT = EscrowAccountId.of(People.ACME, "C-1");
    public static final CustodyAccount CUSTODY = new CustodyAccount("307584007998", "6222000000000001");
    public static final VirtualAccountId NUMBER = VirtualAccountId.of("307584007998", "8000000000000001");
    public static final Money DOWN_PAYMENT = Money.yuan(600_000);
    public static final Money LOAN = Money.yuan(1_400_000);
    public static final Money PRICE = Money.yuan(2_000_000);
    public static final Money ONE_FEN = Money.fen(1);
    public static final Evidence DEED = new Evidence("D-1", "DEED", "0".repeat(64));

    static final ContractRef CONTRACT = new ContractRef("C-1", ContractRef.BusinessLine.SECOND_HAND, "110105");
    static final List<Party> PARTIES = List.of(new Party("B-1", PartyRole.BUYER), new Party("S-1", PartyRole.SELLER));
    static final PlannedPayment DOWN = planned(PaymentItem.DOWN_PAYMENT, DOWN_PAYMENT);
    static final PlannedPayment LENT = planned(PaymentItem.LOAN_PROCEEDS, LOAN);

    /** The transfer is registered, and the buyer or the seller agrees. */
    static final ReleaseConditions CONDITIONS = new ReleaseConditions.AllOf(List.of(
            new ReleaseConditions.Single(ReleaseCondition.TRANSFER_REGISTERED),
            new ReleaseConditions.AnyOf(List.of(
                    new ReleaseConditions.Single(ReleaseCondition.BUYER_CONFIRMED),
                    new ReleaseConditions.Single(ReleaseCondition.SELLER_CONFIRMED)))));

    public static final EscrowTerms TERMS =
            EscrowTerms.plain("BJ-2026-1", List.of(DOWN, LENT), CONDITIONS, ApprovalTiers.standard());
    public static final Payee SELLER = payee("T-1");
    public static final Payee BUYER =
            new Payee("B-1", new BankAccountRef("T-7", "307584007998", "H-7", BankAccountRef.AccountClass.PERSONAL));

    /** A part of the price stays until handover; the seller may object to a claim for five days. */
    public static final EscrowTerms HELD_TERMS = new EscrowTerms(
            "BJ-2026-1",
            List.of(DOWN, LENT),
            CONDITIONS,
            ApprovalTiers.standard(),
            Optional.empty(),
            Optional.of(new HoldbackTerms(HoldbackSource.FROM_BUYER_PAYMENT, Money.yuan(50_000), 5)));

    /** The seller pays the hold-back in, beside the price. */
    public static final EscrowTerms PAID_IN_TERMS = new EscrowTerms(
            "BJ-2026-1",
            List.of(DOWN, LENT),
            CONDITIONS,
            ApprovalTiers.standard(),
            Optional.empty(),
            Optional.of(new HoldbackTerms(HoldbackSource.PAID_BY_SELLER, Money.yuan(50_000), 5)));

    /** Buyer and seller sign for themselves. */
    public static final List<Signature> SIGNED = PARTIES.stream()
            .map(party -> new Signature(party.partyId(), List.of(DEED), Optional.empty()))
            .toList();

    private Sale() {}

    static PlannedPayment planned(PaymentItem item, Money expected) {
        return new PlannedPayment(item, expected, LocalDate.of(2026, 12, 31), PartyRole.BUYER);
    }

    static Payee payee(String token) {
        return new Payee("S-1", new BankAccountRef(token, "307584007998", "H-1", BankAccountRef.AccountClass.PERSONAL));
    }

    public static Payee payeeWith(String token) {
        return payee(token);
    }

    /** All parties agree that a tail payment of this size belongs to the price, or none. */
    public static SignSupplement supplement(EscrowAccountId account, int supplementNo, Money tail) {
        return new SignSupplement(
                account,
                supplementNo,
                tail.isZero() ? TERMS : terms(DOWN, LENT, planned(PaymentItem.TAIL_PAYMENT, tail)),
                SIGNED);
    }

    static EscrowTerms terms(PlannedPayment... plan) {
        return EscrowTerms.plain("BJ-2026-1", List.of(plan), CONDITIONS, ApprovalTiers.standard());
    }

    public static OpenEscrowAccount open() {
        return new OpenEscrowAccount(ACCOUNT, CONTRACT, PARTIES, TERMS, CUSTODY);
    }

    public static BankReceiptId receipt(String coreNo) {
        return BankReceiptId.of(CUSTODY, LocalDate.of(2026, 11, 22), coreNo);
    }

    static PayoutId payout(String releaseNo) {
        return PayoutId.ofRelease(ACCOUNT, releaseNo);
    }

    static EscrowAccountOpened opened() {
        return new EscrowAccountOpened(ACCOUNT, CONTRACT, PARTIES, TERMS, CUSTODY);
    }

    static List<EscrowEvent> funded() {
        return List.of(
                opened(),
                new EscrowFunded(ACCOUNT, receipt("X1"), PRICE, PRICE),
                new PaymentItemSettled(ACCOUNT, PaymentItem.DOWN_PAYMENT, DOWN_PAYMENT),
                new PaymentItemSettled(ACCOUNT, PaymentItem.LOAN_PROCEEDS, LOAN));
    }

    static ReleaseConditionConfirmed confirmed(ReleaseCondition condition) {
        return new ReleaseConditionConfirmed(ACCOUNT, condition, List.of(DEED));
    }

    static PayeeBound bound() {
        return new PayeeBound(ACCOUNT, SELLER, List.of(DEED));
    }

    static List<EscrowEvent> releasable() {
        var events = new ArrayList<>(funded());
        events.add(confirmed(ReleaseCondition.TRANSFER_REGISTERED));
        events.add(confirmed(ReleaseCondition.SELLER_CONFIRMED));
        events.add(bound());
        return events;
    }

    static ReleaseRequested requested(String releaseNo, Money amount) {
        var checkers = TERMS.tiers().checkersFor(amount);
        return new ReleaseRequested(ACCOUNT, releaseNo, "S-1", amount, People.BUSINESS.subject(), checkers);
    }

    static ReleaseApproved approved(String releaseNo, Money amount) {
        return new ReleaseApproved(ACCOUNT, releaseNo, payout(releaseNo), SELLER, amount, CUSTODY, Optional.empty());
    }

    static ReleasePaid paid(String releaseNo, Money amount) {
        return new ReleasePaid(ACCOUNT, releaseNo, payout(releaseNo), amount);
    }

    static ReleaseFailed failed(String releaseNo, Money amount) {
        return new ReleaseFailed(ACCOUNT, releaseNo, payout(releaseNo), amount, "CLOSED", Optional.empty());
    }

    static Scenario scenario() {
        return Scenario.of(new PureEscrowAccount());
    }
}
