package io.coffer.bank;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settlements of channels: a date is closed once, and its net paid by one line of the bank. */
final class ChannelSettlements {

    private static final String PAYER_ACCOUNT = "1100600000000088";

    private final Ledger ledger;
    private final Arrivals arrivals;

    ChannelSettlements(Ledger ledger, Arrivals arrivals) {
        this.ledger = ledger;
        this.arrivals = arrivals;
    }

    /** Pays what a former process closed and did not pay. */
    void resume() {
        for (ChannelEntry.Settled settled : ledger.books().channels().settlements()) {
            String coreNo = settled.coreNo();
            if (coreNo != null && ledger.books().arrived(coreNo) == null) {
                arrivals.arriveUnwatched(money(settled, coreNo));
            }
        }
    }

    /** Answers after the first attempt of the notice; a repeat answers the same and pays nothing. */
    Statement settle(Request request) {
        Channel channel = ledger.books().channels().channel(request.channel());
        ChannelEntry.Settled settled = channel.settled(request.settlementDate());
        if (settled == null) {
            settled = close(channel, request);
        }
        if (!settled.virtualAccount().equals(request.virtualAccount())) {
            throw new BankProblem(409, "OTHER_CONTENT", "This date was settled to another virtual account.");
        }
        return new Statement(
                settled.channel(),
                settled.settlementDate(),
                settled.net(),
                settled.coreNo(),
                channel.lines(settled.settlementDate()));
    }

    private ChannelEntry.Settled close(Channel channel, Request request) {
        ChannelEntry.Settled closing;
        synchronized (channel) {
            ChannelEntry.Settled before = channel.settled(request.settlementDate());
            if (before != null) {
                return before;
            }
            Fen net = channel.net(request.settlementDate());
            Books.CoreNumber core = net.equals(Fen.ZERO) ? null : ledger.books().nextCoreNo(ledger.bankDate());
            closing = new ChannelEntry.Settled(
                    request.channel(),
                    request.settlementDate(),
                    net,
                    PayoutRequest.CURRENCY,
                    request.virtualAccount(),
                    core == null ? null : core.coreNo(),
                    core == null ? null : core.serial());
            ledger.record(closing);
        }
        String coreNo = closing.coreNo();
        if (coreNo != null) {
            var _ = arrivals.arrive(money(closing, coreNo));
        }
        return closing;
    }

    private static Arrivals.Money money(ChannelEntry.Settled settled, String coreNo) {
        String remark = "Settlement of " + settled.settlementDate();
        return new Arrivals.Money(
                settled.virtualAccount(), settled.net(), PAYER_ACCOUNT, settled.channel(), remark, 1, coreNo);
    }

    /** Which date of which channel is to be settled, and to which number. */
    record Request(String channel, LocalDate settlementDate, String virtualAccount) {

        static Request from(Fields fields) {
            fields.only("channel", "settlementDate", "virtualAccount");
            return new Request(
                    fields.required("channel", PaymentRequest.CHANNEL),
                    fields.date("settlementDate"),
                    fields.required("virtualAccount", Fields.ACCOUNT));
        }
    }

    /** The settlement as the channel lists it. */
    record Statement(
            String channel,
            LocalDate settlementDate,
            Fen net,
            @Nullable String coreNo,
            List<Bucket.Line> lines) {}
}
