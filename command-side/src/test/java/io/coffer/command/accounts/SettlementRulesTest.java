package io.coffer.command.accounts;

import static io.coffer.command.accounts.HeldSale.CLAIM;
import static io.coffer.command.accounts.HeldSale.HANDED_OVER;
import static io.coffer.command.accounts.HeldSale.KEPT;
import static io.coffer.command.accounts.HeldSale.REST;
import static io.coffer.command.accounts.HeldSale.claimed;
import static io.coffer.command.accounts.HeldSale.leg;
import static io.coffer.command.accounts.HeldSale.toBuyer;
import static io.coffer.command.accounts.HeldSale.toSeller;
import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.CUSTODY;
import static io.coffer.command.accounts.Sale.DEED;
import static io.coffer.command.accounts.Sale.ONE_FEN;
import static io.coffer.command.accounts.Sale.payout;
import static io.coffer.command.accounts.Sale.scenario;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;

import io.coffer.api.accounts.DeductionCommand.RequestDeduction;
import io.coffer.api.accounts.EscrowRejection.ExceedsReleasable;
import io.coffer.api.accounts.EscrowRejection.PayeeDiffers;
import io.coffer.api.accounts.EscrowRejection.PayeeNotBound;
import io.coffer.api.accounts.FreezeEvent.FundsFrozen;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.FreezeRejection.DeductionNumberTaken;
import io.coffer.api.accounts.HoldbackCommand.RejectHoldbackSettlement;
import io.coffer.api.accounts.HoldbackCommand.RequestHoldbackSettlement;
import io.coffer.api.accounts.HoldbackCommand.SettleHoldback;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimAccepted;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimDisputed;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReleased;
import io.coffer.api.accounts.HoldbackEvent.HoldbackSettlementRejected;
import io.coffer.api.accounts.HoldbackEvent.HoldbackSettlementRequested;
import io.coffer.api.accounts.HoldbackRejection.HandoverMissing;
import io.coffer.api.accounts.HoldbackRejection.HoldbackNotRestored;
import io.coffer.api.accounts.HoldbackRejection.SettlementInvalid;
import io.coffer.api.accounts.HoldbackRejection.SettlementNotPending;
import io.coffer.api.accounts.HoldbackRejection.SettlementUndecided;
import io.coffer.api.accounts.Leg;
import io.coffer.api.accounts.LegRequest;
import io.coffer.api.accounts.PayeeEvent.PayeeChanged;
import io.coffer.api.accounts.ReleaseCommand.FailRelease;
import io.coffer.api.accounts.ReleaseEvent.ReleaseFailed;
import io.coffer.api.accounts.ReturnCommand.RequestReissue;
import io.coffer.api.accounts.ReturnCommand.RestoreReturned;
import io.coffer.api.accounts.ReturnEvent.ReissueRequested;
import io.coffer.api.accounts.ReturnEvent.ReleaseReturned;
import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRejection.ApprovalMissing;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The settlement of a hold-back")
class SettlementRulesTest {

    private static final LegRequest TO_SELLER = toSeller("L-1", REST);
    private static final LegRequest TO_BUYER = toBuyer("L-2", CLAIM, "C-1");
    private static final String APPROVAL =
            ApprovalRequestId.ofHoldback(ACCOUNT, 1).value();

    @Test
    void pays_the_accepted_claim_to_the_buyer_and_the_rest_to_the_seller() {
        accepted().when(ask(TO_SELLER, TO_BUYER), BUSINESS).records(asked(1, TO_SELLER, TO_BUYER));
        accepted()
                .given(asked(1, TO_SELLER, TO_BUYER))
                .when(approved(settle(TO_SELLER, TO_BUYER)), POLICY)
                .records(released(TO_SELLER, TO_BUYER));
    }

