package io.coffer.command;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.ContractCommand.EndContractReservation;
import io.coffer.api.merchants.ContractCommand.ReserveContractFunds;
import io.coffer.api.merchants.FeeAccountCommand.CreditMerchantB;
import io.coffer.api.merchants.FeeAccountCommand.EndFeeReservation;
import io.coffer.api.merchants.FeeAccountCommand.ReserveFee;
import io.coffer.api.merchants.FeeAccountCommand.ReserveRefundFee;
import io.coffer.api.merchants.FeeAccountEvent.RefundFeeGranted;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.Capture;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundFeePayer;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.People;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.Scenario;
import io.coffer.command.merchants.PureContract;
import io.coffer.command.merchants.PureFeeAccount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/**
 * Orders and refunds as a merchant's accounts see them: what they ask for, what they post when they take it, and, by the
 * contracts policy, what they say about it.
 */
final class PaymentTalk {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String CHANNEL = "WECHAT";

    private final World world;
    private final RandomGenerator random;
    private final BiConsumer<Command, Actor> give;
    private final Policy policy = PureContract.policy();
    private final Map<RefundId, RefundFeeGranted> granted = new HashMap<>();
    private final List<Wish> open = new ArrayList<>();
    private final List<Wish> funded = new ArrayList<>();
    private int numbers;

    PaymentTalk(World world, RandomGenerator random, BiConsumer<Command, Actor> give) {
        this.world = world;
        this.random = random;
        this.give = give;
    }

    /** A refund that its source's owner knows of. */
    private record Wish(
            MerchantFeeAccountId merchant,
            RefundId refund,
            RefundSource.ContractPayment source,
            Money part,
            Money fee) {}

    static MerchantContractId contract(MerchantFeeAccountId merchant) {
        return MerchantContractId.of(merchant.tenant(), merchant.merchantNo(), "L-1");
    }

    void witness(RefundFeeGranted event) {
        granted.put(event.refund(), event);
    }

    void step(MerchantFeeAccountId merchant) {
        switch (random.nextInt(10)) {
            case 0, 1 ->
                byPolicy(new ReserveFee(
                        merchant, new FeeTaker.Payment(newOrder()), money(1_200), Optional.of(Sale.CUSTODY)));
            case 2, 3 -> pick(orders(merchant)).ifPresent(order -> capture(merchant, order));
            case 4 ->
                pick(orders(merchant))
                        .ifPresent(order ->
                                byPolicy(new EndFeeReservation(merchant, new FeeTaker.Payment(order), "EXPIRED")));
            case 5, 6 -> pick(paid(merchant)).ifPresent(order -> wish(merchant, order));
            case 7 -> pick(open).ifPresent(this::fund);
            case 8 -> pick(open).ifPresent(this::cancelUnfunded);
            default -> pick(funded).ifPresent(this::end);
        }
    }

    private void capture(MerchantFeeAccountId merchant, PaymentOrderId order) {
        var fee = feeAccount(merchant).reserved(order.value());
        tell(new PaymentCaptured(
                order,
                contract(merchant),
                new Capture(CHANNEL, "TX-" + numbers++, Scenario.NOON, DAY, Optional.empty()),
                fee.plus(money(3_000)),
                fee,
                FeeBearer.MERCHANT_B,
                PaymentWay.Settling.NET,
                Sale.CUSTODY,
                PaymentPlace.CONTRACT));
    }

    /** Mostly no more than is left of the payment. */
    private void wish(MerchantFeeAccountId merchant, PaymentOrderId order) {
        var contract = contract(merchant);
        var left = contract(contract).available(order);
        var part = left.isZero() || random.nextInt(8) == 0
                ? left.plus(Money.fen(1))
                : Money.fen(1 + random.nextLong(left.minorUnits()));
        var wish = new Wish(
                merchant,
                RefundId.of(People.ACME, "R-" + numbers++),
                new RefundSource.ContractPayment(contract, order),
                part,
                money(1_200));
        byPolicy(new ReserveContractFunds(contract, order, wish.refund(), part));
        if (!contract(contract).reserved(wish.refund()).isZero()) {
            open.add(wish);
            byPolicy(new ReserveRefundFee(merchant, wish.refund(), wish.fee(), Optional.of(Sale.CUSTODY)));
        }
    }

