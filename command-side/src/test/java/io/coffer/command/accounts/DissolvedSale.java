package io.coffer.command.accounts;

import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.CUSTODY;
import static io.coffer.command.accounts.Sale.DEED;
import static io.coffer.command.accounts.Sale.DOWN_PAYMENT;
import static io.coffer.command.accounts.Sale.LOAN;
import static io.coffer.command.accounts.Sale.receipt;

import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemSettled;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.PayeeEvent.PayeeBound;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.accounts.Signature;
import io.coffer.api.accounts.TerminationCommand.AgreeTerminationPlan;
import io.coffer.api.accounts.TerminationCommand.ExecuteTermination;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.accounts.TerminationEvent.TerminationPlanAgreed;
import io.coffer.api.accounts.TerminationEvent.TerminationRequested;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.accounts.TerminationLegRequest;
import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.refunds.RefundId;
import io.coffer.command.kernel.People;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** T46: the buyer's 600,000 and a loan of 1,400,000 are here, 50,000 of it held back, when the contract is dissolved. */
public final class DissolvedSale {

    static final BankReceiptId DOWN = receipt("X1");
    static final BankReceiptId LENT = receipt("X2");
    static final Money KEPT = Money.yuan(50_000);
    static final BankAccountRef BUYERS_CARD = account("T-BUYER");
    static final BankAccountRef LENDERS_DESK = account("T-DESK");
    public static final Payee LENDER = new Payee("L-1", account("T-LENDER"));
    public static final List<Party> PARTIES = List.of(
            new Party("B-1", PartyRole.BUYER), new Party("S-1", PartyRole.SELLER), new Party("L-1", PartyRole.LENDER));
    public static final List<Signature> ALL_SIGN = PARTIES.stream()
            .map(party -> new Signature(party.partyId(), List.of(DEED), Optional.empty()))
            .toList();
    static final TerminationRequested REQUESTED =
            new TerminationRequested(ACCOUNT, "LOAN_REFUSED", List.of(DEED), People.BUSINESS.subject());
    static final PayeeBound LENDER_BOUND = new PayeeBound(ACCOUNT, LENDER, List.of(DEED));

    static final TerminationLegRequest TO_BUYER = toBuyer("Y-1", DOWN_PAYMENT.minus(KEPT));
    static final TerminationLegRequest TO_LENDER = to("Y-2", "L-1", LOAN);
    static final TerminationLegRequest TO_SELLER = to("Y-3", "S-1", KEPT);
    static final List<TerminationLegRequest> PLAN = List.of(TO_BUYER, TO_LENDER, TO_SELLER);
    /** As plans were before refunds took a buyer's part. */
    static final List<TerminationLeg> BY_PAYOUT = List.of(
            new TerminationLeg("Y-1", new Payee("B-1", BUYERS_CARD), TO_BUYER.amount(), Money.ZERO, Optional.of(DOWN)),
            new TerminationLeg("Y-2", LENDER, LOAN, Money.ZERO, Optional.empty()),
            new TerminationLeg("Y-3", Sale.SELLER, KEPT, KEPT, Optional.empty()));

    static final RefundId REFUND = RefundId.ofLeg(ACCOUNT, "Y-1");
    static final List<TerminationLeg> LEGS =
            List.of(BY_PAYOUT.getFirst().takenBy(REFUND), BY_PAYOUT.get(1), BY_PAYOUT.getLast());

    private DissolvedSale() {}

    static BankAccountRef account(String token) {
        return new BankAccountRef(token, "307584007998", "H-" + token, BankAccountRef.AccountClass.PERSONAL);
    }

    static TerminationLegRequest toBuyer(String legNo, Money amount) {
        return new TerminationLegRequest(legNo, "B-1", amount, Optional.of(DOWN));
    }

    static TerminationLegRequest to(String legNo, String partyId, Money amount) {
        return new TerminationLegRequest(legNo, partyId, amount, Optional.empty());
    }

    static List<EscrowEvent> funded() {
        return List.of(
                new EscrowAccountOpened(ACCOUNT, Sale.CONTRACT, PARTIES, Sale.HELD_TERMS, CUSTODY),
                new EscrowFunded(ACCOUNT, DOWN, DOWN_PAYMENT, DOWN_PAYMENT, Optional.of(BUYERS_CARD)),
                new PaymentItemSettled(ACCOUNT, PaymentItem.DOWN_PAYMENT, DOWN_PAYMENT),
                new EscrowFunded(ACCOUNT, LENT, LOAN, LOAN, Optional.of(LENDERS_DESK)),
                new PaymentItemSettled(ACCOUNT, PaymentItem.LOAN_PROCEEDS, LOAN),
                Sale.bound());
    }

    static List<EscrowEvent> heldBack() {
        var events = new ArrayList<>(funded());
        events.add(HeldSale.RESERVED);
        events.add(LENDER_BOUND);
        return events;
    }

    /** Nothing more than the request has happened. */
    static Scenario dissolving() {
        return Sale.scenario().given(heldBack()).given(REQUESTED);
    }

    static TerminationPlanAgreed agreed(int planNo, List<TerminationLeg> legs) {
        return new TerminationPlanAgreed(ACCOUNT, planNo, legs, ALL_SIGN, People.BUSINESS.subject(), 2);
    }

    static AgreeTerminationPlan agree(TerminationLegRequest... legs) {
        return new AgreeTerminationPlan(ACCOUNT, List.of(legs), ALL_SIGN);
    }

    static ExecuteTermination approved(int planNo, List<TerminationLeg> legs, String... checkers) {
        var plain = new ExecuteTermination(ACCOUNT, planNo, legs, Optional.empty());
        var approval = new Approval(
                ApprovalRequestId.ofTermination(ACCOUNT, planNo),
                plain.digest(),
                People.BUSINESS.subject(),
                List.of(checkers),
                Scenario.NOON.plus(Duration.ofHours(24)));
        return new ExecuteTermination(ACCOUNT, planNo, legs, Optional.of(approval));
    }

    static TerminationExecuted executed(int planNo, List<TerminationLeg> legs) {
        return new TerminationExecuted(
                ACCOUNT,
                planNo,
                legs,
                CUSTODY,
                Optional.of(ApprovalRequestId.ofTermination(ACCOUNT, planNo).value()));
    }
}
