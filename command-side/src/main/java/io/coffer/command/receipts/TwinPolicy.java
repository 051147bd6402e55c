package io.coffer.command.receipts;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.receipts.FingerprintCommand.CloseTwin;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptIdentified;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.Reaction;
import java.util.List;

/** A weak receipt that is identified is nobody's twin any more, wherever it asked. */
final class TwinPolicy implements Policy {

    @Override
    public String name() {
        return "twins";
    }

    @Override
    public List<Reaction> on(DomainEvent event) {
        return switch (event) {
            case BankReceiptIdentified e ->
                Fingerprints.ofWeak(e.place(), e.amount(), e.payer()).stream()
                        .map(fingerprint -> Reaction.of(new CloseTwin(fingerprint, e.receipt())))
                        .toList();
            default -> List.of();
        };
    }
}
