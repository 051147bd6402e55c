package io.coffer.bank;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a channel pays on one date, line by line. The channel guards it. */
final class Bucket {

    private final List<Line> lines = new ArrayList<>();
    private Fen net = Fen.ZERO;

    void add(Line line) {
        lines.add(line);
        net = switch (line.kind()) {
            case PAYMENT -> net.plus(line.amount()).minus(line.fee());
            case REFUND -> net.minus(line.amount());
            case FEE_RETURNED, BOUNCE -> net.plus(line.amount());
        };
    }

    Fen net() {
        return net;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** What a line is about. */
    enum Kind {
        PAYMENT,
        REFUND,
        FEE_RETURNED,
        BOUNCE
    }

    /** One line of a settlement; only a payment has a number of ours and a fee. */
    record Line(Kind kind, String no, @Nullable String outTradeNo, Fen amount, Fen fee) {

        static Line of(ChannelEntry.Payment payment) {
            return new Line(Kind.PAYMENT, payment.tradeNo(), payment.outTradeNo(), payment.amount(), payment.fee());
        }

        static Line of(Kind kind, RefundEntry refund, Fen amount) {
            return new Line(kind, refund.refundNo(), null, amount, Fen.ZERO);
        }
    }
}
