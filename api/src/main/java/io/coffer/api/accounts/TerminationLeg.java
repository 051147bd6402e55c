package io.coffer.api.accounts;

import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import java.util.List;
import java.util.Optional;

/**
 * One part of the balance of a terminated contract; each part is paid by a payout of its own.
 *
 * @param fromHoldback the part of the amount that comes from the hold-back; the rest was available
 * @param receipt what a buyer gets back of it
 */
public record TerminationLeg(
        String legNo, Payee payee, Money amount, Money fromHoldback, Optional<BankReceiptId> receipt) {

    public TerminationLeg {
        Keys.key("legNo", legNo);
    }

    public static Money total(List<TerminationLeg> legs) {
        return legs.stream().map(TerminationLeg::amount).reduce(Money.ZERO, Money::plus);
    }

    public static Money totalFromHoldback(List<TerminationLeg> legs) {
        return legs.stream().map(TerminationLeg::fromHoldback).reduce(Money.ZERO, Money::plus);
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
                Long.toString(fromHoldback.minorUnits()),
                amount.currency().getCurrencyCode(),
                receipt.map(BankReceiptId::value).orElse(""));
    }
}
