package io.coffer.bank;

import java.time.LocalDate;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Refunds by original route. The monitor of a refund is taken before that of its channel. */
final class Refunds implements Trade<ChannelRefund, RefundRequest> {

    private final Ledger ledger;
    private final ChannelBooks books;
    private final RefundChecks checks;
    private final RefundCallbacks callbacks;
    private final Bounces bounces;

    Refunds(Ledger ledger, RefundCallbacks callbacks, Bounces bounces) {
        this.ledger = ledger;
        this.books = ledger.books().channels();
        this.checks = new RefundChecks(ledger);
        this.callbacks = callbacks;
        this.bounces = bounces;
    }

    @Override
    public ChannelRefund order(String number) {
        return books.refund(number);
    }

    @Override
    public @Nullable ChannelRefund find(String number) {
        return books.findRefund(number);
    }

    @Override
    public Collection<ChannelRefund> all() {
        return books.refunds();
    }

    @Override
    public Script take(RefundRequest request, Entry.Arrival arrival, Script scripted) {
        synchronized (books.channel(request.channel())) {
            Script objection = checks.objection(request.entry(arrival, scripted), Fen.ZERO);
            Script followed = objection == null ? scripted : objection;
            ledger.record(request.entry(arrival, followed));
            return followed;
        }
    }

    @Override
    public void execute(ChannelRefund refund) {
        RefundEntry.Instruction instruction = refund.instruction();
        if (instruction == null) {
            throw new IllegalStateException("Nobody has ordered " + refund.number());
        }
        Channel channel = books.channel(instruction.channel());
        synchronized (channel) {
            // Others may have taken the rest of the payment since a swallowed instruction.
            Script objection = checks.objection(instruction, refund.claim());
            ChannelPayment payment = books.original(instruction.channel(), instruction.original());
            if (objection != null || payment == null) {
                refuse(refund, objection == null ? instruction.script() : objection);
            } else {
                ledger.record(
                        instruction.reverses()
                                ? reversed(instruction, payment)
                                : credit(instruction, payment, channel));
            }
        }
    }

    /** As if nobody had ever paid: nothing is charged, and nothing of it is settled. */
    private RefundEntry.Credit reversed(RefundEntry.Instruction instruction, ChannelPayment payment) {
        LocalDate date = payment.entry().settlementDate();
        LocalDate today = ledger.bankDate();
        Books.CoreNumber number = ledger.books().nextCoreNo(today);
        Fen fee = payment.feeLeft();
        return new RefundEntry.Credit(
                instruction.refundNo(),
                instruction.channel(),
                payment.entry().tradeNo(),
                instruction.amount(),
                instruction.currency(),
                "V" + number.coreNo(),
                number.serial(),
                date,
                null,
                fee,
                fee.equals(Fen.ZERO) ? null : date,
                today,
                ledger.timeOfDay());
    }

    private RefundEntry.Credit credit(RefundEntry.Instruction instruction, ChannelPayment payment, Channel channel) {
        LocalDate today = ledger.bankDate();
        LocalDate open = channel.openDate(today);
        Books.CoreNumber number = ledger.books().nextCoreNo(today);
        boolean netted = channel.net(open).compareTo(instruction.amount()) >= 0;
        Fen fee = payment.feeToReturn(instruction.amount());
        return new RefundEntry.Credit(
                instruction.refundNo(),
                instruction.channel(),
                payment.entry().tradeNo(),
                instruction.amount(),
                instruction.currency(),
                "R" + number.coreNo(),
                number.serial(),
                netted ? open : null,
                netted ? null : number.coreNo(),
                fee,
                fee.equals(Fen.ZERO) ? null : open,
                today,
                ledger.timeOfDay());
    }

    @Override
    public void refuse(ChannelRefund refund, Script script) {
        Failure failure = script.failure() == null ? Failure.FINAL : script.failure();
        ledger.record(new RefundEntry.Refusal(
                refund.number(), failure, script.code(), script.message(), ledger.bankDate(), ledger.timeOfDay()));
    }

    @Override
    public void deny(ChannelRefund refund) {
        ledger.record(new RefundEntry.Denial(refund.number()));
    }

    @Override
    public void giveBack(ChannelRefund refund) {
        var _ = bounces.takeBack(refund);
    }

    @Override
    public CompletableFuture<?> tell(ChannelRefund refund) {
        return callbacks.tell(refund);
    }

    @Override
    public CompletableFuture<?> tellBack(ChannelRefund refund) {
        return callbacks.tellBounce(refund);
    }
}
