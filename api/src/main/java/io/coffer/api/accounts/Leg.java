package io.coffer.api.accounts;

import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * One part of money that goes out to several at once; each part is paid by a payout of its own.
 *
 * @param claimNo the claim that it settles; absent for any other part
 */
public record Leg(String legNo, Payee payee, Money amount, Optional<String> claimNo) {

    public Leg {
        Keys.key("legNo", legNo);
        claimNo.ifPresent(number -> Keys.key("claimNo", number));
    }

    public static Money total(List<Leg> legs) {
        return legs.stream().map(Leg::amount).reduce(Money.ZERO, Money::plus);
    }

    /** Everything of it as text, for approvals. */
    public List<String> content() {
        return List.of(
                legNo,
                payee.partyId(),
                payee.account().token(),
                payee.account().bankCode(),
                payee.account().holderDigest(),
                payee.account().accountClass().name(),
                Long.toString(amount.minorUnits()),
                amount.currency().getCurrencyCode(),
                claimNo.orElse(""));
    }
}
