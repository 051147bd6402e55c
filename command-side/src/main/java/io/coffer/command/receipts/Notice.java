package io.coffer.command.receipts;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.MalformedKey;
import io.coffer.api.money.Amount;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.receipts.NumberDoubt;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptRejection.LineNotIdentifiable;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.command.kernel.CustodyAccounts;
import io.coffer.command.kernel.LineAmount;
import io.coffer.command.kernel.Tokens;
import io.coffer.platform.vault.Subject;
import io.coffer.platform.web.RejectionException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A bank's notice of one line on a custody account, as the bank adapter delivers it. Payer and remark go into the vault
 * before a command exists.
 *
 * @param payoutNo our number of the payout that came back, for a line of that kind
 */
record Notice(
        String bankCode,
        String custodyAccount,
        LocalDate bankDate,
        Direction direction,
        Optional<String> coreNo,
        Optional<String> noticeNo,
        LineKind kind,
        Amount amount,
        Optional<String> virtualAccount,
        Optional<String> payerAccount,
        Optional<String> payerName,
        Optional<String> payerBankCode,
        Optional<String> remark,
        Optional<String> payoutNo,
        OffsetDateTime noticedAt) {

    /** Which way the money went. */
    enum Direction {
        IN
    }

    /** What the line is ({@code domain.md} 1.3.7). */
    enum LineKind {
        RECEIPT,
        RETURN,
        OWN_TRANSFER
    }

    RecordReceipt toCommand(CustodyAccounts custody, Tokens tokens, RemarkNumbers remarks) {
        var named = named(remarks);
        var account = custody.registered(new CustodyAccount(bankCode, custodyAccount));
        var place = new BookingPlace(account, BookingPlace.believable(bankDate));
        return new RecordReceipt(
                coreNo.map(serial -> BankReceiptId.of(place, serial)).orElseGet(this::weakId),
                LineAmount.of(amount),
                named.number(),
                payer(tokens),
                remark(remark, tokens),
                noticedAt.toInstant(),
                coreNo.isPresent() ? Optional.empty() : Optional.of(place),
                named.doubt());
    }

    /** The number by which the line says whose it is, or why that is not plain. */
    private record Named(Optional<VirtualAccountId> number, Optional<NumberDoubt> doubt) {}

    private Named named(RemarkNumbers remarks) {
        var written = virtualAccount.filter(text -> !text.isBlank());
        if (written.isPresent()) {
            // A number that nobody can have is money for suspense, not a line to be lost.
            var number = written.filter(text -> text.matches("[0-9]{1,32}"))
                    .map(text -> VirtualAccountId.of(bankCode, text));
            return new Named(number, number.isPresent() ? Optional.empty() : Optional.of(NumberDoubt.MALFORMED));
        }
        var found = remark.map(text -> remarks.in(text, bankCode)).orElseGet(List::of);
        return found.size() == 1
                ? new Named(Optional.of(found.getFirst()), Optional.empty())
                : new Named(Optional.empty(), found.isEmpty() ? Optional.empty() : Optional.of(NumberDoubt.SEVERAL));
    }

    private BankReceiptId weakId() {
        return noticeNo.map(number -> BankReceiptId.weak(bankCode, number))
                .orElseThrow(() -> new RejectionException(new LineNotIdentifiable(custodyAccount)));
    }

    /** The payout of ours that came back; a number that none of ours can have is the bank's own, and people look at it. */
    Optional<PayoutId> cameBack() {
        return payoutNo.flatMap(number -> {
            try {
                return Optional.of(new PayoutId(number));
            } catch (MalformedKey _) {
                return Optional.empty();
            }
        });
    }

    /** What the bank calls the line. */
    String bankKey() {
        return coreNo.or(() -> noticeNo).orElse("");
    }

    static Optional<String> remark(Optional<String> written, Tokens tokens) {
        return written.filter(text -> !text.isBlank()).map(text -> tokens.remark(Subject.unknown(), text));
    }

    static boolean isAccountNumber(String text) {
        return text.matches("[0-9]{1,34}");
    }

    private Optional<BankAccountRef> payer(Tokens tokens) {
        return payerAccount
                .filter(Notice::isAccountNumber)
                .map(number -> payerName
                        .filter(Notice::isName)
                        .map(name -> tokens.account(
                                Subject.unknown(),
                                new Tokens.Holding(
                                        bank(payerBankCode), number, name, BankAccountRef.AccountClass.PERSONAL)))
                        .orElseGet(() -> tokens.unnamed(
                                Subject.unknown(), bank(payerBankCode), number, BankAccountRef.AccountClass.PERSONAL)));
    }

    static String bank(Optional<String> written) {
        return written.filter(code -> code.matches("[0-9]{1,12}")).orElse(BankAccountRef.UNKNOWN_BANK);
    }

    /** Banks fill the field with blanks, dashes or asterisks when they tell no name. */
    private static boolean isName(String text) {
        return !text.matches("[\\s\\p{Z}\\p{P}]*");
    }

    @Override
    public String toString() {
        return "notice " + bankKey();
    }
}
