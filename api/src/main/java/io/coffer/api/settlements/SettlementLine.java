package io.coffer.api.settlements;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.MalformedKey;
import io.coffer.api.money.Money;

/**
 * One thing that a settlement pays or keeps, as the channel lists it and as we booked it: the two are compared whole.
 *
 * @param no the channel's trade number of a payment; our own number of a refund, and of what came back with it
 * @param fee what the channel keeps of a payment; nothing else has one
 */
public record SettlementLine(Kind kind, String no, Money amount, Money fee) {

    private static final int PARTS_MAX = 3;

    /** What a line is about. */
    public enum Kind {
        /** The channel took it from a payer. */
        PAYMENT,
        /** The channel paid it to a payer out of what it owes us. */
        REFUND,
        /** A part of its fee that it gives back with a refund. */
        FEE_RETURNED,
        /** A refund that it took back. */
        BOUNCE
    }

    public SettlementLine {
        var parts = no.split(":", -1);
        if (parts.length > PARTS_MAX) {
            throw new MalformedKey("no", no);
        }
        for (var part : parts) {
            Keys.key("no", part);
        }
        if (fee.exceeds(kind == Kind.PAYMENT ? amount : Money.ZERO)) {
            throw new MalformedKey("fee", fee.toString());
        }
    }

    /** A line without a fee. */
    public static SettlementLine of(Kind kind, String no, Money amount) {
        return new SettlementLine(kind, no, amount, Money.ZERO);
    }

    /** What tells it from every other line of its settlement. */
    @JsonIgnore
    public String key() {
        return kind + " " + no;
    }
}
