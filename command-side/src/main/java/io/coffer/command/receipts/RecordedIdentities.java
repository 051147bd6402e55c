package io.coffer.command.receipts;

import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.FingerprintEvent;
import io.coffer.api.receipts.FingerprintId;
import io.coffer.api.receipts.ReceiptEvent;
import io.coffer.api.receipts.ReceiptKeyEvent.ReceiptKeyClaimed;
import io.coffer.api.receipts.ReceiptKeyId;
import io.coffer.command.kernel.Histories;
import java.util.Optional;

/** Folds the histories that the store has. */
final class RecordedIdentities implements Identities {

    private final Histories histories;

    RecordedIdentities(Histories histories) {
        this.histories = histories;
    }

    @Override
    public ReceiptState receipt(BankReceiptId id) {
        return histories.fold(id, ReceiptState.initial(), (state, fact) -> state.after((ReceiptEvent) fact.event()));
    }

    @Override
    public FingerprintState fingerprint(FingerprintId id) {
        return histories.fold(
                id, FingerprintState.initial(), (state, fact) -> state.after((FingerprintEvent) fact.event()));
    }

    @Override
    public Optional<BankReceiptId> claimantOf(ReceiptKeyId key) {
        return histories.fold(
                key, Optional.empty(), (_, fact) -> Optional.of(((ReceiptKeyClaimed) fact.event()).receipt()));
    }
}
