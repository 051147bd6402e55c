package io.coffer.command.refunds;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.money.Money;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundOutcome;
import java.time.LocalDate;
import java.util.Optional;

/** The way to a channel that refunds. Calls have a deadline, and no transaction is open while they run. */
interface RefundChannel {

    /** Instructs the channel. The number makes a repeat harmless. */
    Reply submit(Order order);

    /** Asks what became of the number. */
    Reply query(Order order);

    /** Instructs the channel to make the whole payment void. The number makes a repeat harmless, here too. */
    Reply reverse(Order order);

    /** Asks what became of the number of a reversal. */
    Reply queryReversal(Order order);

    /**
     * One instruction.
     *
     * @param original by which number the channel knows the payment
     * @param custodyAccount which it debits when it owes us too little
     * @param isReversal whether the payment is to be void, and not paid back
     */
    record Order(
            RefundId refund,
            String channel,
            String original,
            Money amount,
            CustodyAccount custodyAccount,
            boolean isReversal) {

        /** Out of what the channel paid: by exactly one of the two, or nobody knows. */
        Optional<RefundFunds> funds(
                Optional<LocalDate> settlementDate, Optional<LocalDate> bankDate, Optional<String> coreNo) {
            if (settlementDate.isPresent() == coreNo.isPresent()) {
                return Optional.empty();
            }
            return settlementDate
                    .<RefundFunds>map(date -> new RefundFunds.Netted(channel, date))
                    .or(() -> coreNo.flatMap(
                            number -> bankDate.map(date -> new RefundFunds.Debited(custodyAccount, date, number))));
        }
    }

    /** What the channel said, or that it said nothing that can be relied on. */
    sealed interface Reply {

        /** It knows the number and is at it. */
        record Pending() implements Reply {}

        /** It says how it ended. */
        record Final(RefundOutcome outcome) implements Reply {}

        /** It does not know the number. */
        record NotFound() implements Reply {}

        /** No answer, or none that can be understood. The instruction may have been executed. */
        record Unclear(String cause) implements Reply {}
    }
}
