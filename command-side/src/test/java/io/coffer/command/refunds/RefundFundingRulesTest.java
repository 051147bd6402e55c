package io.coffer.command.refunds;

import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.refunds.ShopRefund.AMOUNT;
import static io.coffer.command.refunds.ShopRefund.APPROVED;
import static io.coffer.command.refunds.ShopRefund.BY_CHANNEL;
import static io.coffer.command.refunds.ShopRefund.CANCELLED;
import static io.coffer.command.refunds.ShopRefund.FACTS;
import static io.coffer.command.refunds.ShopRefund.FROM;
import static io.coffer.command.refunds.ShopRefund.FUNDED;
import static io.coffer.command.refunds.ShopRefund.GAP;
import static io.coffer.command.refunds.ShopRefund.LARGE;
import static io.coffer.command.refunds.ShopRefund.NET;
import static io.coffer.command.refunds.ShopRefund.ORDER;
import static io.coffer.command.refunds.ShopRefund.PAYER;
import static io.coffer.command.refunds.ShopRefund.REFUND;
import static io.coffer.command.refunds.ShopRefund.REJECTED;
import static io.coffer.command.refunds.ShopRefund.RESERVED;
import static io.coffer.command.refunds.ShopRefund.SUBMITTED;
import static io.coffer.command.refunds.ShopRefund.SUCCEEDED;
import static io.coffer.command.refunds.ShopRefund.admitted;
import static io.coffer.command.refunds.ShopRefund.facts;
import static io.coffer.command.refunds.ShopRefund.funded;
import static io.coffer.command.refunds.ShopRefund.lacks;
import static io.coffer.command.refunds.ShopRefund.request;
import static io.coffer.command.refunds.ShopRefund.requested;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.money.Money;
import io.coffer.api.refunds.RefundCommand.FundRefundFee;
import io.coffer.api.refunds.RefundCommand.RecordSourceReserved;
import io.coffer.api.refunds.RefundCommand.RequireFunding;
import io.coffer.api.refunds.RefundCommand.RetryFunding;
import io.coffer.api.refunds.RefundEvent.RefundApproved;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundFundingRetried;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRequested;
import io.coffer.api.refunds.RefundEvent.RefundRerouteVerified;
import io.coffer.api.refunds.RefundEvent.RefundSourceReserved;
import io.coffer.api.refunds.RefundFeePayer;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import io.coffer.command.merchants.Shop;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The money of a refund")
class RefundFundingRulesTest {

    private static final RecordSourceReserved RECORD = new RecordSourceReserved(REFUND);
    private static final RetryFunding RETRY = new RetryFunding(REFUND);
    private static final FundRefundFee ALL_OWN = new FundRefundFee(REFUND, GAP, Money.ZERO);
    private static final RefundSourceReserved NET_RESERVED =
            new RefundSourceReserved(REFUND, Shop.B, GAP, Optional.of(Sale.CUSTODY));
    private static final Money OF_SOURCE = AMOUNT.minus(GAP);
    private static final Money FIVE = Money.yuan(5);

    @Test
    void is_taken_as_soon_as_its_source_has_set_all_of_it_aside() {
        admitted(FACTS, APPROVED).when(RECORD, POLICY).records(RESERVED, FUNDED);
        admitted(FACTS, APPROVED, lacks(AMOUNT, Money.ZERO))
                .when(RECORD, POLICY)
                .records(RESERVED, FUNDED);
    }

    @Test
    void waits_for_the_fee_that_its_source_lacks() {
        admitted(NET, APPROVED).when(RECORD, POLICY).records(NET_RESERVED);
        admitted(NET, APPROVED, NET_RESERVED, lacks(Money.ZERO, GAP))
                .when(RECORD, POLICY)
                .changesNothing();
    }

