package io.coffer.bank;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payments by a channel: kept there for a settlement and told by callback, or paid on at once, net, as a line of the bank. */
final class ChannelPayments {

    private final Ledger ledger;
    private final Arrivals arrivals;
    private final Recipient recipient;

    ChannelPayments(Ledger ledger, Arrivals arrivals, Recipient recipient) {
        this.ledger = ledger;
        this.arrivals = arrivals;
        this.recipient = recipient;
    }

    /** Books what a former process took in and did not pay on; nobody is told, because the journal knows no payer. */
    void resume() {
        for (ChannelPayment payment : ledger.books().channels().payments()) {
            ChannelEntry.Payment entry = payment.entry();
            String coreNo = entry.coreNo();
            String virtualAccount = entry.virtualAccount();
            if (coreNo != null && virtualAccount != null && ledger.books().arrived(coreNo) == null) {
                var _ = arrivals.book(virtualAccount, entry.amount().minus(entry.fee()), 0, coreNo);
            }
        }
    }

    /** Answers after the first attempt of every copy, as {@link Arrivals#arrive}. */
    Told pay(PaymentRequest request) {
        ChannelEntry.Payment booked = book(request);
        String virtualAccount = booked.virtualAccount();
        if (virtualAccount == null) {
            List<Integer> statuses = recipient.statuses(message(request, booked), booked.firstCopy(), booked.copies());
            return new Told(booked.tradeNo(), null, booked.settlementDate(), statuses);
        }
        Arrivals.Told told = arrivals.arrive(new Arrivals.Money(
                virtualAccount,
                booked.amount().minus(booked.fee()),
                request.payerAccountNumber(),
                request.payerName(),
                booked.outTradeNo(),
                booked.copies(),
                booked.coreNo()));
        return new Told(booked.tradeNo(), told.coreNo(), null, told.statuses());
    }

    private synchronized ChannelEntry.Payment book(PaymentRequest request) {
        Channel channel = ledger.books().channels().channel(request.channel());
        // No settlement may close the date between its choice and the entry.
        synchronized (channel) {
            String chosen = request.tradeNo();
            ChannelPayment before =
                    chosen == null ? null : ledger.books().channels().payment(chosen);
            if (before != null && !request.isSameAs(before.entry())) {
                throw new BankProblem(409, "OTHER_CONTENT", "This trade number came before with other content.");
            }
            ChannelEntry.Payment payment =
                    before == null ? first(request, channel) : before.entry().again(request.copies(), before.copies());
            ledger.record(payment);
            return payment;
        }
    }

    private ChannelEntry.Payment first(PaymentRequest request, Channel channel) {
        LocalDate today = ledger.bankDate();
        Books.CoreNumber number = free(today);
        boolean net = request.virtualAccount() != null;
        return new ChannelEntry.Payment(
                request.channel(),
                request.tradeNo() == null ? tradeNo(number) : request.tradeNo(),
                number.serial(),
                request.outTradeNo(),
                request.amount(),
                request.fee(),
                PayoutRequest.CURRENCY,
                request.returnsFee(),
                ledger.timeOfDay(),
                net ? null : channel.openDate(today),
                request.virtualAccount(),
                net ? number.coreNo() : null,
                1,
                request.copies());
    }

    private Books.CoreNumber free(LocalDate bankDate) {
        Books.CoreNumber number = ledger.books().nextCoreNo(bankDate);
        while (ledger.books().channels().payment(tradeNo(number)) != null) {
            number = ledger.books().nextCoreNo(bankDate);
        }
        return number;
    }

    private static String tradeNo(Books.CoreNumber number) {
        return "T" + number.coreNo();
    }

    private static Recipient.Message message(PaymentRequest request, ChannelEntry.Payment booked) {
        Body body = new Body(
                booked.channel(),
                booked.outTradeNo(),
                booked.tradeNo(),
                new Amount(booked.amount(), booked.currency()),
                booked.paidAt(),
                booked.settlementDate(),
                request.payerAccountNumber(),
                request.payerName());
        return new Recipient.Message(
                "channel-payment-" + booked.tradeNo(),
                body,
                (copy, attempt) -> new ChannelEntry.PaymentCallback(
                        booked.tradeNo(), copy, attempt.number(), attempt.status(), attempt.last()));
    }

    /** The payment as booked; one HTTP status per copy, 0 where nobody answered. */
    record Told(
            String tradeNo,
            @Nullable String coreNo,
            @Nullable LocalDate settlementDate,
            List<Integer> statuses) {}

    private record Body(
            String channel,
            String outTradeNo,
            String tradeNo,
            Amount amount,
            String paidAt,
            @Nullable LocalDate settlementDate,
            String payerAccount,
            String payerName) {}
}