    @Test
    void below_the_first_tier_needs_nobody_else() {
        var small = toSeller("L-1", KEPT.minus(CLAIM).minus(ONE_FEN));
        var request = new HoldbackSettlementRequested(ACCOUNT, 1, List.of(leg(small)), BUSINESS.subject(), 0);

        accepted().when(ask(small), BUSINESS).records(request);
        accepted()
                .given(request)
                .when(settle(small), POLICY)
                .records(new HoldbackReleased(ACCOUNT, 1, List.of(leg(small)), CUSTODY, Optional.empty()));
    }

    @Test
    void at_the_first_tier_needs_other_people() {
        accepted()
                .given(asked(1, TO_SELLER, TO_BUYER))
                .when(settle(TO_SELLER, TO_BUYER), POLICY)
                .isRefused(new ApprovalMissing(1));
    }

    @Test
    void waits_for_the_handover_and_for_the_last_release() {
        scenario()
                .given(HeldSale.heldBack())
                .when(ask(toSeller("L-1", KEPT)), BUSINESS)
                .isRefused(new HandoverMissing("EA:acme:C-1"));
        scenario()
                .given(HeldSale.releasable())
                .given(HeldSale.RESERVED, HANDED_OVER)
                .when(ask(toSeller("L-1", KEPT)), BUSINESS)
                .isRefused(new NotInThisState("RELEASABLE", List.of("HELD_BACK")));
    }

    @Test
    void gives_the_seller_no_more_than_nobody_claims() {
        accepted()
                .when(ask(toSeller("L-1", REST)), BUSINESS)
                .records(new HoldbackSettlementRequested(
                        ACCOUNT, 1, List.of(leg(toSeller("L-1", REST))), BUSINESS.subject(), 0));
        accepted()
                .when(ask(toSeller("L-1", REST.plus(ONE_FEN))), BUSINESS)
                .isRefused(new SettlementInvalid(
                        List.of("sellers may have the " + REST + " that nobody claims, not " + REST.plus(ONE_FEN))));
    }

    @Test
    void pays_a_claim_when_the_sellers_time_to_object_is_over() {
        var open = handedOver().given(claimed("C-1", CLAIM));

        open.after(Duration.ofDays(5).minusNanos(1))
                .when(ask(TO_BUYER), BUSINESS)
                .isRefused(new SettlementInvalid(List.of("claim C-1 is neither accepted nor uncontested")));
        handedOver()
                .given(claimed("C-1", CLAIM))
                .after(Duration.ofDays(5))
                .when(ask(TO_BUYER), BUSINESS)
                .records(asked0(TO_BUYER));
        handedOver()
                .given(claimed("C-1", CLAIM))
                .given(new HoldbackClaimDisputed(ACCOUNT, "C-1", "S-1", List.of(DEED)))
                .after(Duration.ofDays(9))
                .when(ask(TO_BUYER), BUSINESS)
                .isRefused(new SettlementInvalid(List.of("claim C-1 is neither accepted nor uncontested")));
    }

    @Test
    void names_everything_that_is_wrong_with_it() {
        accepted()
                .when(
                        ask(
                                toBuyer("L-1", CLAIM.plus(ONE_FEN), "C-1"),
                                toBuyer("L-1", CLAIM, "C-1"),
                                toBuyer("L-3", CLAIM, "C-9"),
                                new LegRequest("R-1", "B-1", Money.ZERO, Optional.empty())),
                        BUSINESS)
                .isRefused(new SettlementInvalid(List.of(
                        "leg L-1 is there twice",
                        "leg R-1 pays nothing",
                        "claim C-1 is over " + CLAIM + " for B-1",
                        "claim C-1 is paid twice",
                        "no open claim has the number C-9",
                        "leg R-1 settles no claim, and B-1 is no seller",
                        "the number R-1 is taken in this account")));
        accepted().when(ask(), BUSINESS).isRefused(new SettlementInvalid(List.of("no leg")));
    }

