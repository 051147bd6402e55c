package io.coffer.api.accounts;

import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One part of a settled hold-back.
 *
 * @param claimNo the claim that it settles; absent for any other part
 */
public record Leg(String legNo, Payee payee, Money amount, Optional<String> claimNo) implements PayoutLeg {

    public Leg {
        Keys.key("legNo", legNo);
        claimNo.ifPresent(number -> Keys.key("claimNo", number));
    }

    @Override
    public Money fromHoldback() {
        return amount;
    }

    /** Everything of it as text, for approvals. */
    public List<String> content() {
        var content = new ArrayList<>(List.of(legNo));
        content.addAll(payee.content());
        content.addAll(
                List.of(Long.toString(amount.minorUnits()), amount.currency().getCurrencyCode(), claimNo.orElse("")));
        return content;
    }
}
