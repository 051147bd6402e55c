package io.coffer.benchmarks.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A request whose key and contract number change each time; everything else was written once. */
final class Request {

    private static final String MARK = "################";
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private static final String BODY = """
        {"contract":{"contractNo":"%1$s","businessLine":"SECOND_HAND","cityCode":"310000"},\
        "parties":[{"partyId":"B-1","role":"BUYER","name":"Wang Fang"},{"partyId":"S-1","role":"SELLER","name":"Li Mei"}],\
        "terms":{"agreementVersion":"SH-2026-1","plan":[{"item":"DOWN_PAYMENT",\
        "expected":{"value":"30000.00","currency":"CNY"},"dueDate":"2030-01-31","payerRole":"BUYER"}],\
        "releaseConditions":{"condition":"TRANSFER_REGISTERED"}},\
        "custodyAccount":{"bankCode":"104100000004","accountNo":"110060149018800100001"}}\
        """.formatted(MARK);

    private final byte[] bytes;
    private final int[] marks;

    Request(String path, String token) {
        var text = """
            POST %s HTTP/1.1\r
            Host: 127.0.0.1\r
            Authorization: Bearer %s\r
            Idempotency-Key: %s\r
            Content-Type: application/json\r
            Content-Length: %d\r
            \r
            %s\
            """.formatted(path, token, MARK, BODY.length(), BODY);
        this.bytes = text.getBytes(StandardCharsets.US_ASCII);
        var first = text.indexOf(MARK);
        this.marks = new int[] {first, text.indexOf(MARK, first + 1)};
    }

    /** The request of this number, to be sent before the next one is asked for. */
    ByteBuffer of(long number) {
        for (var mark : marks) {
            for (var digit = 0; digit < MARK.length(); digit++) {
                bytes[mark + digit] = DIGITS[(int) (number >>> (4 * (MARK.length() - 1 - digit))) & 15];
            }
        }
        return ByteBuffer.wrap(bytes);
    }
}
