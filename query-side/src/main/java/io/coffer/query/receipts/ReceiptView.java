package io.coffer.query.receipts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.money.Amount;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.receipts.MatchedBy;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VirtualAccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bank receipt as the institution's people read it. A weak one has no core number until it is identified; a line that was
 * merged before it came has nothing but its twin.
 *
 * @param payeeToken the account of the institution's own to which its own money went
 * @param twins the receipts that may be the same money, or the one that it was merged into
 * @param wish what somebody asks to do with it, until it is decided and carried out
 * @param payoutId the latest payout that was to bring it back to its payer, or that came back by it
 * @param code why that payout did not take the line
 * @param matchedBy how its account was found
 * @param candidates the accounts whose it may be, while it waits because there are several
 * @param returnDue until when late money of a closed account must be back at its payer
 * @param conflicts how often the bank reported the same booking with another amount, since its statement confirmed one
 * @param statementId the statement that has its line
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptView(
        String id,
        ReceiptState.Status state,
        @Nullable Amount amount,
        @Nullable CustodyAccount custodyAccount,
        @Nullable LocalDate bankDate,
        @Nullable String coreNo,
        @Nullable String virtualAccountNumber,
        @Nullable String payerToken,
        @Nullable String payerBankCode,
        @Nullable String payeeToken,
        @Nullable String payeeBankCode,
        @Nullable String remarkToken,
        @Nullable String accountId,
        @Nullable MatchedBy matchedBy,
        @Nullable SuspenseReason reason,
        List<String> candidates,
        Amount taken,
        Amount excess,
        List<String> twins,
        ReceiptState.@Nullable Wish wish,
        @Nullable String payoutId,
        @Nullable String code,
        int conflicts,
        @Nullable String statementId,
        @Nullable Instant returnDue,
        Instant recordedAt,
        Instant changedAt,
        long position,
        long version) {

    static ReceiptView of(ReceiptState receipt) {
        var line = receipt.line();
        var payer = line.flatMap(ReceiptState.Line::payer);
        var payee = line.flatMap(ReceiptState.Line::payee);
        var standing = receipt.standing();
        return new ReceiptView(
                receipt.receipt().value(),
                standing.state(),
                line.map(ReceiptState.Line::amount).map(Amount::of).orElse(null),
                line.map(ReceiptState.Line::place)
                        .map(BookingPlace::custodyAccount)
                        .orElse(null),
                line.map(ReceiptState.Line::place).map(BookingPlace::bankDate).orElse(null),
                receipt.coreNo().orElse(null),
                line.flatMap(ReceiptState.Line::virtualAccount)
                        .map(VirtualAccountId::number)
                        .orElse(null),
                payer.map(BankAccountRef::token).orElse(null),
                payer.map(BankAccountRef::bankCode).orElse(null),
                payee.map(BankAccountRef::token).orElse(null),
                payee.map(BankAccountRef::bankCode).orElse(null),
                line.flatMap(ReceiptState.Line::remarkToken).orElse(null),
                standing.account().map(Object::toString).orElse(null),
                standing.matchedBy().orElse(null),
                standing.reason().orElse(null),
                standing.candidates().stream().map(EscrowAccountId::value).toList(),
                Amount.of(standing.taken()),
                Amount.of(standing.excess()),
                standing.twins().stream().map(BankReceiptId::value).toList(),
                standing.wish().orElse(null),
                standing.payout().map(Object::toString).orElse(null),
                standing.code().orElse(null),
                receipt.conflicts(),
                receipt.confirmation().map(by -> by.statement().value()).orElse(null),
                receipt.returnDue().orElse(null),
                receipt.recordedAt(),
                receipt.changedAt(),
                receipt.recordedPosition(),
                receipt.version());
    }

    /** What waits in suspense, in all and line by line. */
    record Suspense(
            long count,
            Amount amount,
            List<Waiting> items,
            @Nullable String next) {}

    /** One receipt in suspense and how long it has waited. */
    record Waiting(ReceiptView receipt, long ageSeconds) {}
}
