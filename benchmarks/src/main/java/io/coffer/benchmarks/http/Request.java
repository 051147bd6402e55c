package io.coffer.benchmarks.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request whose key and names change each time; everything else was written once. */
final class Request {

    private static final String KEY = "################";
    private static final String ACCOUNT = "@@@@@@@@@@@@@@@@";
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private static final String TERMS = """
        {"agreementVersion":"%s","plan":[{"item":"DOWN_PAYMENT",\
        "expected":{"value":"30000.00","currency":"CNY"},"dueDate":"2030-01-31","payerRole":"BUYER"}],\
        "releaseConditions":{"condition":"TRANSFER_REGISTERED"}}\
        """;

    private final byte[] bytes;
    private final List<Integer> keys;
    private final List<Integer> accounts;
    private final int turn;

    private Request(String line, String token, String condition, String body, int turn) {
        var text = """
            %s HTTP/1.1\r
            Host: 127.0.0.1\r
            Authorization: Bearer %s\r
            Idempotency-Key: %s\r
            %sContent-Type: application/json\r
            Content-Length: %d\r
            \r
            %s\
            """.formatted(line, token, KEY, condition, body.length(), body);
        this.bytes = text.getBytes(StandardCharsets.US_ASCII);
        this.keys = places(text, KEY);
        this.accounts = places(text, ACCOUNT);
        this.turn = turn;
    }

    /** Opens the account of its number; the path may be of a handler that does not read it. */
    static Request opening(String path, String token) {
        var body = """
            {"contract":{"contractNo":"%s","businessLine":"SECOND_HAND","cityCode":"310000"},\
            "parties":[{"partyId":"B-1","role":"BUYER","name":"Wang Fang"},{"partyId":"S-1","role":"SELLER","name":"Li Mei"}],\
            "terms":%s,\
            "custodyAccount":{"bankCode":"104100000004","accountNo":"110060149018800100001"}}\
            """.formatted(KEY, TERMS.formatted("SH-2026-1"));
        return new Request("POST " + path, token, "", body, 1);
    }

    /** Other terms each time for the accounts of the numbers from zero, so many in turn. */
    static Request amending(String token, int turn) {
        return new Request(
                "PUT " + LoadProgram.ACCOUNTS + "/EA:acme:" + ACCOUNT + "/terms",
                token,
                "If-Match: *\r\n",
                TERMS.formatted("SH-" + KEY),
                turn);
    }

    private static List<Integer> places(String text, String mark) {
        var places = new ArrayList<Integer>();
        for (var at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
            places.add(at);
        }
        return places;
    }

    /** The request of this number, to be sent before the next one is asked for. */
    ByteBuffer of(long number) {
        keys.forEach(at -> write(at, number));
        accounts.forEach(at -> write(at, number % turn));
        return ByteBuffer.wrap(bytes);
    }

    private void write(int at, long number) {
        for (var digit = 0; digit < KEY.length(); digit++) {
            bytes[at + digit] = DIGITS[(int) (number >>> (4 * (KEY.length() - 1 - digit))) & 15];
        }
    }
}
