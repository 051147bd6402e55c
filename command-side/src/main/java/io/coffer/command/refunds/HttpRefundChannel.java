package io.coffer.command.refunds;

import io.coffer.api.money.Amount;
import io.coffer.command.kernel.BankCalls;
import io.coffer.command.kernel.BankCalls.Said;
import java.util.LinkedHashMap;
import java.util.Map;

/** Speaks to the channels' refund service over HTTP. */
final class HttpRefundChannel implements RefundChannel {

    private static final String REFUNDS = "/channel/refunds";
    private static final String REVERSALS = "/channel/reversals";

    private final BankCalls calls;

    HttpRefundChannel(BankCalls calls) {
        this.calls = calls;
    }

    @Override
    public Reply submit(Order order) {
        return send(REFUNDS, order);
    }

    @Override
    public Reply query(Order order) {
        return ask(REFUNDS, order);
    }

    @Override
    public Reply reverse(Order order) {
        return send(REVERSALS, order);
    }

    @Override
    public Reply queryReversal(Order order) {
        return ask(REVERSALS, order);
    }

    private Reply send(String path, Order order) {
        var amount = Amount.of(order.amount());
        Map<String, String> body = new LinkedHashMap<>();
        body.put("refundNo", order.refund().value());
        body.put("channel", order.channel());
        body.put("original", order.original());
        body.put("amount", amount.value());
        body.put("currency", amount.currency());
        return read(order, calls.post(path, body, ChannelAnswer.class));
    }

    private Reply ask(String path, Order order) {
        return read(order, calls.get(path, order.refund().value(), ChannelAnswer.class));
    }

    private static Reply read(Order order, Said<ChannelAnswer> said) {
        return switch (said) {
            case Said.Clear<ChannelAnswer>(var answer) -> answer.reply(order);
            case Said.Unclear<ChannelAnswer>(var cause) -> new Reply.Unclear(cause);
        };
    }
}
