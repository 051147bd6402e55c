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
        return new Told(
                booked.coreNo(),
                booked.bankDate(),
                recipient.statuses(message(money, booked), booked.firstCopy(), booked.copies()));
    }

    /** As {@link #arrive}, for whoever cannot wait for those who are told. */
    void arriveUnwatched(Money money) {
        Entry.Incoming booked = book(money);
        var _ = recipient.tell(message(money, booked), booked.firstCopy(), booked.copies());
    }

    private Entry.Incoming book(Money money) {
        return book(money.virtualAccount(), money.amount(), money.copies(), money.coreNo());
    }

    /** A core number that was there before keeps its bank day, and the numbers of its copies go on. */
    synchronized Entry.Incoming book(String virtualAccount, Fen amount, int copies, @Nullable String chosen) {
        LocalDate today = ledger.bankDate();
        Books.CoreNumber core = chosen == null ? ledger.books().nextCoreNo(today) : new Books.CoreNumber(chosen, null);
        Books.Arrived before = ledger.books().arrived(core.coreNo());
        Entry.Incoming incoming = new Entry.Incoming(
                core.coreNo(),
                core.serial(),
                before == null ? today : before.bankDate(),
                virtualAccount,
                amount,
                PayoutRequest.CURRENCY,
                before == null ? 1 : before.copies() + 1,
                copies);
        ledger.record(incoming);
        return incoming;
    }

    private Recipient.Message message(Money money, Entry.Incoming booked) {
        String coreNo = booked.coreNo();
        return new Recipient.Message(
                "notice-" + coreNo,
                notice(money, booked),
                (copy, attempt) -> new Entry.Notice(coreNo, copy, attempt.number(), attempt.status(), attempt.last()));
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
