package io.coffer.query.refunds;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.money.Amount;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.promotions.Discount;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RecoveryLeg;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.query.kernel.Booked;
import io.coffer.query.refunds.RefundState.Failure;
import io.coffer.query.refunds.RefundState.Result;
import io.coffer.query.refunds.RefundState.ReturnedFee;
import io.coffer.query.refunds.RefundView.RecoveryView;
import io.coffer.query.refunds.RefundView.RecoveryView.Bearer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** From what is known of a refund to what people read. */
final class RefundViews {

    /** So long most channels take after a call; an expectation that customer service may name, and no promise. */
    static final int CHANNEL_DAYS = 3;

    /** A bank has a transfer there on the next day. */
    static final int BANK_DAYS = 1;

    private RefundViews() {}

    static RefundView of(RefundState refund) {
        var facts = refund.facts();
        return new RefundView(
                refund.refund().value(),
                refund.refund().outRefundNo(),
                refund.order().map(PaymentOrderId::value).orElse(null),
                account(refund).map(EscrowAccountId::value).orElse(null),
                refund.paymentNo(),
                refund.state(),
                facts.kind(),
                Amount.of(facts.amount()),
                facts.discount().map(Discount::amount).map(Amount::of).orElse(null),
                facts.reason(),
                facts.requestedBy(),
                words(facts.source()),
                route(facts.route()),
                channel(facts.route()).orElse(null),
                WaitsFor.of(refund),
                expectedBy(refund),
                refund.reason().orElse(null),
                funding(refund),
                refund.attempts(),
                refund.failure().flatMap(Failure::failureClass).orElse(null),
                refund.failure().map(Failure::code).orElse(null),
                refund.result().map(Result::channelRefundNo).orElse(null),
                refund.result()
                        .flatMap(result -> settlementDate(result.funds()))
                        .orElse(null),
                refund.result().flatMap(result -> coreNo(result.funds())).orElse(null),
                refund.feeReturned().map(ReturnedFee::amount).map(Amount::of).orElse(null),
                refund.feeReturned().flatMap(ReturnedFee::above).map(Amount::of).orElse(null),
                refund.approvalId().orElse(null),
                refund.reroute().map(RefundView.RerouteView::of).orElse(null),
                refund.recovery().stream().map(part -> part(facts, part)).toList(),
                contradictions(refund),
                refund.resolution()
                        .map(asked -> new RefundView.ResolutionView(
                                asked.resolutionNo(), asked.finding(), asked.requestedBy(), asked.at()))
                        .orElse(null),
                refund.settledByPapers(),
                refund.steps(),
                refund.changedAt(),
                refund.requestedPosition(),
                refund.version());
    }

    private static List<RefundView.ContradictionView> contradictions(RefundState refund) {
        var all = refund.contradictions();
        return IntStream.rangeClosed(1, all.size())
                .mapToObj(no -> {
                    var both = all.get(no - 1);
                    return new RefundView.ContradictionView(
                            no,
                            words(both.recorded()),
                            words(both.claimed()),
                            both.at(),
                            both.standing(),
                            refund.shortages().stream()
                                    .filter(one -> one.contradictionNo() == no)
                                    .map(one -> Amount.of(one.amount()))
                                    .findFirst()
                                    .orElse(null));
                })
                .toList();
    }

    private static @Nullable LocalDate expectedBy(RefundState refund) {
        return switch (WaitsFor.of(refund)) {
            case CHANNEL ->
                refund.submittedAt()
                        .map(at -> Booked.businessDate(at).plusDays(CHANNEL_DAYS))
                        .orElse(null);
            case BANK -> Booked.businessDate(refund.since()).plusDays(BANK_DAYS);
            case SYSTEM, CHECKER, MERCHANT, PAYEE, BUSINESS, OPERATOR, NOBODY -> null;
        };
    }

    private static RefundView.FundingView funding(RefundState refund) {
        var facts = refund.facts();
        var funding = refund.funding();
        return new RefundView.FundingView(
                Amount.of(facts.ofSource()),
                Amount.of(facts.feeGap()),
                facts.bearer().orElse(null),
                Amount.of(funding.own()),
                Amount.of(funding.advanced()),
                Amount.of(funding.lacks()),
                Amount.of(funding.lacksFee()),
                Amount.of(funding.taken()));
    }

    private static RecoveryView part(AdmittedRefund facts, RefundState.Recovery part) {
        var amount = Amount.of(part.leg().amount());
        var gap = Amount.of(part.gap());
        return switch (part.leg()) {
            case RecoveryLeg.Contract _ ->
                new RecoveryView(Bearer.CONTRACT, contract(facts.source()), null, amount, part.state(), gap);
            case RecoveryLeg.Merchant _ ->
                new RecoveryView(Bearer.MERCHANT, facts.feeAccount().value(), null, amount, part.state(), gap);
            case RecoveryLeg.Payee(var split, var payee, var _) ->
                new RecoveryView(Bearer.PAYEE, payee.value(), split.value(), amount, part.state(), gap);
        };
    }

    /** Only what reached a contract was ever split. */
    private static String contract(RefundSource source) {
        return source instanceof RefundSource.ContractPayment(var contract, var _) ? contract.value() : words(source);
    }

    /** Whose part it brings back, or who was paid too much. */
    static Optional<EscrowAccountId> account(RefundState refund) {
        return refund.facts().source() instanceof RefundSource.Overpayment(var account, var _)
                ? Optional.of(account)
                : refund.refund().account();
    }

    private static String words(RefundSource source) {
        return switch (source) {
            case RefundSource.ContractPayment(var contract, var order) ->
                "payment of " + order + " to contract " + contract;
            case RefundSource.ExcessCapture(var order, var tradeNo) -> "excess payment " + tradeNo + " of " + order;
            case RefundSource.ExcessReceipt(var order, var receipt) -> "excess receipt " + receipt + " of " + order;
            case RefundSource.EscrowLeg(var account, var legNo) -> "part " + legNo + " of " + account;
            case RefundSource.Overpayment(var account, var receipt) -> "excess of " + receipt + " at " + account;
        };
    }

    private static String words(RefundOutcome outcome) {
        return switch (outcome) {
            case RefundOutcome.Done done -> "SUCCEEDED: " + done.channelRefundNo();
            case RefundOutcome.Refused(var failure, var code) -> failure + ": " + code;
        };
    }

    private static RefundView.Route route(RefundRoute route) {
        return switch (route) {
            case RefundRoute.Channel _ -> RefundView.Route.CHANNEL;
            case RefundRoute.Reversal _ -> RefundView.Route.REVERSAL;
            case RefundRoute.Transfer _ -> RefundView.Route.TRANSFER;
            case RefundRoute.Reroute _ -> RefundView.Route.REROUTE;
        };
    }

    private static Optional<String> channel(RefundRoute route) {
        return switch (route) {
            case RefundRoute.ByChannel way -> Optional.of(way.channel());
            case RefundRoute.Transfer _, RefundRoute.Reroute _ -> Optional.empty();
        };
    }

    private static Optional<LocalDate> settlementDate(RefundFunds funds) {
        return switch (funds) {
            case RefundFunds.Netted(var _, var date) -> Optional.of(date);
            case RefundFunds.Debited _ -> Optional.empty();
        };
    }

    private static Optional<String> coreNo(RefundFunds funds) {
        return switch (funds) {
            case RefundFunds.Netted _ -> Optional.empty();
            case RefundFunds.Debited(var _, var _, var coreNo) -> Optional.of(coreNo);
        };
    }
}
