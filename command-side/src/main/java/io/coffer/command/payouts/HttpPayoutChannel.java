package io.coffer.command.payouts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Amount;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutOutcome;
import io.coffer.command.kernel.BankCalls;
import io.coffer.command.kernel.BankCalls.Said;
import io.coffer.platform.vault.Vault;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Speaks to the bank's payout service over HTTP. Numbers and names leave the vault here and nowhere else. */
final class HttpPayoutChannel implements PayoutChannel {

    private static final String PATH = "/bank/payouts";

    private final BankCalls calls;
    private final Vault vault;

    HttpPayoutChannel(BankCalls calls, Vault vault) {
        this.calls = calls;
        this.vault = vault;
    }

    @Override
    public Reply pay(Order order) {
        var number = vault.reveal(order.payee().token());
        var name = order.payee().hasHolder()
                ? vault.reveal(order.payee().holderDigest())
                : Optional.of(BankAccountRef.UNNAMED);
        if (number.isEmpty() || name.isEmpty()) {
            // Nothing was sent: without the payee's data there is nobody to pay.
            return new Reply.Final(new PayoutOutcome.Refused(NOTHING_SENT));
        }
        var amount = Amount.of(order.amount());
        Map<String, String> body = new LinkedHashMap<>();
        body.put("payoutNo", order.payout().value());
        body.put("custodyBank", order.custodyAccount().bankCode());
        body.put("custodyAccount", order.custodyAccount().accountNo());
        body.put("payeeAccountNumber", number.get());
        body.put("payeeName", name.get());
        body.put("amount", amount.value());
        body.put("currency", amount.currency());
        return read(calls.post(PATH, body, BankAnswer.class));
    }

    @Override
    public Reply query(PayoutId payout) {
        return read(calls.get(PATH, payout.value(), BankAnswer.class));
    }

    private static Reply read(Said<BankAnswer> said) {
        return switch (said) {
            case Said.Clear<BankAnswer>(var answer) -> read(answer);
            case Said.Unclear<BankAnswer>(var cause) -> new Reply.Unclear(cause);
        };
    }

    private static Reply read(BankAnswer answer) {
        return switch (answer.result().orElse("")) {
            case "ACCEPTED", "PENDING" -> new Reply.Pending();
            case "NOT_FOUND" -> new Reply.NotFound();
            case "SUCCEEDED" ->
                answer.coreNo()
                        .filter(Keys::isKey)
                        .flatMap(coreNo -> answer.bankDate().map(date -> new PayoutOutcome.Paid(coreNo, date)))
                        .<Reply>map(Reply.Final::new)
                        .orElseGet(() -> new Reply.Unclear("a success without its serial number"));
            case "REFUSED" ->
                new Reply.Final(new PayoutOutcome.Refused(
                        answer.code().filter(Keys::isKey).orElse("REFUSED")));
            default -> new Reply.Unclear("an answer without a known result");
        };
    }

    /** What the bank may add is its own business; what it may leave out is optional here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record BankAnswer(
            Optional<String> result, Optional<String> coreNo, Optional<String> code, Optional<LocalDate> bankDate) {}
}