    private void fund(Wish wish) {
        var fee = granted.get(wish.refund());
        if (fee == null) {
            byPolicy(new ReserveRefundFee(wish.merchant(), wish.refund(), wish.fee(), Optional.of(Sale.CUSTODY)));
            return;
        }
        var events = new ArrayList<DomainEvent>();
        if (!fee.own().isZero()) {
            events.add(feeFunded(wish, RefundFeePayer.MERCHANT_B, fee.own()));
        }
        if (!fee.advanced().isZero()) {
            events.add(feeFunded(wish, RefundFeePayer.PLATFORM_ADVANCE, fee.advanced()));
        }
        events.add(new RefundFunded(
                wish.refund(),
                wish.source(),
                wish.part().plus(wish.fee()),
                new RefundRoute.Reroute(),
                Optional.empty()));
        tell(events.toArray(DomainEvent[]::new));
        open.remove(wish);
        funded.add(wish);
    }

    private void cancelUnfunded(Wish wish) {
        byPolicy(new EndContractReservation(wish.source().contract(), wish.refund()));
        byPolicy(new EndFeeReservation(wish.merchant(), new FeeTaker.Refund(wish.refund()), "CANCELLED"));
        open.remove(wish);
    }

    /** The payer has it, and the channel gives its fee back; or it is cancelled after all. */
    private void end(Wish wish) {
        funded.remove(wish);
        if (random.nextBoolean()) {
            tell(new RefundFeeReturned(
                    wish.refund(), wish.merchant(), FeeBearer.MERCHANT_B, wish.fee(), CHANNEL, DAY, Optional.empty()));
        } else {
            tell(new RefundCancelled(
                    wish.refund(),
                    wish.source(),
                    wish.part().plus(wish.fee()),
                    true,
                    wish.fee(),
                    Optional.of(wish.source().contract().feeAccount()),
                    Money.ZERO,
                    "CANCELLED",
                    Optional.empty()));
            byPolicy(new EndContractReservation(wish.source().contract(), wish.refund()));
            byPolicy(new CreditMerchantB(wish.merchant(), wish.refund(), wish.fee()));
        }
    }

    private static RefundFeeFunded feeFunded(Wish wish, RefundFeePayer from, Money amount) {
        return new RefundFeeFunded(wish.refund(), from, wish.merchant(), wish.source(), amount, Sale.CUSTODY);
    }

    /** What is recorded together is booked before any of it is told. */
    private void tell(DomainEvent... events) {
        for (var event : events) {
            world.books().book(event);
        }
        for (var event : events) {
            policy.on(event).forEach(reaction -> byPolicy(reaction.command()));
        }
    }

    private void byPolicy(Command command) {
        give.accept(command, People.POLICY);
    }

    private PaymentOrderId newOrder() {
        return PaymentOrderId.of(People.ACME, "P-" + numbers++);
    }

    private List<PaymentOrderId> orders(MerchantFeeAccountId merchant) {
        return feeAccount(merchant).orders().stream()
                .filter(order -> order.startsWith(PaymentOrderId.PREFIX + ":"))
                .sorted()
                .map(PaymentOrderId::new)
                .toList();
    }

    private List<PaymentOrderId> paid(MerchantFeeAccountId merchant) {
        return world.find(contract(merchant), PureContract.class).map(PureContract::orders).stream()
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(PaymentOrderId::value))
                .toList();
    }

    private PureFeeAccount feeAccount(MerchantFeeAccountId merchant) {
        return world.find(merchant, PureFeeAccount.class).orElseThrow();
    }

    private PureContract contract(MerchantContractId contract) {
        return world.find(contract, PureContract.class).orElseThrow();
    }

    private Money money(int mostFen) {
        return Money.fen(1 + random.nextInt(mostFen));
    }

    private <T> Optional<T> pick(List<T> from) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
    }
}
