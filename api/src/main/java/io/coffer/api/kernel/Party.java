package io.coffer.api.kernel;

/** A person or company in a contract. The id resolves in the vault only; no personal data here. */
public record Party(String partyId, PartyRole role) {

    public Party {
        Keys.key("partyId", partyId);
    }
}
