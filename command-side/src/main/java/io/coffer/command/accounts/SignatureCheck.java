package io.coffer.command.accounts;

import io.coffer.api.accounts.Signature;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Whether all parties have signed, each with its proof. Lists everything that is wrong at once. */
final class SignatureCheck {

    private SignatureCheck() {}

    static List<String> reasonsAgainst(List<Signature> signatures, List<Party> parties) {
        var reasons = new ArrayList<String>();
        var signers = new HashSet<String>();
        for (var signature : signatures) {
            if (!signers.add(signature.partyId())) {
                reasons.add(signature.partyId() + " signs twice");
            }
            reasons.addAll(reasonsAgainst(signature, parties));
        }
        parties.stream()
                .filter(party -> !signers.contains(party.partyId()))
                .forEach(party -> reasons.add(party.partyId() + " has not signed"));
        return reasons;
    }

    private static List<String> reasonsAgainst(Signature signature, List<Party> parties) {
        var reasons = new ArrayList<String>();
        var signer = parties.stream()
                .filter(party -> party.partyId().equals(signature.partyId()))
                .findFirst();
        if (signer.isEmpty()) {
            reasons.add(signature.partyId() + " is no party");
        }
        if (signature.evidence().isEmpty()) {
            reasons.add("no document proves the signature of " + signature.partyId());
        }
        if (signature.proxyId().isPresent()) {
            if (signer.filter(party -> party.role() == PartyRole.SELLER).isEmpty()) {
                reasons.add("only a seller signs by a proxy, and " + signature.partyId() + " is none");
            }
            if (signature.evidence().stream()
                    .noneMatch(document -> document.type().equals(Signature.POWER_OF_ATTORNEY))) {
                reasons.add("the proxy of " + signature.partyId() + " shows no power of attorney");
            }
        }
        return reasons;
    }
}
