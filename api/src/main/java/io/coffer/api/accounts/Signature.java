package io.coffer.api.accounts;

import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.Keys;
import java.util.List;
import java.util.Optional;

/**
 * A party's signature under an agreement.
 *
 * @param evidence the signed document, and the proxy's power of attorney if there is one
 * @param proxyId who signed instead of the party; known here by an id only
 */
public record Signature(String partyId, List<Evidence> evidence, Optional<String> proxyId) {

    /** The type of the document without which a proxy signs for nobody. */
    public static final String POWER_OF_ATTORNEY = "POWER_OF_ATTORNEY";

    public Signature {
        Keys.key("partyId", partyId);
        proxyId.ifPresent(id -> Keys.key("proxyId", id));
        evidence = List.copyOf(evidence);
    }
}
