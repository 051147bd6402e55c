package io.coffer.command.receipts;

import io.coffer.api.money.Amount;
import io.coffer.api.payouts.PayoutId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** One row of a statement file: the first is its header, every other a line of the bank's day. */
record StatementRow(Optional<Header> header, Optional<Line> line) {

    /** @param total of all lines, in and out */
    record Header(
            String bankCode,
            String custodyAccount,
            LocalDate bankDate,
            Amount openingBalance,
            Amount closingBalance,
            int count,
            Amount total) {}

    /** Which way the money went. */
    enum Direction {
        IN,
        OUT
    }

    /** @param payoutNo our own number, under which the bank debited, or of what it gave back */
    record Line(
            Direction direction,
            String coreNo,
            Notice.LineKind kind,
            Amount amount,
            Optional<String> virtualAccount,
            Optional<String> payerAccount,
            Optional<String> payerName,
            Optional<String> payerBankCode,
            Optional<String> remark,
            Optional<PayoutId> payoutNo,
            OffsetDateTime bookedAt) {

        Notice toNotice(Header header) {
            return new Notice(
                    header.bankCode(),
                    header.custodyAccount(),
                    header.bankDate(),
                    Notice.Direction.IN,
                    Optional.of(coreNo),
                    Optional.empty(),
                    kind,
                    amount,
                    virtualAccount,
                    payerAccount,
                    payerName,
                    payerBankCode,
                    remark,
                    payoutNo.map(PayoutId::value),
                    bookedAt);
        }

        @Override
        public String toString() {
            return "line " + coreNo;
        }
    }
}
