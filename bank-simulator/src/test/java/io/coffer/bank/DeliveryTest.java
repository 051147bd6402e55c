package io.coffer.bank;

import static io.coffer.bank.Caller.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("A callback")
class DeliveryTest {

    private static final int ATTEMPTS_MAX = 4;

    private final Listener listener = new Listener();

    @TempDir
    Path directory;

    private BankSettings settings() {
        return BankSettings.in(directory)
                .withTimes(Duration.ofMillis(1), Duration.ofSeconds(30))
                .withAttempts(ATTEMPTS_MAX, Duration.ofMillis(5))
                .withCallbackUrl(listener.url());
    }

    @AfterEach
    void close() {
        listener.close();
    }

    private static List<Integer> statuses(Caller caller) {
        return caller.journal("CALLBACK").stream()
                .map(line -> line.path("status").asInt())
                .toList();
    }

    private static boolean isOver(Caller caller) {
        List<JsonNode> attempts = caller.journal("CALLBACK");
        return !attempts.isEmpty() && attempts.getLast().path("last").asBoolean();
    }

    @Test
    void is_tried_until_it_is_taken_under_one_key() {
        listener.answersFirst(503, 409, 429);
        try (BankSimulator bank = BankSimulator.start(settings())) {
            Caller caller = new Caller(bank.baseUrl());
            caller.submit("P-1", "62170000009001");

            eventually(() -> isOver(caller));
            assertThat(statuses(caller)).containsExactly(503, 409, 429, 200);
            assertThat(listener.heard())
                    .extracting(Listener.Heard::idempotencyKey)
                    .containsOnly("callback-P-1");
        }
    }

    @Test
    void is_given_up_after_the_last_attempt() {
        listener.answersFirst(500, 500, 500, 500, 500);
        try (BankSimulator bank = BankSimulator.start(settings())) {
            Caller caller = new Caller(bank.baseUrl());
            caller.submit("P-1", "62170000009001");

            eventually(() -> isOver(caller));
            assertThat(statuses(caller)).hasSize(ATTEMPTS_MAX);
        }
    }

    @Test
    void is_not_tried_again_when_it_is_refused() {
        listener.answersFirst(422);
        try (BankSimulator bank = BankSimulator.start(settings())) {
            Caller caller = new Caller(bank.baseUrl());
            caller.submit("P-1", "62170000009001");

            eventually(() -> isOver(caller));
            assertThat(statuses(caller)).containsExactly(422);
        }
    }

    @Test
    void carries_a_fresh_token_after_a_401() {
        AtomicInteger issued = new AtomicInteger(1);
        BearerTokens tokens = new BearerTokens() {
            @Override
            public String token() {
                return "t" + issued.get();
            }

            @Override
            public void rejected(String token) {
                issued.incrementAndGet();
            }
        };
        listener.answersFirst(401);
        try (BankSimulator bank = BankSimulator.start(settings().withTokens(tokens))) {
            Caller caller = new Caller(bank.baseUrl());
            caller.submit("P-1", "62170000009001");

            eventually(() -> isOver(caller));
            assertThat(listener.heard())
                    .extracting(Listener.Heard::authorization)
                    .containsExactly("Bearer t1", "Bearer t2");
        }
    }

    @Test
    void goes_where_it_was_told_to_with_the_given_authorization() {
        try (BankSimulator bank =
                BankSimulator.start(settings().withCallbackUrl(null).withTokens(() -> "unused"))) {
            Caller caller = new Caller(bank.baseUrl());
            String address = "{\"url\":\"%s\",\"authorization\":\"Basic abc\"}".formatted(listener.url());
            assertThat(caller.send("PUT", "/simulator/callback", address).status())
                    .isEqualTo(200);
            caller.submit("P-1", "62170000009001");

            eventually(() -> isOver(caller));
            assertThat(listener.heard())
                    .extracting(Listener.Heard::authorization)
                    .containsExactly("Basic abc");
        }
    }

    @Test
    void carries_a_token_of_the_issuer_that_is_fetched_once() {
        try (Issuer issuer = new Issuer()) {
            BearerTokens tokens = new ClientCredentials(issuer.url(), "bank", "s:cret");
            try (BankSimulator bank = BankSimulator.start(settings().withTokens(tokens))) {
                Caller caller = new Caller(bank.baseUrl());
                caller.submit("P-1", "62170000009005");

                eventually(() -> listener.heard().size() == 2);
                assertThat(listener.heard())
                        .extracting(Listener.Heard::authorization)
                        .containsOnly("Bearer token-1");
                assertThat(issuer.requests())
                        .containsExactly("Basic YmFuazpzJTNBY3JldA== grant_type=client_credentials");
            }
        }
    }
}
