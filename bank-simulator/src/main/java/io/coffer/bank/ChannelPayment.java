package io.coffer.bank;

/** What the journal says about one payment by a channel. Guarded by its own monitor. */
final class ChannelPayment {

    private final ChannelEntry.Payment entry;
    private int copies;
    private Fen claimed = Fen.ZERO;
    private Fen refunded = Fen.ZERO;
    private Fen feeReturned = Fen.ZERO;

    ChannelPayment(ChannelEntry.Payment entry) {
        this.entry = entry;
        this.copies = entry.copies();
    }

    synchronized void toldAgain(ChannelEntry.Payment again) {
        copies = again.firstCopy() - 1 + again.copies();
    }

    ChannelEntry.Payment entry() {
        return entry;
    }

    synchronized int copies() {
        return copies;
    }

    synchronized void claims(Fen more) {
        claimed = claimed.plus(more);
    }

    synchronized void refunds(Fen more) {
        refunded = refunded.plus(more);
    }

    synchronized void returnsFee(Fen more) {
        feeReturned = feeReturned.plus(more);
    }

    /** What no refund has, nor keeps for itself while nothing is decided. */
    synchronized Fen left() {
        return entry.amount().minus(claimed);
    }

    /** What it charges still. */
    synchronized Fen feeLeft() {
        return entry.fee().minus(feeReturned);
    }

    /** Pro rata of all that is refunded, less what was returned before; the last refund so takes the rest. */
    synchronized Fen feeToReturn(Fen refund) {
        if (!entry.returnsFee()) {
            return Fen.ZERO;
        }
        Fen due = entry.fee().portion(refunded.plus(refund), entry.amount());
        // A bounced refund keeps its fee with us, so that a later one may find more returned than is due.
        return due.compareTo(feeReturned) > 0 ? due.minus(feeReturned) : Fen.ZERO;
    }
}
