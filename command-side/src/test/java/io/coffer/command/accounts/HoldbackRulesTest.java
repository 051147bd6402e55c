package io.coffer.command.accounts;

import static io.coffer.api.accounts.HoldbackSource.FROM_BUYER_PAYMENT;
import static io.coffer.command.accounts.HeldSale.BOTH_SIGN;
import static io.coffer.command.accounts.HeldSale.CLAIM;
import static io.coffer.command.accounts.HeldSale.HANDED_OVER;
import static io.coffer.command.accounts.HeldSale.KEPT;
import static io.coffer.command.accounts.HeldSale.OBJECTION_ENDS;
import static io.coffer.command.accounts.HeldSale.RELEASED;
import static io.coffer.command.accounts.HeldSale.RESERVED;
import static io.coffer.command.accounts.HeldSale.claimed;
import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.DEED;
import static io.coffer.command.accounts.Sale.ONE_FEN;
import static io.coffer.command.accounts.Sale.PRICE;
import static io.coffer.command.accounts.Sale.scenario;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.AgreementEvent.SupplementSigned;
import io.coffer.api.accounts.ClosureBlocker;
import io.coffer.api.accounts.ClosureBlocker.Kind;
import io.coffer.api.accounts.ClosureCommand.CloseAccount;
import io.coffer.api.accounts.DeductionEvent.DeductionRequested;
import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.ClosureBlocked;
import io.coffer.api.accounts.EscrowRejection.EvidenceMissing;
import io.coffer.api.accounts.EscrowRejection.ExceedsReleasable;
import io.coffer.api.accounts.EscrowRejection.NotTheBeneficiary;
import io.coffer.api.accounts.EscrowRejection.SignaturesInvalid;
import io.coffer.api.accounts.FreezeEvent.FundsFrozen;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.HoldbackCommand.AcceptHoldbackClaim;
import io.coffer.api.accounts.HoldbackCommand.ClaimHoldback;
import io.coffer.api.accounts.HoldbackCommand.ConfirmHandover;
import io.coffer.api.accounts.HoldbackCommand.DisputeHoldbackClaim;
import io.coffer.api.accounts.HoldbackCommand.ExpireObjection;
import io.coffer.api.accounts.HoldbackCommand.HoldBack;
import io.coffer.api.accounts.HoldbackCommand.WithdrawHoldbackClaim;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimAccepted;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimDisputed;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimUncontested;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimWithdrawn;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReserved;
import io.coffer.api.accounts.HoldbackEvent.PropertyHandedOver;
import io.coffer.api.accounts.HoldbackRejection.ClaimNotOpen;
import io.coffer.api.accounts.HoldbackRejection.ClaimNumberTaken;
import io.coffer.api.accounts.HoldbackRejection.ExceedsUnclaimed;
import io.coffer.api.accounts.HoldbackRejection.HoldbackNotAgreed;
import io.coffer.api.accounts.HoldbackRejection.ObjectionTooLate;
import io.coffer.api.accounts.ReleaseCommand.ApproveRelease;
import io.coffer.api.accounts.ReleaseCommand.RequestRelease;
import io.coffer.api.accounts.Signature;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A hold-back")
class HoldbackRulesTest {

    private static final HoldBack KEEP = new HoldBack(ACCOUNT);

    @Test
    void is_what_the_terms_say_and_kept_once() {
        releasable().when(KEEP, BUSINESS).records(RESERVED);
        releasable().given(RESERVED).when(KEEP, BUSINESS).changesNothing();
        scenario().given(Sale.releasable()).when(KEEP, BUSINESS).isRefused(new HoldbackNotAgreed(FROM_BUYER_PAYMENT));
    }

    @Test
    void is_kept_before_the_last_release_and_not_before_the_price_is_there() {
        scenario()
                .given(HeldSale.opened())
                .when(KEEP, BUSINESS)
                .isRefused(new NotInThisState("OPENED", List.of("FUNDED", "RELEASABLE", "RELEASING")));
        scenario()
                .given(HeldSale.releasable().subList(0, 4))
                .when(KEEP, BUSINESS)
                .records(RESERVED);
        releasable()
                .given(Sale.requested("R-1", RELEASED), Sale.approved("R-1", RELEASED))
                .when(KEEP, BUSINESS)
                .records(RESERVED);
    }

