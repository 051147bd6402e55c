package io.coffer.command.payments;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.People.STRANGER;
import static io.coffer.command.kernel.Scenario.NOON;
import static io.coffer.command.payments.Bill.BY_BANK;
import static io.coffer.command.payments.Bill.BY_CHANNEL;
import static io.coffer.command.payments.Bill.CONTRACT;
import static io.coffer.command.payments.Bill.FEE;
import static io.coffer.command.payments.Bill.NET;
import static io.coffer.command.payments.Bill.ORDER;
import static io.coffer.command.payments.Bill.PRICE;
import static io.coffer.command.payments.Bill.TERM;
import static io.coffer.command.payments.Bill.WECHAT;
import static io.coffer.command.payments.Bill.created;
import static io.coffer.command.payments.Bill.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.KernelRejection.AlreadyExists;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.merchants.FeeAccountRejection.FeeAtOtherCustodyAccount;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.FeeTerm;
import io.coffer.api.payments.PaymentCommand.AttachPaymentNumber;
import io.coffer.api.payments.PaymentCommand.CancelPaymentOrder;
import io.coffer.api.payments.PaymentCommand.CreatePaymentOrder;
import io.coffer.api.payments.PaymentCommand.ExpirePaymentOrder;
import io.coffer.api.payments.PaymentCommand.OpenPaymentOrder;
import io.coffer.api.payments.PaymentCommand.RefusePaymentOrder;
import io.coffer.api.payments.PaymentEvent.PaymentNumberAttached;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCancelled;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCreated;
import io.coffer.api.payments.PaymentEvent.PaymentOrderExpired;
import io.coffer.api.payments.PaymentEvent.PaymentOrderOpened;
import io.coffer.api.payments.PaymentEvent.PaymentOrderRefused;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentRejection.ExpiryNotPossible;
import io.coffer.api.payments.PaymentRejection.FeeTermNotAgreed;
import io.coffer.api.payments.PaymentRejection.FeeTermNotPossible;
import io.coffer.api.payments.PaymentRejection.PriceNotPossible;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A payment order")
class PaymentRulesTest {

    private static final PaymentWay GROSS = new PaymentWay.Channel(WECHAT, PaymentWay.Settling.GROSS);
    private static final VirtualAccountId NUMBER = VirtualAccountId.of("307584007998", "8001");

    @Test
    void waits_until_the_merchant_has_set_its_fee_aside() {
        fresh().when(Bill.create(BY_CHANNEL, TERM), BUSINESS).records(created(BY_CHANNEL));
        fresh().when(Bill.create(BY_BANK, TERM), BUSINESS).records(created(BY_BANK));
    }

    @Test
    void opens_at_once_where_nobody_sets_a_fee_aside() {
        fresh().when(Bill.create(NET, TERM), BUSINESS).records(created(NET), new PaymentOrderOpened(ORDER));
        var platform = new FeeTerm(60, Optional.empty(), FeeBearer.PLATFORM, true);
        fresh().when(Bill.create(BY_CHANNEL, platform), BUSINESS)
                .records(createdWith(BY_CHANNEL, platform, FEE), new PaymentOrderOpened(ORDER));
        var free = new FeeTerm(0, Optional.empty(), FeeBearer.MERCHANT_B, false);
        fresh().when(Bill.create(BY_BANK, free), BUSINESS)
                .records(createdWith(BY_BANK, free, Money.ZERO), new PaymentOrderOpened(ORDER));
    }

    @Test
    void freezes_a_fee_rounded_to_the_nearest_fen_up_to_its_cap() {
        var capped = new FeeTerm(60, Optional.of(Money.fen(500)), FeeBearer.MERCHANT_B, false);
        fresh().when(Bill.create(BY_CHANNEL, capped), BUSINESS)
                .records(createdWith(BY_CHANNEL, capped, Money.fen(500)));
        fresh().when(priced(Money.fen(83)), BUSINESS).records(costing(Money.fen(83), Money.ZERO), opened());
        fresh().when(priced(Money.fen(84)), BUSINESS).records(costing(Money.fen(84), Money.fen(1)));
    }

    @Test
    void has_a_bearer_of_its_fee_that_its_way_can_reach() {
        refuses(BY_BANK, FeeBearer.PLATFORM, false, "BANK_TRANSFER");
        refuses(BY_BANK, FeeBearer.MERCHANT_B, true, "BANK_TRANSFER");
        refuses(NET, FeeBearer.PLATFORM, false, "NET_TRANSFER");
        refuses(BY_CHANNEL, FeeBearer.PAYER, false, "CHANNEL, settling NET");
        refuses(GROSS, FeeBearer.MERCHANT_B, false, "CHANNEL, settling GROSS");
        refuses(GROSS, FeeBearer.PLATFORM, true, "CHANNEL, settling GROSS");
        var payer = new FeeTerm(60, Optional.empty(), FeeBearer.PAYER, false);
        fresh().when(Bill.create(GROSS, payer), BUSINESS)
                .records(createdWith(GROSS, payer, FEE), new PaymentOrderOpened(ORDER));
    }

