package io.coffer.query.receipts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.money.Amount;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VirtualAccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bank receipt as the institution's people read it.
 *
 * @param conflicts how often the bank reported the same booking with another amount
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptView(
        String id,
        ReceiptState.Status state,
        Amount amount,
        CustodyAccount custodyAccount,
        LocalDate bankDate,
        String coreNo,
        @Nullable String virtualAccountNumber,
        @Nullable String payerToken,
        @Nullable String payerBankCode,
        @Nullable String remarkToken,
        @Nullable String accountId,
        @Nullable SuspenseReason reason,
        Amount taken,
        Amount excess,
        int conflicts,
        Instant recordedAt,
        Instant changedAt,
        long position,
        long version) {

    static ReceiptView of(ReceiptState receipt) {
        return new ReceiptView(
                receipt.receipt().value(),
                receipt.state(),
                Amount.of(receipt.amount()),
                receipt.receipt().custodyAccount(),
                receipt.receipt().bankDate(),
                receipt.coreNo(),
                receipt.virtualAccount().map(VirtualAccountId::number).orElse(null),
                receipt.payer().map(BankAccountRef::token).orElse(null),
                receipt.payer().map(BankAccountRef::bankCode).orElse(null),
                receipt.remarkToken().orElse(null),
                receipt.account().map(Object::toString).orElse(null),
                receipt.reason().orElse(null),
                Amount.of(receipt.taken()),
                Amount.of(receipt.excess()),
                receipt.conflicts(),
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
