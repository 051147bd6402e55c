package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says things for many clients, again and again until they are taken.
 *
 * @param readers where commands and reads are answered by different nodes
 */
record Clerk(Function<String, Client> clients, Function<String, Client> readers) {

    // Of a step that may meet both restarts of a day on which everything dies: a start may take two minutes.
    private static final Duration PATIENCE = Duration.ofMinutes(Integer.getInteger("coffer.day.patience-minutes", 8));

    Clerk(Function<String, Client> clients) {
        this(clients, clients);
    }

    /** A step under a key of its own. */
    void say(String client, String path, @Nullable String body, String key) {
        insist(client, by -> by.ask("POST", path, body).key(key));
    }

    /** Another person lets it be. */
    void agree(String approval, String checker) {
        insist(
                checker,
                by -> by.ask("POST", "/v1/approvals/" + approval + "/approve", null)
                        .key(approval + "-" + checker)
                        .ifMatch("*"));
    }

    /** A step may be early, or meet a busy or a dead process: the same key makes it safe to say it again. */
    Reply insist(String client, Function<Client, Client.Ask> step) {
        return ask(client, step, answer -> answer.status() < 300);
    }

    /** As {@link #insist}, for what may be answered in another way too. */
    Reply ask(String client, Function<Client, Client.Ask> step, Predicate<Reply> expected) {
        return patiently(() -> step.apply(clients.apply(client)).answer(), expected);
    }

    /** What must not be taken; only a process that is busy or dead is asked again. */
    void isRefused(String client, String path, String body, String code) {
        var answer = ask(client, by -> by.ask("POST", path, body), said -> said.status() < 500);
        assertThat(answer.code()).as("%s", answer).isEqualTo(code);
    }

    /** What is there, once it is as expected. */
    Reply read(String client, String path, Predicate<Reply> expected) {
        return patiently(
                () -> readers.apply(client).ask("GET", path, null).answer(),
                answer -> answer.status() == 200 && expected.test(answer));
    }

    static <T> T patiently(Supplier<T> step, Predicate<T> expected) {
        return Until.among(
                        PATIENCE,
                        () -> {
                            try {
                                return Optional.of(step.get());
                            } catch (UncheckedIOException dead) {
                                return Optional.<T>empty();
                            }
                        },
                        answer -> answer.filter(expected).isPresent())
                .orElseThrow();
    }
}
