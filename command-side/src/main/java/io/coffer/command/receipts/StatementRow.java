package io.coffer.command.receipts;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.money.Amount;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.receipts.LineCommand.NoteOwnTransfer;
import io.coffer.command.kernel.LineAmount;
import io.coffer.command.kernel.Tokens;
import io.coffer.platform.vault.Subject;
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

    /**
     * @param payeeAccount to which our own money went
     * @param payoutNo our own number, under which the bank debited, or of what it gave back
     */
    record Line(
            Direction direction,
            String coreNo,
            Notice.LineKind kind,
            Amount amount,
            Optional<String> virtualAccount,
            Optional<String> payerAccount,
            Optional<String> payerName,
            Optional<String> payerBankCode,
            Optional<String> payeeAccount,
            Optional<String> payeeBankCode,
            Optional<String> remark,
            Optional<PayoutId> payoutNo,
            OffsetDateTime bookedAt) {

        NoteOwnTransfer toTransfer(BookingPlace from, Tokens tokens) {
            return new NoteOwnTransfer(
                    BankReceiptId.outgoing(from, coreNo),
                    LineAmount.of(amount),
                    Optional.empty(),
                    Notice.remark(remark, tokens),
                    bookedAt.toInstant(),
                    Optional.empty(),
                    Optional.empty(),
                    payeeAccount
                            .filter(Notice::isAccountNumber)
                            .map(number -> tokens.unnamed(
                                    Subject.unknown(),
                                    Notice.bank(payeeBankCode),
                                    number,
                                    BankAccountRef.AccountClass.CORPORATE)));
        }

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

        /** What names a payout of ours is that payout's debit, whatever the bank calls it. */
        boolean isOwnTransfer() {
            return kind == Notice.LineKind.OWN_TRANSFER && payoutNo.isEmpty();
        }

        @Override
        public String toString() {
            return "line " + coreNo;
        }
    }
}
