package io.coffer.command.refunds;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.money.NotMoney;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.refunds.RefundOutcome.ReturnedFee;
import io.coffer.command.refunds.RefundChannel.Order;
import io.coffer.command.refunds.RefundChannel.Reply;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** What a channel answers. What it may add is its own business; what it may leave out is optional here. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ChannelAnswer(
        Optional<String> refundNo,
        Optional<String> result,
        Optional<String> channelRefundNo,
        Optional<LocalDate> bankDate,
        Optional<LocalDate> settlementDate,
        Optional<String> coreNo,
        Optional<String> feeReturned,
        Optional<LocalDate> feeSettlementDate,
        Optional<String> failure,
        Optional<String> code) {

    /** Whatever is not clear may have been executed. */
    Reply reply(Order order) {
        if (refundNo.filter(order.refund().value()::equals).isEmpty()) {
            return new Reply.Unclear("an answer about another number");
        }
        return switch (result.orElse("")) {
            case "ACCEPTED", "PENDING" -> new Reply.Pending();
            case "NOT_FOUND" -> new Reply.NotFound();
            case "SUCCEEDED" -> succeeded(order);
            case "REFUSED" ->
                failureKind()
                        .<Reply>map(kind -> new Reply.Final(new RefundOutcome.Refused(
                                kind, code.filter(Keys::isKey).orElse("REFUSED"))))
                        .orElseGet(() -> new Reply.Unclear("a refusal that does not say what it means"));
            default -> new Reply.Unclear("an answer without a known result");
        };
    }

    private Reply succeeded(Order order) {
        var number = channelRefundNo.filter(Keys::isKey);
        var funds = order.funds(settlementDate, bankDate, coreNo.filter(Keys::isKey));
        if (number.isEmpty() || funds.isEmpty()) {
            return new Reply.Unclear("a success without its number or its money");
        }
        try {
            var back = feeBack();
            return back.isZero() || feeSettlementDate.isPresent()
                    ? new Reply.Final(new RefundOutcome.Done(
                            number.get(),
                            funds.get(),
                            feeSettlementDate.filter(_ -> !back.isZero()).map(date -> new ReturnedFee(back, date))))
                    : new Reply.Unclear("a returned fee without its settlement");
        } catch (NotMoney _) {
            return new Reply.Unclear("a returned fee that is no amount");
        }
    }

    private Money feeBack() {
        return feeReturned
                .map(value -> new Amount(value, Money.CNY.getCurrencyCode()).toMoney())
                .orElse(Money.ZERO);
    }

    private Optional<RefundFailure> failureKind() {
        return failure.flatMap(name -> Arrays.stream(RefundFailure.values())
                .filter(known -> known.name().equals(name))
                .findFirst());
    }
}
