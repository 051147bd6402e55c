package io.coffer.platform.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;

/** The key-encryption key and what is derived from it. Prints nothing of itself. */
final class VaultKey {

    private static final String WRAPPING = "coffer vault data key 1";
    private static final String VALUE = "coffer vault value 1";

    private final SecretKey wrapping;
    private final Hmac tokens;
    private final Hmac digests;
    private final String fingerprint;

    VaultKey(byte[] secret) {
        if (secret.length != Cryptography.KEY_BYTES) {
            throw new IllegalArgumentException("A vault key has 32 bytes");
        }
        this.wrapping = Cryptography.aes(secret.clone());
        this.tokens = new Hmac(Cryptography.derive(secret, "coffer vault tokens 1"));
        this.digests = new Hmac(Cryptography.derive(secret, "coffer vault digests 1"));
        var print = Cryptography.derive(secret, "coffer vault fingerprint 1").getEncoded();
        this.fingerprint = HexFormat.of().formatHex(Arrays.copyOf(print, Cryptography.KEY_BYTES / 2));
    }

    /** From 32 bytes in Base64, or empty when the text is something else. */
    static Optional<VaultKey> parse(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64.strip()))
                    .filter(secret -> secret.length == Cryptography.KEY_BYTES)
                    .map(VaultKey::new);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Tells keys apart and gives nothing of them away. */
    String fingerprint() {
        return fingerprint;
    }

    String token(Kind kind, String normalised) {
        var mac = tokens.of(Cryptography.joined(kind.prefix(), normalised));
        return kind.prefix() + "_" + HexFormat.of().formatHex(mac, 0, TokenGrammar.BYTES);
    }

    String digest(Kind kind, String normalised) {
        return HexFormat.of().formatHex(digests.of(Cryptography.joined(kind.prefix(), normalised)));
    }

    byte[] newWrappedKey(String subject) {
        return Cryptography.encrypt(wrapping, Cryptography.random(Cryptography.KEY_BYTES), WRAPPING, subject);
    }

    byte[] seal(SealedValue.Place place, byte[] wrappedKey, String value) {
        try {
            return Cryptography.encrypt(
                    unwrap(place.subject(), wrappedKey), value.getBytes(StandardCharsets.UTF_8), boundTo(place));
        } catch (Cryptography.Undecryptable e) {
            throw unreadable(place, e);
        }
    }

    String open(SealedValue sealed) {
        try {
            var key = unwrap(sealed.place().subject(), sealed.wrappedKey());
            return new String(
                    Cryptography.decrypt(key, sealed.ciphertext(), boundTo(sealed.place())), StandardCharsets.UTF_8);
        } catch (Cryptography.Undecryptable e) {
            throw unreadable(sealed.place(), e);
        }
    }

    private SecretKey unwrap(String subject, byte[] wrappedKey) throws Cryptography.Undecryptable {
        return Cryptography.aes(Cryptography.decrypt(wrapping, wrappedKey, WRAPPING, subject));
    }

    private static String[] boundTo(SealedValue.Place place) {
        var kind = TokenGrammar.kindOf(place.token()).map(Kind::prefix).orElse("");
        return new String[] {VALUE, place.token(), kind, place.subject()};
    }

    private static IllegalStateException unreadable(SealedValue.Place place, Cryptography.Undecryptable cause) {
        return new IllegalStateException(
                "The vault cannot read " + place.token() + ": its key is another one, or somebody changed the row",
                cause);
    }
}
