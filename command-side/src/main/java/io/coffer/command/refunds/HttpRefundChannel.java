package io.coffer.command.refunds;

import io.coffer.api.money.Amount;
import io.coffer.command.kernel.BankCalls;
import io.coffer.command.kernel.BankCalls.Said;
import java.util.LinkedHashMap;
import java.util.Map;

/** Speaks to the channels' refund service over HTTP. */
final class HttpRefundChannel implements RefundChannel {

    private static final String PATH = "/channel/refunds";

    private final BankCalls calls;

    HttpRefundChannel(BankCalls calls) {
        this.calls = calls;
    }

    @Override
    public Reply submit(Order order) {
        var amount = Amount.of(order.amount());
        Map<String, String> body = new LinkedHashMap<>();
        body.put("refundNo", order.refund().value());
        body.put("channel", order.channel());
        body.put("original", order.original());
        body.put("amount", amount.value());
        body.put("currency", amount.currency());
        return read(order, calls.post(PATH, body, ChannelAnswer.class));
    }

    @Override
    public Reply query(Order order) {
        return read(order, calls.get(PATH, order.refund().value(), ChannelAnswer.class));
    }

    private static Reply read(Order order, Said<ChannelAnswer> said) {
        return switch (said) {
            case Said.Clear<ChannelAnswer>(var answer) -> answer.reply(order);
            case Said.Unclear<ChannelAnswer>(var cause) -> new Reply.Unclear(cause);
        };
    }
}
