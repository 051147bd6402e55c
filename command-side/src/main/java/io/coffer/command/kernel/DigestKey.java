package io.coffer.command.kernel;

import io.coffer.platform.vault.Hmac;
import io.coffer.platform.vault.Kind;
import io.coffer.platform.vault.Vault;
import java.nio.charset.StandardCharsets;

/** The key of operation digests, derived from the vault's: contents hold personal data that a plain digest would give away. */
public final class DigestKey {

    private final Hmac digests;

    DigestKey(Vault vault) {
        this.digests = new Hmac(vault.digest(Kind.REMARK, "operation digests").getBytes(StandardCharsets.US_ASCII));
    }

    public Hmac digests() {
        return digests;
    }
}
