package io.coffer.command.accounts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.ExceedsReleasable;
import io.coffer.api.accounts.EscrowRejection.WrongCustodyAccount;
import io.coffer.api.accounts.FundingCommand;
import io.coffer.api.accounts.FundingCommand.ConfirmExcessReturned;
import io.coffer.api.accounts.FundingCommand.CreditReceipt;
import io.coffer.api.accounts.FundingCommand.RecordExcessRefunding;
import io.coffer.api.accounts.FundingCommand.ReverseCredit;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.FundingEvent.ExcessRefunding;
import io.coffer.api.accounts.FundingEvent.ExcessReturned;
import io.coffer.api.accounts.FundingEvent.JournalReversed;
import io.coffer.api.accounts.FundingEvent.JournalReversed.Credited;
import io.coffer.api.accounts.FundingEvent.PaymentItemPartiallyFunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemSettled;
import io.coffer.api.accounts.FundingEvent.ReceiptDeclined;
import io.coffer.api.accounts.FundingEvent.ReversalDeclined;
import io.coffer.api.accounts.HoldbackRejection.ExceedsUnclaimed;
import io.coffer.api.accounts.TerminationRejection.TerminationCarriedOut;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.ledger.Postings;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.command.accounts.Funding.Credit;
import io.coffer.command.accounts.Payers.Purpose;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How money comes in: what the plan expects fills it in its order, the rest is set apart for its payer. */
final class FundingRules {

    private static final List<String> OPEN_STATES = List.of(
            "OPENED",
            "FUNDING",
            "FUNDED",
            "RELEASABLE",
            "RELEASING",
            "HELD_BACK",
            "COMPLETED",
            "TERMINATING",
            "TERMINATED");

    private FundingRules() {}

    static Decision<EscrowEvent> decide(OpenAccount state, FundingCommand command, Given given) {
        return switch (command) {
            case CreditReceipt c -> credit(state, c);
            case ReverseCredit c -> reverse(state, c, given);
            case RecordExcessRefunding c -> excessRefunding(state, c);
            case ConfirmExcessReturned c -> excessReturned(state, c);
        };
    }

    private static Decision<EscrowEvent> credit(OpenAccount state, CreditReceipt command) {
        return take(state, command.receipt(), command.custodyAccount(), () -> switch (Payers.purposeOf(
                state, command)) {
            case Purpose.For(var use) ->
                Decision.acceptAll(
                        switch (use) {
                            case PRICE -> taken(state, command);
                            case HOLDBACK ->
                                PaidInRules.taken(state, command.account(), command.receipt(), command.amount());
                        });
            case Purpose.Unsaid(var reason) ->
                accept(new ReceiptDeclined(command.account(), command.receipt(), reason, reason.name()));
        });
    }

    /** Whether the account may have a receipt at all, whatever it is for. */
    static Decision<EscrowEvent> take(
            OpenAccount state, BankReceiptId receipt, CustodyAccount where, Supplier<Decision<EscrowEvent>> decide) {
        if (state.funding().credit(receipt).filter(Credit::isOpen).isPresent()) {
            return alreadyDone();
        }
        return switch (state.status()) {
            case UNKNOWN, CANCELLED, CLOSING, CLOSED ->
                reject(new NotInThisState(state.status().name(), OPEN_STATES));
            case OPENED, FUNDING, FUNDED, RELEASABLE, RELEASING, HELD_BACK, COMPLETED, TERMINATING, TERMINATED ->
                where.equals(state.custodyAccount())
                        ? decide.get()
                        : reject(new WrongCustodyAccount(state.custodyAccount().subLedger()));
        };
    }

    private static List<EscrowEvent> taken(OpenAccount state, CreditReceipt command) {
        var expected = command.amount().min(state.missing());
        var events = new ArrayList<EscrowEvent>();
        if (!expected.isZero()) {
            events.add(new EscrowFunded(
                    command.account(), command.receipt(), expected, command.amount(), command.payer()));
            events.addAll(filled(state, command, expected));
        }
        var rest = command.amount().minus(expected);
        if (!rest.isZero()) {
            events.add(new EscrowOverfunded(command.account(), command.receipt(), rest, command.amount()));
        }
        return events;
    }

    private static List<EscrowEvent> filled(OpenAccount state, CreditReceipt command, Money amount) {
        var events = new ArrayList<EscrowEvent>();
        var left = amount;
        for (var planned : state.terms().plan()) {
            var before = state.receivedFor(planned);
            var part = left.min(planned.expected().minus(before));
            if (part.isZero()) {
                continue;
            }
            left = left.minus(part);
            var after = before.plus(part);
            events.add(
                    after.equals(planned.expected())
                            ? new PaymentItemSettled(command.account(), planned.item(), after)
                            : new PaymentItemPartiallyFunded(
                                    command.account(),
                                    planned.item(),
                                    after,
                                    planned.expected().minus(after)));
        }
        return events;
    }