    @Test
    void is_set_aside_once() {
        admitted(NET, APPROVED, NET_RESERVED).when(RECORD, POLICY).changesNothing();
        funded().when(RECORD, POLICY).changesNothing();
        funded(SUBMITTED, SUCCEEDED).when(RECORD, POLICY).changesNothing();
    }

    @Test
    void is_not_taken_by_a_refund_that_nobody_agreed_to_or_that_ended() {
        var allowed = List.of("APPROVED", "FUNDING_REQUIRED");

        Scenario.of(new PureRefund())
                .given(requested(LARGE, 1))
                .when(RECORD, POLICY)
                .isRefused(new NotInThisState("PENDING_APPROVAL", allowed));
        admitted(FACTS, APPROVED, CANCELLED).when(RECORD, POLICY).isRefused(new NotInThisState("CANCELLED", allowed));
        admitted(FACTS, REJECTED).when(RECORD, POLICY).isRefused(new NotInThisState("REJECTED", allowed));
    }

    @Test
    void that_was_paid_beside_an_order_is_set_aside_by_the_order() {
        for (var source : List.of(
                new RefundSource.ExcessCapture(ORDER, "T-2"),
                new RefundSource.ExcessReceipt(ORDER, Sale.receipt("X-9")))) {
            var facts = facts(AMOUNT, source, BY_CHANNEL, Money.ZERO);
            Scenario.of(new PureRefund())
                    .when(request(facts), POLICY)
                    .records(
                            requested(facts, 0),
                            new RefundApproved(REFUND, source, AMOUNT, Optional.empty()),
                            RESERVED,
                            new RefundFunded(REFUND, source, AMOUNT, BY_CHANNEL, Optional.empty()));
        }
    }

    @Test
    void of_a_transfer_goes_straight_back_to_the_account_that_paid() {
        var route = new RefundRoute.Transfer(PAYER);

        admitted(facts(AMOUNT, FROM, route, Money.ZERO), APPROVED)
                .when(RECORD, POLICY)
                .records(
                        RESERVED,
                        new RefundFunded(REFUND, FROM, AMOUNT, route, Optional.empty()),
                        new RefundRerouteRequested(REFUND, 1, PAYER, AMOUNT, AMOUNT, List.of(), "policy:test", 0),
                        new RefundRerouteVerified(
                                REFUND, 1, PAYER, AMOUNT, Sale.CUSTODY, Optional.empty(), Optional.empty()));
    }

    @Test
    void for_an_account_that_is_not_known_yet_waits() {
        var route = new RefundRoute.Reroute();

        admitted(facts(AMOUNT, FROM, route, Money.ZERO), APPROVED)
                .when(RECORD, POLICY)
                .records(RESERVED, new RefundFunded(REFUND, FROM, AMOUNT, route, Optional.empty()));
    }

    /** T6 of {@code domain.md}: 5.00 from the fee account, 3.40 of own cash, no other contract. */
    @Test
    void is_filled_up_by_the_fee_account_and_by_own_cash_and_by_nobody_else() {
        var rest = GAP.minus(FIVE);

        admitted(NET, APPROVED, NET_RESERVED)
                .when(new FundRefundFee(REFUND, FIVE, rest), POLICY)
                .records(
                        filled(RefundFeePayer.MERCHANT_B, FIVE), filled(RefundFeePayer.PLATFORM_ADVANCE, rest), FUNDED);
        admitted(NET, APPROVED, NET_RESERVED)
                .when(ALL_OWN, POLICY)
                .records(filled(RefundFeePayer.MERCHANT_B, GAP), FUNDED);
        admitted(NET, APPROVED, NET_RESERVED, lacks(Money.ZERO, GAP))
                .when(new FundRefundFee(REFUND, Money.ZERO, GAP), POLICY)
                .records(filled(RefundFeePayer.PLATFORM_ADVANCE, GAP), FUNDED);
    }

