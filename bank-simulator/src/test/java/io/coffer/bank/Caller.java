package io.coffer.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The other side of the line: instructs the bank, asks it, and reads its journal. */
record Caller(URI bank) {

    static final String PAYEE = "6217000000001234";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static String payout(String payoutNo, String payeeAccount, String amount) {
        return """
                {"payoutNo":"%s","custodyBank":"104100000004","custodyAccount":"110060149018800100001",\
                "payeeAccountNumber":"%s","payeeName":"李梅","amount":"%s","currency":"CNY"}""".formatted(payoutNo, payeeAccount, amount);
    }

    Answer submit(String payoutNo) {
        return submit(payoutNo, PAYEE);
    }

    Answer submit(String payoutNo, String payeeAccount) {
        return send("POST", "/bank/payouts", payout(payoutNo, payeeAccount, "1950000.00"));
    }

    /** True when the line is closed, by either side, without an answer. */
    boolean hearsNothing(String path, String body, Duration deadline) {
        HttpRequest request = HttpRequest.newBuilder(bank.resolve(path))
                .timeout(deadline)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            CLIENT.send(request, HttpResponse.BodyHandlers.discarding());
            return false;
        } catch (IOException nothing) {
            return true;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    boolean hearsNothing(String payoutNo, String payeeAccount) {
        return hearsNothing("/bank/payouts", payout(payoutNo, payeeAccount, "1950000.00"), PATIENCE);
    }

    Answer query(String payoutNo) {
        return send("GET", "/bank/payouts/" + payoutNo, "");
    }

    void script(String key, Behaviour behaviour) {
        Answer answer =
                send("PUT", "/simulator/scripts/" + key, "{\"behaviour\":\"" + behaviour + "\",\"delayMillis\":20}");
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
    }

    int debits(String payoutNo) {
        return StreamSupport.stream(get("/simulator/debits").body().spliterator(), false)
                .filter(debit -> debit.path("payoutNo").stringValue("").equals(payoutNo))
                .mapToInt(debit -> debit.path("count").asInt())
                .sum();
    }

    List<JsonNode> journal(String kind) {
        return StreamSupport.stream(get("/simulator/journal?limit=10000").body().spliterator(), false)
                .filter(line -> line.path("kind").stringValue("").equals(kind))
                .toList();
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    /** The rows of an NDJSON file. */
    List<String> rows(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(bank.resolve(path)).timeout(PATIENCE).build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    Answer send(String method, String path, String body) {
        return send(HttpRequest.newBuilder(bank.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), type, Json.MAPPER.readTree(response.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    static void eventually(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not come true within " + PATIENCE);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    /** What came back. */
    record Answer(int status, String contentType, JsonNode body) {

        String text(String field) {
            return body.path(field).stringValue("");
        }

        String result() {
            return text("result");
        }
    }
}