    /**
     * Takes back what a receipt brought here by mistake: checked like any debit, and never judged twice, so that the receipt
     * knows for ever what became of it. What is to be kept back is no reason: it is kept of money that belongs here.
     */
    private static Decision<EscrowEvent> reverse(OpenAccount state, ReverseCredit command, Given given) {
        var credit = state.funding().credit(command.receipt());
        if (credit.filter(known -> known.verdictNo() >= command.verdictNo()).isPresent()) {
            return alreadyDone();
        }
        if (credit.filter(Credit::isOpen).isEmpty()) {
            return accept(declined(command, new NotFound(command.receipt().value())));
        }
        var taken = credit.get().taken();
        var heldBack = credit.get().heldBack();
        // All parties signed who gets it: what is here now may be somebody else's part that came back.
        if (state.termination().isExecuted() && !taken.plus(heldBack).isZero()) {
            return accept(declined(
                    command, new TerminationCarriedOut(command.account().value())));
        }
        var free = state.unpromised(given.at());
        if (taken.exceeds(free)) {
            return accept(declined(command, new ExceedsReleasable(taken, free, taken.minus(free))));
        }
        var unclaimed = state.frozen(given.at()).releasableHoldback().min(state.unclaimed());
        return heldBack.exceeds(unclaimed)
                ? accept(declined(command, new ExceedsUnclaimed(heldBack, unclaimed, heldBack.minus(unclaimed))))
                : Decision.acceptAll(reversed(state, command, credit.get()));
    }

    private static List<EscrowEvent> reversed(OpenAccount state, ReverseCredit command, Credit credit) {
        var events = new ArrayList<EscrowEvent>();
        if (!credit.excess().isZero()) {
            events.add(reversed(
                    command, Credited.EXCESS, credit.excess(), credit.taken().plus(credit.heldBack())));
        }
        if (!credit.taken().isZero()) {
            events.addAll(emptied(state, command, credit.taken()));
            events.add(reversed(command, Credited.EXPECTED, credit.taken(), credit.heldBack()));
        }
        if (!credit.heldBack().isZero()) {
            events.add(reversed(command, Credited.HOLDBACK, credit.heldBack(), Money.ZERO));
        }
        return events;
    }

    /** What was filled last is missing first. */
    private static List<EscrowEvent> emptied(OpenAccount state, ReverseCredit command, Money amount) {
        var events = new ArrayList<EscrowEvent>();
        var left = amount;
        for (var planned : state.terms().plan().reversed()) {
            var before = state.receivedFor(planned);
            var part = left.min(before);
            if (part.isZero()) {
                continue;
            }
            left = left.minus(part);
            var after = before.minus(part);
            events.add(new PaymentItemPartiallyFunded(
                    command.account(), planned.item(), after, planned.expected().minus(after)));
        }
        return events;
    }

    private static JournalReversed reversed(ReverseCredit command, Credited what, Money amount, Money left) {
        return new JournalReversed(
                command.account(),
                command.receipt(),
                command.verdictNo(),
                what,
                amount,
                left,
                Postings.CURRENT,
                command.approvalId());
    }

    private static ReversalDeclined declined(ReverseCredit command, Rejection reason) {
        return new ReversalDeclined(command.account(), command.receipt(), command.verdictNo(), reason.code());
    }

    private static Decision<EscrowEvent> excessRefunding(OpenAccount state, RecordExcessRefunding command) {
        return excess(state, command.receipt())
                .filter(credit -> !credit.isRefunding())
                .<Decision<EscrowEvent>>map(
                        credit -> accept(new ExcessRefunding(command.account(), command.receipt(), credit.excess())))
                .orElseGet(Decision::alreadyDone);
    }

    private static Decision<EscrowEvent> excessReturned(OpenAccount state, ConfirmExcessReturned command) {
        return excess(state, command.receipt())
                .<Decision<EscrowEvent>>map(
                        credit -> accept(new ExcessReturned(command.account(), command.receipt(), credit.excess())))
                .orElseGet(Decision::alreadyDone);
    }

    private static Optional<Credit> excess(OpenAccount state, BankReceiptId receipt) {
        return state.funding().credit(receipt).filter(credit -> !credit.excess().isZero());
    }
}
