package io.coffer.platform.vault;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under one key. It is set up once, for that takes longer than the digest of a short text. Prints nothing of its key. */
public final class Hmac {

    private static final String ALGORITHM = "HmacSHA256";

    // Never fed itself, so that many threads can copy it at once.
    private final Mac unfed;

    public Hmac(byte[] key) {
        this(new SecretKeySpec(key, ALGORITHM));
    }

    Hmac(SecretKey key) {
        try {
            unfed = Mac.getInstance(ALGORITHM);
            unfed.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    public byte[] of(byte[] content) {
        try {
            return ((Mac) unfed.clone()).doFinal(content);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's own " + ALGORITHM + " can be copied", e);
        }
    }
}
