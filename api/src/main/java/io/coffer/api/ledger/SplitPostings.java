package io.coffer.api.ledger;

import static io.coffer.api.ledger.Posting.credit;
import static io.coffer.api.ledger.Posting.debit;
import static io.coffer.api.ledger.Postings.journal;
import static io.coffer.api.ledger.SubLedgers.contract;
import static io.coffer.api.ledger.SubLedgers.dueFromReserve;
import static io.coffer.api.ledger.SubLedgers.income;
import static io.coffer.api.ledger.SubLedgers.merchant;
import static io.coffer.api.ledger.SubLedgers.toSweep;

import io.coffer.api.splits.SplitEvent;
import io.coffer.api.splits.SplitEvent.SplitExecuted;
import io.coffer.api.splits.SplitEvent.SplitReturned;
import io.coffer.api.splits.SplitLeg;
import java.util.ArrayList;
import java.util.List;

/** The posting rules of splits: all legs and the fee at once, and back to the payment that they came from. */
final class SplitPostings {

    private static final String PRODUCT = "SPLIT";

    private SplitPostings() {}

    static List<Journal> of(SplitEvent event) {
        return switch (event) {
            case SplitExecuted e -> executed(e);
            case SplitReturned e -> returned(e);
            case SplitEvent.SplitDefined _,
                    SplitEvent.SplitApproved _,
                    SplitEvent.SplitRejected _,
                    SplitEvent.SplitCancelled _,
                    SplitEvent.SplitReserved _,
                    SplitEvent.SplitPayeeAnswered _,
                    SplitEvent.SplitBlocked _,
                    SplitEvent.SplitReturnPromised _,
                    SplitEvent.SplitReturnStarted _,
                    SplitEvent.SplitReturnLegTold _,
                    SplitEvent.SplitReturnCancelled _ -> List.of();
        };
    }

    /** The fee stays in the reserve until it is swept. */
    private static List<Journal> executed(SplitExecuted event) {
        var rule = "PR-602";
        var terms = event.terms();
        var lines = new ArrayList<Posting>();
        lines.add(debit(contract(terms.contract(), terms.order(), MerchantBucket.RESERVED), terms.base()));
        terms.legs().forEach(leg -> lines.add(credit(merchant(leg.payee(), MerchantBucket.AVAILABLE), leg.amount())));
        if (terms.fee().isZero()) {
            return List.of(new Journal(rule, Book.R, lines));
        }
        lines.add(credit(toSweep(event.split().value()), terms.fee()));
        return List.of(new Journal(rule, Book.R, lines), journal(rule, dueFromReserve(), income(PRODUCT), terms.fee()));
    }

    private static List<Journal> returned(SplitReturned event) {
        var lines = new ArrayList<Posting>();
        event.legs().forEach(leg -> lines.add(debit(merchant(leg.payee(), MerchantBucket.RESERVED), leg.amount())));
        lines.add(credit(
                contract(event.contract(), event.order(), MerchantBucket.AVAILABLE), SplitLeg.total(event.legs())));
        return List.of(new Journal("PR-603", Book.R, lines));
    }
}
