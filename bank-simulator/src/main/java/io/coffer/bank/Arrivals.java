package io.coffer.bank;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money that comes in: books it and tells it by notice, once or in copies. */
final class Arrivals {

    static final int COPIES_MAX = 100;

    private final BankSettings settings;
    private final Ledger ledger;
    private final Recipient recipient;

    Arrivals(BankSettings settings, Ledger ledger, Recipient recipient) {
        this.settings = settings;
        this.ledger = ledger;
        this.recipient = recipient;
    }

    /** Answers after the first attempt of every copy; failed ones are tried again behind the answer. */
    Told arrive(Money money) {
        Entry.Incoming booked = book(money);
        String coreNo = booked.coreNo();
        Recipient.Message message = new Recipient.Message(
                "notice-" + coreNo,
                notice(money, booked),
                (copy, attempt) -> new Entry.Notice(coreNo, copy, attempt.number(), attempt.status(), attempt.last()));
        return new Told(coreNo, booked.bankDate(), recipient.statuses(message, booked.firstCopy(), booked.copies()));
    }

    /** A core number that was there before keeps its bank day, and the numbers of its copies go on. */
    private synchronized Entry.Incoming book(Money money) {
        LocalDate today = ledger.bankDate();
        String chosen = money.coreNo();
        Books.CoreNumber core = chosen == null ? ledger.books().nextCoreNo(today) : new Books.CoreNumber(chosen, null);
        Books.Arrived before = ledger.books().arrived(core.coreNo());
        Entry.Incoming incoming = new Entry.Incoming(
                core.coreNo(),
                core.serial(),
                before == null ? today : before.bankDate(),
                money.virtualAccount(),
                money.amount(),
                PayoutRequest.CURRENCY,
                before == null ? 1 : before.copies() + 1,
                money.copies());
        ledger.record(incoming);
        return incoming;
    }

    private Notice notice(Money money, Entry.Incoming booked) {
        return new Notice(
                settings.custody().bankCode(),
                settings.custody().account(),
                booked.bankDate(),
                "IN",
                booked.coreNo(),
                "RECEIPT",
                new Amount(money.amount(), PayoutRequest.CURRENCY),
                money.virtualAccount(),
                money.payerAccountNumber(),
                money.payerName(),
                money.remark(),
                ledger.timeOfDay());
    }

    /** What a payer sends; a core number chosen by the caller repeats, or contradicts, an earlier notice. */
    record Money(
            String virtualAccount,
            Fen amount,
            String payerAccountNumber,
            String payerName,
            @Nullable String remark,
            int copies,
            @Nullable String coreNo) {

        static Money from(Fields fields) {
            fields.only(
                    "virtualAccount",
                    "amount",
                    "currency",
                    "payerAccountNumber",
                    "payerName",
                    "remark",
                    "copies",
                    "coreNo");
            return new Money(
                    fields.required("virtualAccount", Fields.ACCOUNT),
                    fields.amount(),
                    fields.required("payerAccountNumber", Fields.ACCOUNT),
                    fields.required("payerName", Fields.WORDS),
                    fields.optional("remark", Fields.WORDS),
                    fields.number("copies", 1, COPIES_MAX),
                    fields.optional("coreNo", Fields.NUMBER));
        }
    }

    /** The arrival as booked; one HTTP status per copy, 0 where nobody answered. */
    record Told(String coreNo, LocalDate bankDate, List<Integer> statuses) {}

    private record Notice(
            String bankCode,
            String custodyAccount,
            LocalDate bankDate,
            String direction,
            String coreNo,
            String kind,
            Amount amount,
            String virtualAccount,
            String payerAccount,
            String payerName,
            @Nullable String remark,
            String noticedAt) {}
}