    @Test
    void goes_to_bound_payees_only() {
        scenario()
                .given(HeldSale.heldBack().stream()
                        .filter(event -> !event.equals(HeldSale.BUYER_BOUND))
                        .toList())
                .given(HANDED_OVER, claimed("C-1", CLAIM), consent())
                .when(ask(TO_BUYER), BUSINESS)
                .isRefused(new PayeeNotBound("B-1"));
    }

    @Test
    void is_judged_again_when_it_is_approved() {
        var settle = approved(settle(TO_SELLER, TO_BUYER));
        var changed = new PayeeChanged(ACCOUNT, 1, Sale.payee("T-2"), NOON, Optional.empty());

        accepted()
                .given(asked(1, TO_SELLER, TO_BUYER), changed)
                .when(settle, POLICY)
                .isRefused(new PayeeDiffers("L-1", "S-1"));
        accepted()
                .given(asked(1, TO_SELLER, TO_BUYER), claimed("C-2", ONE_FEN.plus(ONE_FEN)))
                .when(settle, POLICY)
                .isRefused(new SettlementInvalid(List.of("sellers may have the "
                        + REST.minus(ONE_FEN).minus(ONE_FEN) + " that nobody claims, not " + REST)));
        accepted().when(settle, POLICY).isRefused(new SettlementNotPending(1));
        accepted().given(asked(1, TO_SELLER)).when(settle, POLICY).isRefused(new SettlementNotPending(1));
        accepted()
                .given(asked(1, TO_SELLER, TO_BUYER), released(TO_SELLER, TO_BUYER))
                .when(settle, POLICY)
                .isRefused(new SettlementNotPending(1));
    }

    @Test
    void is_one_at_a_time_and_can_be_taken_back() {
        var reject = new RejectHoldbackSettlement(ACCOUNT, 1, "X");
        var rejected = new HoldbackSettlementRejected(ACCOUNT, 1, "X");

        accepted().given(asked(1, TO_SELLER)).when(ask(TO_BUYER), BUSINESS).isRefused(new SettlementUndecided(1));
        accepted().given(asked(1, TO_SELLER)).when(reject, BUSINESS).records(rejected);
        accepted().when(reject, BUSINESS).isRefused(new SettlementNotPending(1));
        accepted()
                .given(asked(1, TO_SELLER, TO_BUYER), rejected)
                .when(ask(TO_SELLER, TO_BUYER), BUSINESS)
                .records(asked(2, TO_SELLER, TO_BUYER));
    }

    @Test
    void leaves_what_orders_hold_of_the_hold_back() {
        accepted().given(frozen(CLAIM)).when(ask(TO_SELLER), BUSINESS).records(asked0(TO_SELLER));
        accepted()
                .given(frozen(CLAIM.plus(ONE_FEN)))
                .when(ask(TO_SELLER), BUSINESS)
                .isRefused(new ExceedsReleasable(REST, REST.minus(ONE_FEN), ONE_FEN));
    }

    @Test
    void gives_no_number_away_that_is_taken() {
        accepted().given(asked(1, TO_SELLER)).when(deduct("L-1"), OPERATOR).isRefused(new DeductionNumberTaken("L-1"));
        accepted()
                .given(asked(1, TO_SELLER), released(TO_SELLER))
                .when(deduct("L-1"), OPERATOR)
                .isRefused(new DeductionNumberTaken("L-1"));
    }

    @Test
    void whose_payout_failed_is_a_hold_back_again_and_its_claim_open() {
        var failed = new ReleaseFailed(ACCOUNT, "L-2", payout("L-2"), CLAIM, "CLOSED", Optional.of(CLAIM));

        paidOut()
                .when(new FailRelease(ACCOUNT, "L-2", payout("L-2"), "CLOSED"), POLICY)
                .records(failed);
        paidOut()
                .given(Sale.paid("L-1", REST), failed)
                .when(ask(toBuyer("L-3", CLAIM, "C-1")), BUSINESS)
                .records(new HoldbackSettlementRequested(
                        ACCOUNT, 2, List.of(leg(toBuyer("L-3", CLAIM, "C-1"))), BUSINESS.subject(), 0));
        paidOut()
                .given(Sale.paid("L-1", REST), failed)
                .when(ask(toSeller("L-3", ONE_FEN)), BUSINESS)
                .isRefused(new SettlementInvalid(
                        List.of("sellers may have the " + Money.ZERO + " that nobody claims, not " + ONE_FEN)));
    }

