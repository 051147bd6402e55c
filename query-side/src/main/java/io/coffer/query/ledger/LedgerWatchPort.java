package io.coffer.query.ledger;

import io.coffer.api.ledger.LedgerEvent;

/** How the ledger tells the command side that something must stop. Saying it twice is saying it once. */
@FunctionalInterface
interface LedgerWatchPort {

    void report(LedgerEvent event);
}