    @Test
    void is_left_alone_by_releases_also_before_it_is_kept() {
        releasable().when(release("R-1", RELEASED), BUSINESS).records(Sale.requested("R-1", RELEASED));
        releasable()
                .when(release("R-1", RELEASED.plus(ONE_FEN)), BUSINESS)
                .isRefused(new ExceedsReleasable(RELEASED.plus(ONE_FEN), RELEASED, ONE_FEN));
        releasable()
                .given(RESERVED)
                .when(release("R-1", RELEASED.plus(ONE_FEN)), BUSINESS)
                .isRefused(new ExceedsReleasable(RELEASED.plus(ONE_FEN), RELEASED, ONE_FEN));
    }

    @Test
    void is_respected_by_the_approval_of_a_release_that_was_asked_for_before_it_was_agreed() {
        var supplement = new SupplementSigned(ACCOUNT, 1, Sale.HELD_TERMS, BOTH_SIGN);
        var small = Money.yuan(49_999);

        scenario()
                .given(Sale.releasable())
                .given(Sale.requested("R-1", PRICE.minus(small)), Sale.requested("R-2", small), supplement)
                .given(Sale.approved("R-1", PRICE.minus(small)))
                .when(new ApproveRelease(ACCOUNT, "R-2", "S-1", small, Optional.empty()), POLICY)
                .isRefused(new ExceedsReleasable(small, Money.ZERO, small));
    }

    @Test
    void that_is_agreed_too_late_keeps_what_is_left() {
        var supplement = new SupplementSigned(ACCOUNT, 1, Sale.HELD_TERMS, BOTH_SIGN);
        var gone = PRICE.minus(ONE_FEN);

        scenario()
                .given(Sale.releasable())
                .given(Sale.requested("R-1", gone), Sale.approved("R-1", gone), Sale.paid("R-1", gone), supplement)
                .when(KEEP, BUSINESS)
                .records(new HoldbackReserved(ACCOUNT, ONE_FEN));
    }

    @Test
    void stays_available_while_an_order_holds_it() {
        releasable().given(frozen(RELEASED)).when(KEEP, BUSINESS).records(RESERVED);
        releasable()
                .given(frozen(RELEASED.plus(ONE_FEN)))
                .when(KEEP, BUSINESS)
                .isRefused(new ExceedsReleasable(KEPT, KEPT.minus(ONE_FEN), ONE_FEN));
    }

    @Test
    void is_all_that_is_left_in_its_own_state() {
        assertThat(status(HeldSale.heldBack())).isEqualTo("HELD_BACK");
        assertThat(status(HeldSale.releasable())).isEqualTo("RELEASABLE");
    }

    @Test
    void is_claimed_by_a_buyer_with_a_document_and_up_to_all_of_it() {
        heldBack().when(claim("C-1", KEPT), BUSINESS).records(claimed("C-1", KEPT));
        heldBack()
                .when(claim("C-1", KEPT.plus(ONE_FEN)), BUSINESS)
                .isRefused(new ExceedsUnclaimed(KEPT.plus(ONE_FEN), KEPT, ONE_FEN));
        heldBack()
                .given(claimed("C-1", KEPT))
                .when(claim("C-2", ONE_FEN), BUSINESS)
                .isRefused(new ExceedsUnclaimed(ONE_FEN, Money.ZERO, ONE_FEN));
        heldBack()
                .given(claimed("C-1", ONE_FEN))
                .when(claim("C-1", ONE_FEN), BUSINESS)
                .isRefused(new ClaimNumberTaken("C-1"));
        heldBack()
                .when(new ClaimHoldback(ACCOUNT, "C-1", "S-1", CLAIM, List.of(DEED)), BUSINESS)
                .isRefused(new NotTheBeneficiary("S-1"));
        heldBack()
                .when(new ClaimHoldback(ACCOUNT, "C-1", "B-1", CLAIM, List.of()), BUSINESS)
                .isRefused(new EvidenceMissing("claim C-1"));
        releasable()
                .when(claim("C-1", ONE_FEN), BUSINESS)
                .isRefused(new ExceedsUnclaimed(ONE_FEN, Money.ZERO, ONE_FEN));
    }

