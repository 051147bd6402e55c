package io.coffer.bank;

import java.util.List;
import java.util.stream.Stream;

/** The payment channels beside the bank: everything that they do, put together. */
final class PaymentChannels implements AutoCloseable {

    private final ChannelBooks books;
    private final ChannelPayments payments;
    private final ChannelSettlements settlements;
    private final RefundCallbacks callbacks;
    private final Bounces bounces;
    private final Settlement<ChannelRefund> later;
    private final RefundApi refundApi;
    private final SettlementFiles files;

    PaymentChannels(
            BankSettings.Custody custody, Ledger ledger, Recipients recipients, Arrivals arrivals, Scripts scripts) {
        this.books = ledger.books().channels();
        this.payments = new ChannelPayments(ledger, arrivals, recipients.of(Subject.CHANNEL_PAYMENT));
        this.settlements = new ChannelSettlements(ledger, arrivals);
        this.files = new SettlementFiles(custody, ledger.books());
        this.callbacks = new RefundCallbacks(recipients.of(Subject.REFUND_RESULT));
        this.bounces = new Bounces(ledger);
        Refunds refunds = new Refunds(ledger, callbacks, bounces);
        this.later = new Settlement<>(refunds);
        this.refundApi = new RefundApi(books, new Desk<>(scripts, ledger, refunds, later));
    }

    /** Finishes what a former process took in and did not finish. */
    void resume() {
        payments.resume();
        settlements.resume();
        later.resume();
    }

    List<Route> routes() {
        List<Route> simulated = List.of(
                new Route(
                        "POST",
                        "/simulator/channel-payments",
                        call -> Reply.ok(payments.pay(PaymentRequest.from(call.fields())))),
                new Route(
                        "POST",
                        "/simulator/channel-settlements",
                        call -> Reply.ok(settlements.settle(ChannelSettlements.Request.from(call.fields())))),
                new Route("GET", "/simulator/channel-settlements/*/*", files::file),
                new Route("POST", "/simulator/refund-bounces/*", this::bounce),
                new Route("GET", "/simulator/refund-credits", _ -> Reply.ok(books.credits())),
                new Route("GET", "/simulator/refund-credits/total", _ -> Reply.ok(Total.of(books.credits()))));
        return Stream.concat(refundApi.routes().stream(), simulated.stream()).toList();
    }

    private Reply bounce(Call call) {
        ChannelRefund refund = books.findRefund(call.lastSegment());
        if (refund == null) {
            throw new BankProblem(404, "NOT_FOUND", "There is no such refund number.");
        }
        RefundEntry.Bounce bounce = bounces.takeBack(refund);
        var _ = callbacks.tellBounce(refund);
        return Reply.ok(RefundAnswer.bounced(bounce));
    }

    @Override
    public void close() {
        later.close();
    }

    /** All refunds; {@code refundsCreditedTwice} must stay zero. */
    private record Total(
            long refunds, long credits, long refundsCreditedTwice, Fen amount, long bounces, String currency) {

        static Total of(List<ChannelRefund.CreditCount> refunds) {
            return new Total(
                    refunds.size(),
                    refunds.stream().mapToLong(ChannelRefund.CreditCount::count).sum(),
                    refunds.stream().filter(refund -> refund.count() > 1).count(),
                    refunds.stream().map(ChannelRefund.CreditCount::amount).reduce(Fen.ZERO, Fen::plus),
                    refunds.stream()
                            .mapToLong(ChannelRefund.CreditCount::bounces)
                            .sum(),
                    PayoutRequest.CURRENCY);
        }
    }
}
