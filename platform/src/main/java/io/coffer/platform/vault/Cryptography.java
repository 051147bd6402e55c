package io.coffer.platform.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM and HKDF as the vault uses them. */
final class Cryptography {

    static final int KEY_BYTES = 32;

    // First byte of every ciphertext: another algorithm gets another number.
    private static final byte AES_256_GCM = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Cryptography() {}

    /** What was encrypted cannot be read under this key, or belongs to another place. */
    static final class Undecryptable extends GeneralSecurityException {
        private static final long serialVersionUID = 1L;

        Undecryptable(String reason) {
            super(reason);
        }

        Undecryptable(GeneralSecurityException cause) {
            super(cause.getMessage(), cause);
        }
    }

    static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    static byte[] encrypt(SecretKey key, byte[] clear, String... boundTo) {
        try {
            var nonce = random(NONCE_BYTES);
            var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, boundTo).doFinal(clear);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(AES_256_GCM)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    static byte[] decrypt(SecretKey key, byte[] sealed, String... boundTo) throws Undecryptable {
        if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / Byte.SIZE || sealed[0] != AES_256_GCM) {
            throw new Undecryptable("not encrypted by this version");
        }
        var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, boundTo)
                    .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new Undecryptable(e);
        }
    }

    static SecretKey derive(byte[] secret, String purpose) {
        try {
            var info = purpose.getBytes(StandardCharsets.UTF_8);
            var recipe = HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, KEY_BYTES);
            return aes(KDF.getInstance("HKDF-SHA256").deriveData(recipe));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("JDK 25 has HKDF", e);
        }
    }

    static SecretKey aes(byte[] key) {
        return new SecretKeySpec(key, "AES");
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String... boundTo)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(joined(boundTo));
        return cipher;
    }

    // Each part with its length before it: ("ab", "c") and ("a", "bc") differ.
    static byte[] joined(String... parts) {
        var encoded = new byte[parts.length][];
        var length = 0;
        for (var index = 0; index < parts.length; index++) {
            encoded[index] = parts[index].getBytes(StandardCharsets.UTF_8);
            length += Integer.BYTES + encoded[index].length;
        }
        var all = ByteBuffer.allocate(length);
        for (var part : encoded) {
            all.putInt(part.length).put(part);
        }
        return all.array();
    }
}
