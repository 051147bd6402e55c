package io.coffer.bank;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Takes orders of one kind and answers questions about them, each as its script says. */
final class Desk<O extends Order, R extends Order.Request> {

    private static final System.Logger LOG = System.getLogger(Desk.class.getName());

    private final Scripts scripts;
    private final Ledger ledger;
    private final Trade<O, R> trade;
    private final Settlement<O> settlement;

    Desk(Scripts scripts, Ledger ledger, Trade<O, R> trade, Settlement<O> settlement) {
        this.scripts = scripts;
        this.ledger = ledger;
        this.trade = trade;
        this.settlement = settlement;
    }

    Reaction submit(R request) {
        O order = trade.order(request.number());
        Reaction reaction;
        synchronized (order) {
            Script known = order.script();
            reaction = known == null ? take(order, request, Entry.Arrival.FIRST) : takeAgain(order, request, known);
        }
        if (reaction instanceof Reaction.AcceptedAfterCallback) {
            // Outside the monitor: the receiver may well query the order before it answers the callback.
            awaitQuietly(trade.tell(order));
        } else if (reaction instanceof Reaction.AcceptedAfterReturn(var script)) {
            awaitQuietly(trade.tellBack(order));
            settlement.tellLater(order, script);
        }
        return reaction;
    }

    private Reaction take(O order, R request, Entry.Arrival arrival) {
        Script script = trade.take(request, arrival, scripts.of(request.number(), request.account()));
        return switch (script.behaviour()) {
            case AT_ONCE, REFUSES, RETRYABLE_FIRST -> {
                settlement.settle(order);
                yield new Reaction.Answered(order.told());
            }
            case NEVER_ANSWERS_EXECUTED, NEVER_ANSWERS_REFUSED, NEVER_TELLS_EXECUTED -> {
                settlement.settle(order);
                yield new Reaction.Silent();
            }
            case NEVER_ANSWERS_NOT_EXECUTED, NEVER_ENDS -> new Reaction.Silent();
            case RETURNS, BOUNCES -> {
                settlement.settle(order);
                settlement.giveBackLater(order, script);
                yield new Reaction.Answered(order.told());
            }
            case RETURNS_FIRST -> {
                settlement.settle(order);
                trade.giveBack(order);
                yield new Reaction.AcceptedAfterReturn(script);
            }
            case OUT_OF_ORDER -> {
                settlement.settle(order);
                yield new Reaction.AcceptedAfterCallback();
            }
            case LATE, TWICE, LOST_CALLBACK, REFUSES_LATE -> {
                settlement.settleLater(order, script);
                yield new Reaction.Answered(order.told());
            }
            case NOT_FOUND_FIRST -> {
                settlement.settleLater(order, script);
                yield new Reaction.Silent();
            }
        };
    }

    private Reaction takeAgain(O order, R request, Script known) {
        if (!order.contentDigest().equals(request.contentDigest())) {
            ledger.record(request.entry(Entry.Arrival.OTHER_CONTENT, known));
            throw new BankProblem(409, "OTHER_CONTENT", "This number came before with other content.");
        }
        if (order.outcome() instanceof Outcome.Refused(var failure, var _, var _, var _, var _)
                && failure == Failure.RETRYABLE) {
            return take(order, request, Entry.Arrival.ANEW);
        }
        ledger.record(request.entry(Entry.Arrival.REPEAT, known));
        if (order.outcome() instanceof Outcome.NotFound) {
            trade.execute(order);
        }
        return new Reaction.Answered(order.told());
    }

    Outcome query(String number) {
        O order = trade.find(number);
        if (order == null) {
            return new Outcome.NotFound();
        }
        synchronized (order) {
            if (order.deniesNext()) {
                trade.deny(order);
                return new Outcome.NotFound();
            }
            return order.told();
        }
    }

    private static void awaitQuietly(CompletableFuture<?> told) {
        try {
            told.join();
        } catch (CancellationException | CompletionException broken) {
            LOG.log(System.Logger.Level.DEBUG, "A callback broke off before its answer", broken);
        }
    }
}
