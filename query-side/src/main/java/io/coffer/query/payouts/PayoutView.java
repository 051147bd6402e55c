package io.coffer.query.payouts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.money.Amount;
import io.coffer.api.payouts.PayoutSource;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payout as people read it.
 *
 * @param coreNo the bank's serial of its one debit
 * @param returnReceipt the bank line by which the money came back; in any state but RETURNED the bank said so, and nothing
 *     is booked
 * @param reason why it failed, why its outcome is unknown, or that the bank contradicts itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PayoutView(
        String id,
        PayoutState.Status state,
        PayoutSource from,
        Amount amount,
        String payeeAccountToken,
        String payeeBankCode,
        BankAccountRef.AccountClass payeeAccountClass,
        CustodyAccount custodyAccount,
        int attempts,
        int resolutionNo,
        @Nullable String coreNo,
        @Nullable LocalDate bankDate,
        @Nullable String reason,
        @Nullable String approvalId,
        @Nullable String returnReceipt,
        @Nullable LocalDate returnBankDate,
        Instant createdAt,
        Instant changedAt,
        long position,
        long version) {

    static PayoutView of(PayoutState payout) {
        return new PayoutView(
                payout.payout().value(),
                payout.state(),
                payout.from(),
                Amount.of(payout.amount()),
                payout.payee().token(),
                payout.payee().bankCode(),
                payout.payee().accountClass(),
                payout.custodyAccount(),
                payout.attempts(),
                payout.resolutionNo(),
                payout.ending().flatMap(PayoutState.Ending::coreNo).orElse(null),
                payout.ending().flatMap(PayoutState.Ending::bankDate).orElse(null),
                payout.reason().orElse(null),
                payout.ending().flatMap(PayoutState.Ending::approvalId).orElse(null),
                payout.returned().map(PayoutState.Return::receipt).orElse(null),
                payout.returned().map(PayoutState.Return::bankDate).orElse(null),
                payout.createdAt(),
                payout.changedAt(),
                payout.createdPosition(),
                payout.version());
    }
}
