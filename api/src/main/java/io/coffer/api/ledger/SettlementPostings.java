package io.coffer.api.ledger;

import static io.coffer.api.ledger.Postings.move;
import static io.coffer.api.ledger.SubLedgers.clearing;
import static io.coffer.api.ledger.SubLedgers.unmatched;

import io.coffer.api.settlements.SettlementEvent;
import io.coffer.api.settlements.SettlementEvent.ChannelSettled;
import io.coffer.api.settlements.SettlementEvent.SettlementReversed;
import java.util.List;

/** The posting rule of settlements: only what came in at the bank ends what a channel owes. */
final class SettlementPostings {

    private SettlementPostings() {}

    static List<Journal> of(SettlementEvent event) {
        return switch (event) {
            case ChannelSettled e -> move("PR-113", unmatched(e.receipt()), owed(e), e.amount());
            case SettlementReversed e -> move("PR-999", owed(e), unmatched(e.receipt()), e.amount());
            case SettlementEvent.ClearingRecorded _,
                    SettlementEvent.SettlementFileTaken _,
                    SettlementEvent.SettlementLinesListed _,
                    SettlementEvent.SettlementReceiptDeclined _ -> List.of();
        };
    }

    private static LedgerAccount owed(SettlementEvent event) {
        return clearing(event.settlement().channel(), event.settlement().settlementDate());
    }
}
