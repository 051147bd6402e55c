package io.coffer.api.accounts;

import io.coffer.api.kernel.BankAccountRef;
import java.util.List;
import java.util.stream.Stream;

/** A party and the one account to which its money may go. */
public record Payee(String partyId, BankAccountRef account) {

    /** Everything of it as text, for approvals. */
    public List<String> content() {
        return Stream.concat(Stream.of(partyId), account.content().stream()).toList();
    }
}
