package io.coffer.bank;

import java.time.LocalDate;

/** Refunds that succeeded and are taken back, all of it and once: the money goes to where it had come from. */
final class Bounces {

    private final Ledger ledger;

    Bounces(Ledger ledger) {
        this.ledger = ledger;
    }

    RefundEntry.Bounce takeBack(ChannelRefund refund) {
        synchronized (refund) {
            RefundEntry.Bounce before = refund.bounce();
            if (before != null) {
                return before;
            }
            RefundEntry.Credit credit = refund.credit();
            if (credit == null) {
                throw new BankProblem(409, "NOT_REFUNDED", "Only what was refunded can be taken back.");
            }
            return book(credit);
        }
    }

    private RefundEntry.Bounce book(RefundEntry.Credit credit) {
        Channel channel = ledger.books().channels().channel(credit.channel());
        synchronized (channel) {
            LocalDate today = ledger.bankDate();
            boolean debited = credit.coreNo() != null;
            Books.CoreNumber core = debited ? ledger.books().nextCoreNo(today) : null;
            RefundEntry.Bounce bounce = new RefundEntry.Bounce(
                    credit.refundNo(),
                    credit.channel(),
                    credit.tradeNo(),
                    credit.amount(),
                    credit.currency(),
                    credit.channelRefundNo(),
                    core == null ? null : core.serial(),
                    debited ? null : channel.openDate(today),
                    core == null ? null : core.coreNo(),
                    today,
                    ledger.timeOfDay());
            ledger.record(bounce);
            return bounce;
        }
    }
}
