package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program of its own: the ledger must begin empty to end at zero. */
@DisplayName("The recipe")
class RecipeTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh run|json answer)\\n(.*?)^```$");

    @ParameterizedTest
    @ValueSource(strings = {"home-sale", "held-back-sale"})
    void runs_as_it_is_written_and_ends_at_zero(String name) throws IOException, InterruptedException {
        var recipe = recipe(name);
        try (var coffer = RunningCoffer.start()) {
            var said = run(script(recipe), coffer.base());
            assertThat(said).containsSubsequence(promised(recipe));
            assertThat(said).doesNotContain("never saw").doesNotContain("urn:coffer:problem");
            var books = coffer.as("auditor")
                    .get("/v1/ledger/trial-balance", coffer.settled())
                    .json();
            assertThat(StreamSupport.stream(books.at("/books/0/accounts").spliterator(), false)
                            .map(line -> line.at("/balance/value").asString()))
                    .hasSizeGreaterThanOrEqualTo(4)
                    .containsOnly("0.00");
        }
    }

    /** What a merchant keeps stays in the books, and the refusal that the recipe promises is its only one. */
    @Test
    void of_a_merchant_runs_as_it_is_written_and_its_books_hold() throws IOException, InterruptedException {
        var recipe = recipe("merchant-fees");
        try (var coffer = RunningCoffer.start()) {
            var said = run(script(recipe), coffer.base());
            assertThat(said).containsSubsequence(promised(recipe));
            assertThat(said).doesNotContain("never saw").containsOnlyOnce("urn:coffer:problem");
            coffer.assertAllHold();
        }
    }

    /** The payer's money went to him, and the merchant's stays; nothing that a refund touched is left open. */
    @Test
    void of_a_refund_runs_as_it_is_written_and_its_books_hold() throws IOException, InterruptedException {
        var recipe = recipe("refund-fee");
        try (var coffer = RunningCoffer.start()) {
            var said = run(
                    script(recipe),
                    coffer.base(),
                    Map.of("BANK_AT", coffer.bank().base()));
            assertThat(said).containsSubsequence(promised(recipe));
            assertThat(said).doesNotContain("never saw").doesNotContain("urn:coffer:problem");
            coffer.assertAllHold();
        }
    }

    private static String recipe(String name) throws IOException {
        return Files.readString(Path.of(System.getProperty("coffer.repository", ".."), "docs/recipes/" + name + ".md"));
    }

    private static String script(String recipe) {
        return BLOCK.matcher(recipe)
                .results()
                .filter(block -> block.group(1).equals("sh run"))
                .map(block -> block.group(2))
                .collect(Collectors.joining("\n"));
    }

    private static String[] promised(String recipe) {
        return BLOCK.matcher(recipe)
                .results()
                .filter(block -> block.group(1).equals("json answer"))
                .flatMap(block -> Arrays.stream(block.group(2).strip().split("\\s+")))
                .toArray(String[]::new);
    }

    private static String run(String script, String base) throws IOException, InterruptedException {
        return run(script, base, Map.of());
    }

    private static String run(String script, String base, Map<String, String> more)
            throws IOException, InterruptedException {
        var shell = new ProcessBuilder("bash", "-e", "-o", "pipefail").redirectErrorStream(true);
        shell.environment().put("B", base);
        shell.environment().putAll(more);
        var process = shell.start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(script);
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