    @Test
    void that_was_claimed_and_given_up_can_be_claimed_again() {
        heldBack()
                .given(claimed("C-1", KEPT), new HoldbackClaimWithdrawn(ACCOUNT, "C-1", "X"))
                .when(claim("C-2", KEPT), BUSINESS)
                .records(claimed("C-2", KEPT));
    }

    @Test
    void is_objected_to_until_the_sellers_time_is_over() {
        var disputed = new HoldbackClaimDisputed(ACCOUNT, "C-1", "S-1", List.of(DEED));
        var just = Duration.ofDays(5).minusNanos(1);

        withClaim().after(just).when(dispute("S-1"), BUSINESS).records(disputed);
        withClaim()
                .after(Duration.ofDays(5))
                .when(dispute("S-1"), BUSINESS)
                .isRefused(new ObjectionTooLate("C-1", OBJECTION_ENDS));
        withClaim().given(disputed).when(dispute("S-1"), BUSINESS).changesNothing();
        withClaim()
                .given(accepted())
                .when(dispute("S-1"), BUSINESS)
                .isRefused(new ObjectionTooLate("C-1", OBJECTION_ENDS));
        withClaim().when(dispute("B-1"), BUSINESS).isRefused(new NotTheBeneficiary("B-1"));
        withClaim()
                .when(new DisputeHoldbackClaim(ACCOUNT, "C-1", "S-1", List.of()), BUSINESS)
                .isRefused(new EvidenceMissing("the objection to claim C-1"));
        heldBack().when(dispute("S-1"), BUSINESS).isRefused(new ClaimNotOpen("C-1"));
    }

    @Test
    void is_agreed_with_at_any_time_by_a_seller() {
        var disputed = new HoldbackClaimDisputed(ACCOUNT, "C-1", "S-1", List.of(DEED));

        withClaim().when(agree("S-1"), BUSINESS).records(accepted());
        withClaim()
                .given(disputed)
                .after(Duration.ofDays(9))
                .when(agree("S-1"), BUSINESS)
                .records(accepted());
        withClaim().given(accepted()).when(agree("S-1"), BUSINESS).changesNothing();
        withClaim().when(agree("B-1"), BUSINESS).isRefused(new NotTheBeneficiary("B-1"));
        withClaim()
                .when(new AcceptHoldbackClaim(ACCOUNT, "C-1", "S-1", List.of()), BUSINESS)
                .isRefused(new EvidenceMissing("the consent to claim C-1"));
    }

    @Test
    void is_given_up_once() {
        var withdraw = new WithdrawHoldbackClaim(ACCOUNT, "C-1", "SETTLED_BY_CASH");
        var withdrawn = new HoldbackClaimWithdrawn(ACCOUNT, "C-1", "SETTLED_BY_CASH");

        withClaim().when(withdraw, BUSINESS).records(withdrawn);
        withClaim().given(withdrawn).when(withdraw, BUSINESS).changesNothing();
        withClaim().given(withdrawn).when(dispute("S-1"), BUSINESS).isRefused(new ClaimNotOpen("C-1"));
        heldBack().when(withdraw, BUSINESS).isRefused(new ClaimNotOpen("C-1"));
    }

    @Test
    void is_uncontested_as_soon_as_the_time_is_over_and_that_is_noted_once() {
        var expire = new ExpireObjection(ACCOUNT, "C-1");
        var uncontested = new HoldbackClaimUncontested(ACCOUNT, "C-1", OBJECTION_ENDS);

        withClaim().after(Duration.ofDays(5).minusNanos(1)).when(expire, POLICY).changesNothing();
        withClaim().after(Duration.ofDays(5)).when(expire, POLICY).records(uncontested);
        withClaim()
                .given(uncontested)
                .after(Duration.ofDays(6))
                .when(expire, POLICY)
                .changesNothing();
        withClaim()
                .given(accepted())
                .after(Duration.ofDays(6))
                .when(expire, POLICY)
                .changesNothing();
        heldBack().when(expire, POLICY).changesNothing();
    }