    @Test
    void has_a_fee_that_somebody_agreed_to_for_its_way() {
        var agreed = List.of(Bill.FREE, TERM);
        var why = new FeeTermNotAgreed("CHANNEL, settling NET", agreed);
        for (var other : List.of(
                new FeeTerm(59, Optional.empty(), FeeBearer.MERCHANT_B, false),
                new FeeTerm(60, Optional.of(Money.fen(800)), FeeBearer.MERCHANT_B, false),
                new FeeTerm(60, Optional.empty(), FeeBearer.PLATFORM, false),
                new FeeTerm(60, Optional.empty(), FeeBearer.MERCHANT_B, true))) {
            fresh().when(Bill.create(BY_CHANNEL, other, agreed, Optional.empty()), BUSINESS)
                    .isRefused(why);
        }
        fresh().when(Bill.create(BY_CHANNEL, TERM, agreed, Optional.empty()), BUSINESS)
                .records(created(BY_CHANNEL));
        fresh().when(Bill.create(BY_BANK, Bill.FREE, List.of(), Optional.empty()), BUSINESS)
                .isRefused(new FeeTermNotAgreed("BANK_TRANSFER", List.of()));
        assertThat(why.sentence())
                .isEqualTo("With CHANNEL, settling NET no such fee is agreed; agreed are: 0 bp borne by MERCHANT_B;"
                        + " 60 bp borne by MERCHANT_B.");
        assertThat(new FeeTermNotAgreed("X", List.of()).sentence()).isEqualTo("With X no such fee is agreed.");
        assertThat(new FeeTerm(55, Optional.of(Money.fen(800)), FeeBearer.PAYER, true).inWords())
                .isEqualTo("55 bp up to " + Money.fen(800) + " borne by PAYER, given back");
    }

    @Test
    void comes_net_only_where_the_fee_account_may_pay_what_a_refund_lacks() {
        var elsewhere = new CustodyAccount("104100000004", "110060149018800100002");
        var agreed = List.of(Bill.FREE, TERM);
        fresh().when(Bill.create(NET, TERM, agreed, Optional.of(elsewhere)), BUSINESS)
                .isRefused(new FeeAtOtherCustodyAccount(elsewhere.subLedger(), Sale.CUSTODY.subLedger()));
        fresh().when(Bill.create(NET, TERM, agreed, Optional.empty()), BUSINESS)
                .isRefused(new NotFound(CONTRACT.feeAccount().value()));
        fresh().when(Bill.create(NET, Bill.FREE, agreed, Optional.empty()), BUSINESS)
                .records(createdWith(NET, Bill.FREE, Money.ZERO), opened());
        // There the fee account says so itself, when it is asked to set the fee aside.
        fresh().when(Bill.create(BY_BANK, TERM, agreed, Optional.of(elsewhere)), BUSINESS)
                .records(created(BY_BANK));
    }

    @Test
    void costs_more_than_its_fee() {
        var all = new FeeTerm(1_000, Optional.empty(), FeeBearer.MERCHANT_B, false);
        var one = new CreatePaymentOrder(
                ORDER,
                CONTRACT,
                Money.ZERO,
                BY_CHANNEL,
                all,
                Sale.CUSTODY,
                Bill.EXPIRES,
                Optional.empty(),
                List.of(all),
                Optional.empty());
        fresh().when(one, BUSINESS).isRefused(new PriceNotPossible(Money.ZERO, Money.ZERO));
        fresh().when(priced(Money.fen(1)), BUSINESS).records(costing(Money.fen(1), Money.ZERO), opened());
    }

    @Test
    void leaves_time_to_pay_and_not_for_ever() {
        var earliest = NOON.plus(OrderTermsRules.SHORTEST);
        var latest = NOON.plus(OrderTermsRules.LONGEST);
        var reason = new ExpiryNotPossible(earliest, latest);
        fresh().when(expiring(earliest.minusNanos(1)), BUSINESS).isRefused(reason);
        fresh().when(expiring(latest.plusNanos(1)), BUSINESS).isRefused(reason);
        fresh().when(expiring(earliest), BUSINESS).then();
        fresh().when(expiring(latest), BUSINESS).then();
    }

    @Test
    void is_made_once_by_its_business_system() {
        open(BY_CHANNEL).when(Bill.create(BY_CHANNEL, TERM), BUSINESS).isRefused(new AlreadyExists(ORDER.value()));
        fresh().when(Bill.create(BY_CHANNEL, TERM), OPERATOR).isRefused(new NotPermitted(Set.of(Role.BUSINESS)));
        fresh().when(Bill.create(BY_CHANNEL, TERM), STRANGER).isRefused(new NotFound(ORDER.value()));
        fresh().when(new OpenPaymentOrder(ORDER), POLICY).isRefused(new NotFound(ORDER.value()));
    }

