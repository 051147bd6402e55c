package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.bank.BankSettings;
import io.coffer.bank.BankSimulator;
import io.coffer.bank.ClientCredentials;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The size and the seed can be given: {@code -Dcoffer.day.sales=1000 -Dcoffer.day.seed=42}. */
@DisplayName("A day of sales")
class DayTest {

    private static final String BANK = "coffer.bank.url";
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Test
    void ends_to_the_fen_as_its_own_arithmetic_says_also_in_every_view_that_is_built_anew() {
        var day = day(1_000);
        try (var coffer = RunningCoffer.start()) {
            day.happenAt(new SaleDesk(coffer::as));
            coffer.settled();
            var books = new DayBooks(day, coffer::as, coffer.data());
            books.close();
            rebuildEverything(coffer);
            books.close();
        }
    }

    @Test
    void ends_the_same_when_the_process_is_killed_in_the_middle() {
        var day = day(0);
        try (var coffer = CofferProcess.start(Data.fresh(), Map.of())) {
            // A thread of its own: the common pool may have one only.
            var sales = CompletableFuture.runAsync(
                    () -> day.happenAt(new SaleDesk(coffer::as)), Thread::startVirtualThread);
            for (var kill = 1; kill <= 2; kill++) {
                var events = 6L * kill * day.sales().size();
                Until.is(LONGEST, coffer.data()::head, head -> head >= events);
                coffer.kill();
                coffer.startAgain();
            }
            sales.join();
            new DayBooks(day, coffer::as, coffer.data()).close();
        }
    }

    /** Every step is said to either node in turn; both have policies and the sweep of deadlines, and they have one bank. */
    @Test
    void ends_the_same_on_two_command_nodes_at_once() {
        var day = day(0);
        var data = Data.fresh();
        var port = CofferProcess.freePort();
        try (var bank = BankSimulator.start(bank(data, "http://127.0.0.1:" + port));
                var first = CofferProcess.start(data, Map.of("server.port", "" + port, BANK, "" + bank.baseUrl()));
                var second = CofferProcess.start(Data.fresh(), another(data, first, bank))) {
            var others = new ConcurrentHashMap<String, Client>();
            var turn = new AtomicInteger();
            day.happenAt(new SaleDesk(
                    id -> turn.getAndIncrement() % 2 == 0
                            ? first.as(id)
                            : others.computeIfAbsent(
                                    id, _ -> Client.of(second.base(), first.base(), id, id + "-secret")),
                    first::as));
            new DayBooks(day, first::as, data).close();
        }
    }

    private static BankSettings bank(Data data, String us) {
        return BankSettings.in(data.directory().resolve("bank"))
                .withPort(0)
                .withCallbackUrl(URI.create(us + "/v1/bank/payout-results"))
                .withReturnUrl(URI.create(us + "/v1/bank/payout-returns"))
                .withTokens(
                        new ClientCredentials(URI.create(us + "/oauth2/token"), "bank-adapter", "bank-adapter-secret"));
    }

    private static Map<String, String> another(Data data, CofferProcess first, BankSimulator bank) {
        return Map.of(
                "coffer.side",
                "command",
                BANK,
                bank.baseUrl().toString(),
                "coffer.database.url",
                data.url(),
                "coffer.database.owner.user",
                "coffer_owner",
                "coffer.database.owner.password",
                data.password("coffer_owner"),
                "coffer.database.runtime.user",
                "coffer_runtime",
                "coffer.database.runtime.password",
                data.password("coffer_runtime"),
                "coffer.security.issuer-uri",
                first.base(),
                "coffer.vault.key-file",
                data.directory().resolve("vault.key").toString());
    }

    private static Day day(int standard) {
        var seed = Long.getLong("coffer.day.seed", new Random().nextLong());
        var day = Day.of(seed, Integer.getInteger("coffer.day.sales", standard));
        System.out.println("A day of " + day.sales().size() + " sales: -Dcoffer.day.seed=" + seed);
        return day;
    }

    private static void rebuildEverything(RunningCoffer coffer) {
        var operator = coffer.as("operator-1");
        var before = generations(operator);
        before.forEach((name, _) ->
                operator.post("/v1/projections/" + name + "/rebuilds").isAccepted());
        Until.is(
                LONGEST,
                () -> generations(operator),
                now -> before.entrySet().stream().allMatch(old -> now.getOrDefault(old.getKey(), 0) > old.getValue()));
        assertThat(before).isNotEmpty();
    }

    /** The live generation of every projection. */
    private static Map<String, Integer> generations(Client operator) {
        return StreamSupport.stream(operator.get("/v1/projections").json().spliterator(), false)
                .filter(generation -> generation.path("state").asString().equals("LIVE"))
                .collect(java.util.stream.Collectors.toMap(
                        generation -> generation.path("projection").asString(),
                        generation -> generation.path("generation").asInt(),
                        Math::max));
    }
}
