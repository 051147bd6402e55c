package io.coffer.query.ledger;

import io.coffer.api.ledger.LedgerEvent.ReserveCoverageFailed;

/** How the ledger tells the command side that payouts must stop. Saying it twice is saying it once. */
@FunctionalInterface
interface LedgerWatchPort {

    void report(ReserveCoverageFailed event);
}
