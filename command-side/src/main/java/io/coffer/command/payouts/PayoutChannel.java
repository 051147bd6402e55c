package io.coffer.command.payouts;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutOutcome;

/** The way to the bank that pays out. Calls have a deadline, and no transaction is open while they run. */
interface PayoutChannel {

    /** The code of a refusal that is our own: there was nobody to pay, and the bank was not called. */
    String NOTHING_SENT = "PAYEE_DATA_SHREDDED";

    /** Instructs the bank. The number makes a repeat harmless. */
    Reply pay(Order order);

    /** Asks what became of a number. */
    Reply query(PayoutId payout);

    /** One instruction. */
    record Order(PayoutId payout, Money amount, BankAccountRef payee, CustodyAccount custodyAccount) {}

    /** What the bank said, or that it said nothing that can be relied on. */
    sealed interface Reply {

        /** It knows the number and is at it. */
        record Pending() implements Reply {}

        /** It is done with it. */
        record Final(PayoutOutcome outcome) implements Reply {}

        /** It does not know the number. */
        record NotFound() implements Reply {}

        /** No answer, or none that can be understood. The instruction may have been executed. */
        record Unclear(String cause) implements Reply {}
    }
}
