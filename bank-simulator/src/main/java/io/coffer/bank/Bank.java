package io.coffer.bank;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Takes instructions and answers questions about them, each as its script says. */
final class Bank {

    private static final System.Logger LOG = System.getLogger(Bank.class.getName());

    private final Scripts scripts;
    private final Ledger ledger;
    private final Callbacks callbacks;
    private final Settlement settlement;
    private final Returns returns;

    @SuppressWarnings("TooManyParameters") // Everything that an instruction sets off.
    Bank(Scripts scripts, Ledger ledger, Callbacks callbacks, Settlement settlement, Returns returns) {
        this.scripts = scripts;
        this.ledger = ledger;
        this.callbacks = callbacks;
        this.settlement = settlement;
        this.returns = returns;
    }

    Reaction submit(PayoutRequest request) {
        BankPayout payout = ledger.books().payout(request.payoutNo());
        Reaction reaction;
        synchronized (payout) {
            Entry.Instruction known = payout.instruction();
            reaction = known == null ? takeFirst(payout, request) : takeAgain(payout, request, known);
        }
        if (reaction instanceof Reaction.AcceptedAfterCallback) {
            // Outside the monitor: the receiver may well query the payout before it answers the callback.
            awaitQuietly(callbacks.tell(payout));
        } else if (reaction instanceof Reaction.AcceptedAfterReturn(var script)) {
            awaitQuietly(returns.tell(payout));
            settlement.tellLater(payout, script);
        }
        return reaction;
    }

    private Reaction takeFirst(BankPayout payout, PayoutRequest request) {
        Script script = scripts.of(request.payoutNo(), request.payeeAccountNumber());
        ledger.record(request.entry(Entry.Arrival.FIRST, script));
        return switch (script.behaviour()) {
            case AT_ONCE, REFUSES -> {
                settlement.settle(payout);
                yield new Reaction.Answered(payout.outcome());
            }
            case NEVER_ANSWERS_EXECUTED -> {
                settlement.settle(payout);
                yield new Reaction.Silent();
            }
            case NEVER_ANSWERS_NOT_EXECUTED, NEVER_ENDS -> new Reaction.Silent();
            case RETURNS -> {
                settlement.settle(payout);
                settlement.giveBackLater(payout, script);
                yield new Reaction.Answered(payout.outcome());
            }
            case RETURNS_FIRST -> {
                settlement.settle(payout);
                var _ = returns.giveBack(payout);
                yield new Reaction.AcceptedAfterReturn(script);
            }
            case OUT_OF_ORDER -> {
                settlement.settle(payout);
                yield new Reaction.AcceptedAfterCallback();
            }
            case LATE, TWICE, LOST_CALLBACK, REFUSES_LATE -> {
                settlement.settleLater(payout, script);
                yield new Reaction.Answered(payout.outcome());
            }
            case NOT_FOUND_FIRST -> {
                settlement.settleLater(payout, script);
                yield new Reaction.Silent();
            }
        };
    }

    private Reaction takeAgain(BankPayout payout, PayoutRequest request, Entry.Instruction known) {
        if (!known.contentDigest().equals(request.contentDigest())) {
            ledger.record(request.entry(Entry.Arrival.OTHER_CONTENT, known.script()));
            throw new BankProblem(409, "OTHER_CONTENT", "This payout number came before with other content.");
        }
        ledger.record(request.entry(Entry.Arrival.REPEAT, known.script()));
        if (payout.outcome() instanceof Outcome.NotFound) {
            settlement.debit(payout, known);
        }
        return new Reaction.Answered(payout.outcome());
    }

    Outcome query(String payoutNo) {
        BankPayout payout = ledger.books().find(payoutNo);
        if (payout == null) {
            return new Outcome.NotFound();
        }
        synchronized (payout) {
            if (payout.deniesNext()) {
                ledger.record(new Entry.Denial(payoutNo));
                return new Outcome.NotFound();
            }
            return payout.outcome();
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
