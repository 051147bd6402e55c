package io.coffer.api.kernel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one digest in use. */
public final class Sha256 {

    private Sha256() {}

    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
