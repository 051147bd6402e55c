package io.coffer.eventstore;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** What stands in packed metadata for a text of a known form: a code byte and then the value. */
enum Token {
    /** A UUID as Java prints it, in 16 bytes. */
    UUID(1) {
        private static final int LENGTH = 36;

        @Override
        int pack(byte[] plain, int index, Bytes packed) {
            if (index + LENGTH > plain.length || plain[index + 8] != '-' || plain[index + 13] != '-') {
                return index;
            }
            byte[] value = new byte[16];
            int nibbles = 0;
            for (int at = 0; at < LENGTH; at++) {
                byte text = plain[index + at];
                if (at == 8 || at == 13 || at == 18 || at == 23) {
                    if (text != '-') {
                        return index;
                    }
                } else {
                    int nibble = nibble(text);
                    if (nibble < 0) {
                        return index;
                    }
                    value[nibbles >> 1] = (byte) (value[nibbles >> 1] << 4 | nibble);
                    nibbles++;
                }
            }
            packed.put(code());
            packed.put(value);
            return index + LENGTH;
        }

        @Override
        int unpack(byte[] packed, int index, Bytes plain) {
            for (int at = 0; at < 16; at++) {
                if (at == 4 || at == 6 || at == 8 || at == 10) {
                    plain.put((byte) '-');
                }
                hex(packed[index + at], plain);
            }
            return index + 16;
        }
    },

    /** An instant of this era with six decimals, as Java prints it: microseconds since 1970 in 8 bytes. */
    INSTANT(2) {
        private static final int LENGTH = 27;
        private static final byte[] FORM = "0000-00-00T00:00:00.000000Z".getBytes(StandardCharsets.US_ASCII);

        @Override
        int pack(byte[] plain, int index, Bytes packed) {
            if (index + LENGTH > plain.length || plain[index + 10] != 'T' || !hasForm(plain, index)) {
                return index;
            }
            int year = number(plain, index, 4);
            int month = number(plain, index + 5, 2);
            int day = number(plain, index + 8, 2);
            int hour = number(plain, index + 11, 2);
            int minute = number(plain, index + 14, 2);
            int second = number(plain, index + 17, 2);
            if (month < 1
                    || month > 12
                    || day < 1
                    || day > Month.of(month).length(Year.isLeap(year))
                    || hour > 23
                    || minute > 59
                    || second > 59) {
                return index;
            }
            long seconds =
                    LocalDateTime.of(year, month, day, hour, minute, second).toEpochSecond(ZoneOffset.UTC);
            packed.put(code());
            packed.putLong(seconds * MICROS + number(plain, index + 20, 6));
            return index + LENGTH;
        }

        private static boolean hasForm(byte[] plain, int index) {
            for (int at = 0; at < LENGTH; at++) {
                byte text = plain[index + at];
                if (FORM[at] == '0' ? text < '0' || text > '9' : text != FORM[at]) {
                    return false;
                }
            }
            return true;
        }

        private static int number(byte[] plain, int index, int width) {
            int value = 0;
            for (int at = index; at < index + width; at++) {
                value = value * 10 + plain[at] - '0';
            }
            return value;
        }

        @Override
        int unpack(byte[] packed, int index, Bytes plain) {
            long micros = 0;
            for (int at = index; at < index + 8; at++) {
                micros = micros << 8 | (packed[at] & 0xff);
            }
            LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorDiv(micros, MICROS), 0, ZoneOffset.UTC);
            plain.putDigits(time.getYear(), 4);
            plain.put((byte) '-');
            plain.putDigits(time.getMonthValue(), 2);
            plain.put((byte) '-');
            plain.putDigits(time.getDayOfMonth(), 2);
            plain.put((byte) 'T');
            plain.putDigits(time.getHour(), 2);
            plain.put((byte) ':');
            plain.putDigits(time.getMinute(), 2);
            plain.put((byte) ':');
            plain.putDigits(time.getSecond(), 2);
            plain.put((byte) '.');
            plain.putDigits(Math.toIntExact(Math.floorMod(micros, MICROS)), 6);
            plain.put((byte) 'Z');
            return index + 8;
        }
    },

    /** At least sixteen hexadecimal digits in lower case, an even number of them: their count in bytes, and they. */
    HEX(3) {
        private static final int DIGITS_MIN = 16;
        private static final int DIGITS_MAX = 2 * 255;

        @Override
        int pack(byte[] plain, int index, Bytes packed) {
            int end = index;
            int last = Math.min(plain.length, index + DIGITS_MAX);
            while (end < last && nibble(plain[end]) >= 0) {
                end++;
            }
            int bytes = (end - index) / 2;
            if (bytes * 2 < DIGITS_MIN) {
                return index;
            }
            packed.put(code());
            packed.put((byte) bytes);
            for (int at = index; at < index + bytes * 2; at += 2) {
                packed.put((byte) (nibble(plain[at]) << 4 | nibble(plain[at + 1])));
            }
            return index + bytes * 2;
        }

        @Override
        int unpack(byte[] packed, int index, Bytes plain) {
            int end = index + 1 + (packed[index] & 0xff);
            for (int at = index + 1; at < end; at++) {
                hex(packed[at], plain);
            }
            return end;
        }
    },

    /** Bytes that stand for something else, such as those of Chinese characters: their count, and they. */
    RAW(4) {
        @Override
        int pack(byte[] plain, int index, Bytes packed) {
            int end = index;
            int last = Math.min(plain.length, index + 255);
            while (end < last && !PackedMetadata.isLiteral(plain[end] & 0xff)) {
                end++;
            }
            if (end > index) {
                packed.put(code());
                packed.put((byte) (end - index));
                packed.put(plain, index, end - index);
            }
            return end;
        }

        @Override
        int unpack(byte[] packed, int index, Bytes plain) {
            int count = packed[index] & 0xff;
            plain.put(packed, index + 1, count);
            return index + 1 + count;
        }
    };

    /** From code 1 on. */
    static final Token[] BY_CODE = {UUID, INSTANT, HEX, RAW};

    private static final long MICROS = 1_000_000;

    private final byte code;

    Token(int code) {
        this.code = (byte) code;
    }

    /** Writes the token for the text that begins here and gives the index after it; the same index when it is not one. */
    abstract int pack(byte[] plain, int index, Bytes packed);

    /** Writes the text of the token whose value begins here and gives the index after it. */
    abstract int unpack(byte[] packed, int index, Bytes plain);

    byte code() {
        return code;
    }

    static int nibble(byte text) {
        if (text >= '0' && text <= '9') {
            return text - '0';
        }
        return text >= 'a' && text <= 'f' ? text - 'a' + 10 : -1;
    }

    static void hex(byte value, Bytes plain) {
        plain.put((byte) HexFormat.of().toHighHexDigit(value));
        plain.put((byte) HexFormat.of().toLowHexDigit(value));
    }
}