    @Test
    void waits_for_a_handover_that_buyers_and_sellers_sign() {
        var bySeller = List.of(BOTH_SIGN.getLast());

        heldBack().when(new ConfirmHandover(ACCOUNT, BOTH_SIGN), BUSINESS).records(HANDED_OVER);
        heldBack()
                .given(HANDED_OVER)
                .when(new ConfirmHandover(ACCOUNT, BOTH_SIGN), BUSINESS)
                .changesNothing();
        heldBack()
                .when(new ConfirmHandover(ACCOUNT, bySeller), BUSINESS)
                .isRefused(new SignaturesInvalid(List.of("B-1 has not signed")));
        scenario()
                .given(HeldSale.opened())
                .when(new ConfirmHandover(ACCOUNT, BOTH_SIGN), BUSINESS)
                .isRefused(new NotInThisState("OPENED", List.of("FUNDED", "RELEASABLE", "RELEASING", "HELD_BACK")));
    }

    @Test
    void hands_over_by_a_proxy_of_the_seller_with_a_power_of_attorney() {
        var paper = new Evidence("D-2", Signature.POWER_OF_ATTORNEY, "1".repeat(64));
        var byProxy = List.of(BOTH_SIGN.getFirst(), new Signature("S-1", List.of(paper), Optional.of("X-1")));
        var without = List.of(BOTH_SIGN.getFirst(), new Signature("S-1", List.of(DEED), Optional.of("X-1")));

        heldBack()
                .when(new ConfirmHandover(ACCOUNT, byProxy), BUSINESS)
                .records(new PropertyHandedOver(ACCOUNT, byProxy));
        heldBack()
                .when(new ConfirmHandover(ACCOUNT, without), BUSINESS)
                .isRefused(new SignaturesInvalid(List.of("the proxy of S-1 shows no power of attorney")));
    }

    @Test
    void blocks_the_closure_with_its_open_claims() {
        var order = new FundsDeducted(
                ACCOUNT,
                "D-1",
                "F-1",
                Sale.payout("D-1"),
                Sale.BUYER.account(),
                KEPT,
                KEPT,
                Sale.CUSTODY,
                Optional.empty());

        withClaim()
                .given(new DeductionRequested(ACCOUNT, "D-1", "F-1", KEPT, Sale.BUYER.account(), List.of(DEED), "olga"))
                .given(order, Sale.paid("D-1", KEPT))
                .when(new CloseAccount(ACCOUNT), BUSINESS)
                .isRefused(new ClosureBlocked(List.of(new ClosureBlocker(Kind.CLAIM_OPEN, "C-1", CLAIM))));
    }

    private static Scenario releasable() {
        return scenario().given(HeldSale.releasable());
    }

    private static Scenario heldBack() {
        return scenario().given(HeldSale.heldBack());
    }

    private static Scenario withClaim() {
        return heldBack().given(HeldSale.claimed("C-1", CLAIM));
    }

    private static RequestRelease release(String releaseNo, Money amount) {
        return new RequestRelease(ACCOUNT, releaseNo, "S-1", amount);
    }

    private static ClaimHoldback claim(String claimNo, Money amount) {
        return new ClaimHoldback(ACCOUNT, claimNo, "B-1", amount, List.of(DEED));
    }

    private static DisputeHoldbackClaim dispute(String partyId) {
        return new DisputeHoldbackClaim(ACCOUNT, "C-1", partyId, List.of(DEED));
    }

    private static AcceptHoldbackClaim agree(String partyId) {
        return new AcceptHoldbackClaim(ACCOUNT, "C-1", partyId, List.of(DEED));
    }

    private static HoldbackClaimAccepted accepted() {
        return new HoldbackClaimAccepted(ACCOUNT, "C-1", "S-1", List.of(DEED));
    }

    private static FundsFrozen frozen(Money amount) {
        var order = new FreezeOrder("F-1", FreezeKind.DISPUTE, "B-1", Optional.of(amount), Optional.empty());
        return new FundsFrozen(ACCOUNT, order, Optional.empty(), 1, Money.ZERO, List.of(), "olga");
    }

    private static String status(List<EscrowEvent> events) {
        var account = new PureEscrowAccount();
        events.forEach(event -> account.apply(event, NOON));
        return account.status();
    }
}