    @Test
    void opens_once_and_never_after_its_end() {
        waiting().when(new OpenPaymentOrder(ORDER), POLICY).records(opened());
        open(BY_CHANNEL).when(new OpenPaymentOrder(ORDER), POLICY).changesNothing();
        open(BY_CHANNEL, Bill.captured("T-1", PaymentPlace.CONTRACT))
                .when(new OpenPaymentOrder(ORDER), POLICY)
                .changesNothing();
        for (var end : List.of(
                new PaymentOrderCancelled(ORDER, CONTRACT, "X", Optional.empty()),
                new PaymentOrderExpired(ORDER, CONTRACT, Optional.empty()),
                new PaymentOrderRefused(ORDER, "FEE_NOT_COVERED", FEE, Optional.empty()))) {
            var stage = end.getClass().getSimpleName().substring("PaymentOrder".length());
            waiting()
                    .given(end)
                    .when(new OpenPaymentOrder(ORDER), POLICY)
                    .isRefused(new NotInThisState(stage.toUpperCase(Locale.ROOT), List.of("CREATED")));
        }
    }

    @Test
    void is_refused_while_it_waits_only() {
        var refuse = new RefusePaymentOrder(ORDER, "FEE_NOT_COVERED", FEE);
        waiting()
                .when(refuse, POLICY)
                .records(new PaymentOrderRefused(ORDER, "FEE_NOT_COVERED", FEE, Optional.empty()));
        open(BY_CHANNEL).when(refuse, POLICY).changesNothing();
    }

    @Test
    void keeps_its_first_number() {
        open(BY_BANK)
                .when(new AttachPaymentNumber(ORDER, NUMBER), POLICY)
                .records(new PaymentNumberAttached(ORDER, NUMBER));
        open(BY_BANK, new PaymentNumberAttached(ORDER, NUMBER))
                .when(new AttachPaymentNumber(ORDER, VirtualAccountId.of("307584007998", "8002")), POLICY)
                .changesNothing();
    }

    @Test
    void expires_at_its_time_and_not_before() {
        var expire = new ExpirePaymentOrder(ORDER);
        var over = new PaymentOrderExpired(ORDER, CONTRACT, Optional.empty());
        open(BY_BANK)
                .after(Duration.ofHours(2).minusNanos(1))
                .when(expire, POLICY)
                .changesNothing();
        open(BY_BANK).after(Duration.ofHours(2)).when(expire, POLICY).records(over);
        waiting().after(Duration.ofHours(2)).when(expire, POLICY).records(over);
        open(BY_BANK, Bill.received("X1", false))
                .after(Duration.ofHours(2))
                .when(expire, POLICY)
                .changesNothing();
        open(BY_BANK, over).after(Duration.ofHours(2)).when(expire, POLICY).changesNothing();
    }

    @Test
    void is_cancelled_before_it_was_paid() {
        var cancel = new CancelPaymentOrder(ORDER, "NOT_WANTED");
        var cancelled = new PaymentOrderCancelled(ORDER, CONTRACT, "NOT_WANTED", Optional.empty());
        waiting().when(cancel, BUSINESS).records(cancelled);
        open(BY_BANK).when(cancel, BUSINESS).records(cancelled);
        open(BY_BANK, cancelled).when(cancel, BUSINESS).changesNothing();
        open(BY_BANK, Bill.received("X1", false))
                .when(cancel, BUSINESS)
                .isRefused(new NotInThisState("PAID", List.of("CREATED", "OPEN")));
        open(BY_BANK).when(cancel, BANK).isRefused(new NotPermitted(Set.of(Role.BUSINESS)));
    }

    private static Scenario fresh() {
        return Scenario.of(new PurePaymentOrder());
    }

    private static Scenario waiting() {
        return fresh().given(created(BY_CHANNEL));
    }

    private static PaymentOrderOpened opened() {
        return new PaymentOrderOpened(ORDER);
    }

    private static CreatePaymentOrder priced(Money price) {
        return new CreatePaymentOrder(
                ORDER,
                CONTRACT,
                price,
                BY_CHANNEL,
                TERM,
                Sale.CUSTODY,
                Bill.EXPIRES,
                Optional.empty(),
                List.of(TERM),
                Optional.empty());
    }

    private static CreatePaymentOrder expiring(Instant at) {
        return new CreatePaymentOrder(
                ORDER,
                CONTRACT,
                PRICE,
                BY_CHANNEL,
                TERM,
                Sale.CUSTODY,
                at,
                Optional.empty(),
                List.of(TERM),
                Optional.empty());
    }

    private static PaymentOrderCreated costing(Money price, Money fee) {
        return new PaymentOrderCreated(
                ORDER, CONTRACT, price, BY_CHANNEL, TERM, fee, Sale.CUSTODY, Bill.EXPIRES, Optional.empty());
    }

    private static PaymentOrderCreated createdWith(PaymentWay way, FeeTerm term, Money fee) {
        return new PaymentOrderCreated(
                ORDER, CONTRACT, PRICE, way, term, fee, Sale.CUSTODY, Bill.EXPIRES, Optional.empty());
    }

    private static void refuses(PaymentWay way, FeeBearer bearer, boolean refundable, String named) {
        fresh().when(Bill.create(way, new FeeTerm(60, Optional.empty(), bearer, refundable)), BUSINESS)
                .isRefused(new FeeTermNotPossible(named, bearer, refundable));
    }
}
