package io.coffer.api.kernel;

import java.util.Optional;

/**
 * A person or company in a contract. The id resolves in the vault only; no personal data here.
 *
 * @param nameDigest keyed digest of the name, for telling by whom money was paid without knowing it
 */
public record Party(String partyId, PartyRole role, Optional<String> nameDigest) {

    public Party {
        Keys.key("partyId", partyId);
    }

    /** A party whose name nobody wrote down. */
    public Party(String partyId, PartyRole role) {
        this(partyId, role, Optional.empty());
    }
}
