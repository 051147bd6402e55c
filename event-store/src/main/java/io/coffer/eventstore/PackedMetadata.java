package io.coffer.eventstore;

import java.util.Arrays;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Metadata in a third of its bytes, without loss: what {@link #unpack} gives is what {@link #pack} was given. The first
 * byte is 0 before bytes kept as they are, or the version of the {@link Phrases} before tokens: printable ASCII stands
 * for itself, a byte from 0x80 on for a phrase, and the {@link Token}s below for what is long as text and short as
 * a number.
 */
final class PackedMetadata {

    static final byte PLAIN = 0;
    static final byte VERSION_1 = 1;
    static final int PHRASE = 0x80;

    private static final int LITERAL_MIN = 0x20;
    private static final int LITERAL_MAX = 0x7e;

    private PackedMetadata() {}

    static byte[] pack(byte[] plain) {
        Bytes packed = new Bytes(plain.length + 1);
        packed.put(VERSION_1);
        int index = 0;
        while (index < plain.length) {
            index = step(plain, index, packed);
        }
        byte[] result = packed.taken();
        // Checked here rather than trusted: what was appended cannot be written again.
        return result.length <= plain.length && Arrays.equals(unpack(result), plain) ? result : plain(plain);
    }

    static byte[] unpack(byte[] stored) {
        return switch (stored.length == 0 ? -1 : stored[0]) {
            case PLAIN -> Arrays.copyOfRange(stored, 1, stored.length);
            case VERSION_1 -> unpackTokens(stored);
            default -> throw new EventStoreException("Metadata is packed in a way that this version does not know");
        };
    }

    private static byte[] unpackTokens(byte[] stored) {
        try {
            return unpackKnownTokens(stored);
        } catch (ArrayIndexOutOfBoundsException broken) {
            throw new EventStoreException("Packed metadata is broken", broken);
        }
    }

    private static int step(byte[] plain, int index, Bytes packed) {
        int phrase = Phrases.VERSION_1.at(plain, index);
        if (phrase >= 0) {
            packed.put((byte) (PHRASE + phrase));
            return index + Phrases.VERSION_1.phrase(phrase).length;
        }
        byte first = plain[index];
        if (isLiteral(first & 0xff) && Token.nibble(first) < 0) {
            // No token begins with it, and most bytes are such.
            packed.put(first);
            return index + 1;
        }
        for (Token token : Token.BY_CODE) {
            int after = token.pack(plain, index, packed);
            if (after > index) {
                return after;
            }
        }
        packed.put(first);
        return index + 1;
    }

    private static byte[] unpackKnownTokens(byte[] stored) {
        Bytes plain = new Bytes(stored.length * 4);
        int index = 1;
        while (index < stored.length) {
            int code = stored[index++] & 0xff;
            if (code >= PHRASE) {
                plain.put(Phrases.VERSION_1.phrase(code - PHRASE));
            } else if (isLiteral(code)) {
                plain.put((byte) code);
            } else {
                index = Token.BY_CODE[code - 1].unpack(stored, index, plain);
            }
        }
        return plain.taken();
    }

    static boolean isLiteral(int unsigned) {
        return unsigned >= LITERAL_MIN && unsigned <= LITERAL_MAX;
    }

    private static byte[] plain(byte[] plain) {
        byte[] kept = new byte[plain.length + 1];
        System.arraycopy(plain, 0, kept, 1, plain.length);
        return kept;
    }
}
