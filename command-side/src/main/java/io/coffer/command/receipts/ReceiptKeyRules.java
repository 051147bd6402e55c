package io.coffer.command.receipts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.kernel.Role;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptKeyCommand;
import io.coffer.api.receipts.ReceiptKeyCommand.ClaimReceiptKey;
import io.coffer.api.receipts.ReceiptKeyEvent;
import io.coffer.api.receipts.ReceiptKeyEvent.ReceiptKeyClaimed;
import io.coffer.api.receipts.ReceiptRejection.ReceiptKeyTaken;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import java.util.Optional;

/** One booking is the one that one weak receipt told us of, for ever. */
final class ReceiptKeyRules {

    private ReceiptKeyRules() {}

    static Decision<ReceiptKeyEvent> decide(Optional<BankReceiptId> holder, ReceiptKeyCommand command, Given given) {
        return Decision.unless(Access.toOpen(command.key(), given, Role.BANK_ADAPTER), () -> switch (command) {
            case ClaimReceiptKey c -> claim(holder, c);
        });
    }

    private static Decision<ReceiptKeyEvent> claim(Optional<BankReceiptId> holder, ClaimReceiptKey command) {
        if (holder.isEmpty()) {
            return accept(new ReceiptKeyClaimed(command.key(), command.receipt()));
        }
        return holder.get().equals(command.receipt())
                ? alreadyDone()
                : reject(new ReceiptKeyTaken(holder.get().value()));
    }
}