    @Test
    void that_came_back_is_paid_again_and_never_available() {
        var back = new ReleaseReturned(ACCOUNT, "L-2", payout("L-2"), "B-1", CLAIM);

        paidOut()
                .given(Sale.paid("L-1", REST), Sale.paid("L-2", CLAIM), back)
                .when(new RestoreReturned(ACCOUNT, "L-2"), OPERATOR)
                .isRefused(new HoldbackNotRestored("L-2"));
        paidOut()
                .given(Sale.paid("L-1", REST), Sale.paid("L-2", CLAIM), back)
                .when(new RequestReissue(ACCOUNT, "L-2"), BUSINESS)
                .records(new ReissueRequested(
                        ACCOUNT,
                        "L-2",
                        1,
                        payout("L-2"),
                        PayoutId.ofReissue(ACCOUNT, "L-2", 1),
                        Sale.BUYER,
                        CLAIM,
                        BUSINESS.subject()));
    }

    private static Scenario handedOver() {
        return scenario().given(HeldSale.heldBack()).given(HANDED_OVER);
    }

    private static Scenario accepted() {
        return handedOver().given(claimed("C-1", CLAIM), consent());
    }

    private static Scenario paidOut() {
        return accepted().given(asked(1, TO_SELLER, TO_BUYER), released(TO_SELLER, TO_BUYER));
    }

    private static HoldbackClaimAccepted consent() {
        return new HoldbackClaimAccepted(ACCOUNT, "C-1", "S-1", List.of(DEED));
    }

    private static RequestHoldbackSettlement ask(LegRequest... legs) {
        return new RequestHoldbackSettlement(ACCOUNT, List.of(legs));
    }

    private static HoldbackSettlementRequested asked(int settlementNo, LegRequest... legs) {
        return new HoldbackSettlementRequested(ACCOUNT, settlementNo, legs(legs), BUSINESS.subject(), 1);
    }

    private static HoldbackSettlementRequested asked0(LegRequest... legs) {
        return new HoldbackSettlementRequested(ACCOUNT, 1, legs(legs), BUSINESS.subject(), 0);
    }

    private static HoldbackReleased released(LegRequest... legs) {
        return new HoldbackReleased(ACCOUNT, 1, legs(legs), CUSTODY, Optional.of(APPROVAL));
    }

    private static SettleHoldback settle(LegRequest... legs) {
        return new SettleHoldback(ACCOUNT, 1, legs(legs), Optional.empty());
    }

    private static SettleHoldback approved(SettleHoldback command) {
        var approval = new Approval(
                new ApprovalRequestId(APPROVAL),
                command.digest(),
                BUSINESS.subject(),
                List.of("carol"),
                NOON.plus(Duration.ofHours(24)));
        return new SettleHoldback(ACCOUNT, command.settlementNo(), command.legs(), Optional.of(approval));
    }

    private static List<Leg> legs(LegRequest... asked) {
        return Stream.of(asked).map(HeldSale::leg).toList();
    }

    private static FundsFrozen frozen(Money amount) {
        var order = new FreezeOrder("F-1", FreezeKind.JUDICIAL, "COURT", Optional.of(amount), Optional.empty());
        return new FundsFrozen(ACCOUNT, order, Optional.empty(), 1, Money.ZERO, List.of(), "olga");
    }

    private static RequestDeduction deduct(String deductionNo) {
        return new RequestDeduction(ACCOUNT, deductionNo, "F-1", ONE_FEN, Sale.SELLER.account(), List.of(DEED));
    }
}