    @Test
    void is_never_filled_up_by_another_sum_than_the_gap() {
        for (var wrong : List.of(GAP.minus(Money.fen(1)), GAP.plus(Money.fen(1)))) {
            assertThatThrownBy(() -> admitted(NET, APPROVED, NET_RESERVED)
                            .when(new FundRefundFee(REFUND, wrong, Money.ZERO), POLICY))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void is_filled_up_once_and_not_for_a_refund_that_ended() {
        var allowed = List.of("SOURCE_RESERVED", "FUNDING_REQUIRED");
        var cut = filled(RefundFeePayer.MERCHANT_B, GAP);

        admitted(NET, APPROVED, NET_RESERVED, cut, FUNDED).when(ALL_OWN, POLICY).changesNothing();
        admitted(NET, APPROVED, NET_RESERVED, cut, FUNDED, CANCELLED)
                .when(ALL_OWN, POLICY)
                .changesNothing();
        admitted(NET, APPROVED, NET_RESERVED, CANCELLED)
                .when(ALL_OWN, POLICY)
                .isRefused(new NotInThisState("CANCELLED", allowed));
        admitted(NET, APPROVED).when(ALL_OWN, POLICY).isRefused(new NotInThisState("APPROVED", allowed));
        admitted(NET, APPROVED, lacks(AMOUNT, Money.ZERO))
                .when(ALL_OWN, POLICY)
                .isRefused(new NotInThisState("FUNDING_REQUIRED", allowed));
    }

    /** T7 of {@code domain.md}: it says exactly what is missing, and nothing is submitted. */
    @Test
    void that_is_missing_is_told_exactly() {
        admitted(NET, APPROVED, NET_RESERVED)
                .when(new RequireFunding(REFUND, Money.ZERO, GAP), POLICY)
                .records(lacks(Money.ZERO, GAP));
        admitted(FACTS, APPROVED)
                .when(new RequireFunding(REFUND, FIVE, Money.ZERO), POLICY)
                .records(lacks(FIVE, Money.ZERO));
    }

    @Test
    void is_not_missing_any_more_when_the_news_is_late() {
        var late = new RequireFunding(REFUND, FIVE, Money.ZERO);

        admitted(FACTS, APPROVED, lacks(FIVE, Money.ZERO)).when(late, POLICY).changesNothing();
        admitted(FACTS, APPROVED, CANCELLED).when(late, POLICY).changesNothing();
        funded().when(late, POLICY).changesNothing();
    }

    @Test
    void is_asked_for_again_where_it_was_missing() {
        var source = new RefundFundingRetried(REFUND, FROM, OF_SOURCE, Shop.B, Money.ZERO, Optional.of(Sale.CUSTODY));
        var fee = new RefundFundingRetried(REFUND, FROM, Money.ZERO, Shop.B, GAP, Optional.of(Sale.CUSTODY));

        admitted(NET, APPROVED, lacks(OF_SOURCE, Money.ZERO))
                .when(RETRY, BUSINESS)
                .records(source);
        admitted(NET, APPROVED, NET_RESERVED, lacks(Money.ZERO, GAP))
                .when(RETRY, OPERATOR)
                .records(fee);
        admitted(NET, APPROVED)
                .when(RETRY, BUSINESS)
                .isRefused(new NotInThisState("APPROVED", List.of("FUNDING_REQUIRED")));
        admitted(NET, APPROVED, lacks(OF_SOURCE, Money.ZERO), source)
                .when(RECORD, POLICY)
                .records(NET_RESERVED);
        admitted(NET, APPROVED, NET_RESERVED, lacks(Money.ZERO, GAP), fee)
                .when(ALL_OWN, POLICY)
                .records(filled(RefundFeePayer.MERCHANT_B, GAP), FUNDED);
    }

    private static RefundFeeFunded filled(RefundFeePayer from, Money amount) {
        return new RefundFeeFunded(REFUND, from, Shop.B, FROM, amount, Sale.CUSTODY);
    }
}
