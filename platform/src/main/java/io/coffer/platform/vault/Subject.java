package io.coffer.platform.vault;

import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.TenantId;

/** Whose data a value is: everything of one subject is shredded at once. */
public sealed interface Subject {

    /** A party as its business system names it; two systems may use one id for two people. */
    static Subject party(TenantId tenant, String partyId) {
        return new OfParty(tenant, partyId);
    }

    /** Nobody we know, such as the payer of a transfer: the value stands for its own holder. */
    static Subject unknown() {
        return new Unknown();
    }

    /** As the subject is kept, for a value of this token. */
    String keyFor(String token);

    record OfParty(TenantId tenant, String partyId) implements Subject {
        public OfParty {
            Keys.key("partyId", partyId);
        }

        @Override
        public String keyFor(String token) {
            return "party:" + tenant + ":" + partyId;
        }
    }

    record Unknown() implements Subject {
        @Override
        public String keyFor(String token) {
            return token;
        }
    }
}
