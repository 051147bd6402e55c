package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.bank.BankSettings;
import io.coffer.bank.BankSimulator;
import io.coffer.bank.ClientCredentials;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Without more, every case five times. The size and the seed can be given: {@code -Dcoffer.day.sales=20000
 * -Dcoffer.day.orders=2000 -Dcoffer.day.seed=42}; a long day goes faster with {@code -Dcoffer.day.at-once=400
 * -Dcoffer.day.look-every-ms=1500}.
 */
@DisplayName("A day of sales")
class DayTest {

    private static final int SALES = Integer.getInteger("coffer.day.sales", 0);
    private static final int ORDERS = Integer.getInteger("coffer.day.orders", SALES);
    private static final String BANK = "coffer.bank.url";
    /** People need not wait for a day until they may settle a payout by papers; one channel's fees may be the institution's. */
    private static final Map<String, String> THAT_DAY = thatDay();

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration A_SALES_REBUILD = Duration.ofMillis(50);

    @Test
    void ends_to_the_fen_as_its_own_arithmetic_says_also_in_every_view_that_is_built_anew() {
        var day = day();
        try (var coffer = RunningCoffer.start(Data.fresh(), THAT_DAY)) {
            var watch = new Watch();
            coffer.bank().learnDay();
            day.happenAt(new Clerk(coffer::as), coffer::bank);
            coffer.settled();
            watch.tell("happened");
            new Evening(day, coffer::as, coffer.data()).comes();
            watch.tell("stated");
            var books = new DayBooks(day, coffer::as, coffer.data());
            books.close();
            watch.tell("closed");
            rebuildEverything(coffer, day);
            watch.tell("rebuilt");
            books.close();
            watch.tell("closed again");
        }
    }

    @Test
    void has_every_rare_case_at_least_five_times() {
        var day = Day.of(1, 0, 0);
        var sales = day.sales().stream().collect(Collectors.groupingBy(PlannedSale::kind, Collectors.counting()));
        var orders = day.orders().stream().collect(Collectors.groupingBy(PlannedOrder::kind, Collectors.counting()));

        assertThat(sales.keySet()).containsExactlyInAnyOrder(PlannedSale.Kind.values());
        assertThat(sales.values()).allMatch(count -> count >= Day.AT_LEAST);
        assertThat(orders.keySet()).containsExactlyInAnyOrder(OrderKind.values());
        assertThat(orders)
                .allSatisfy((kind, count) -> assertThat(count >= Day.AT_LEAST || kind.isUsual())
                        .as("%s %s times", kind, count)
                        .isTrue());
        assertThat(day.orders().stream()
                        .flatMap(order -> order.wishes().stream())
                        .collect(Collectors.groupingBy(wish -> wish.plan().behaviour(), Collectors.counting()))
                        .values())
                .allMatch(count -> count >= Day.AT_LEAST);
    }

    @Test
    void ends_the_same_when_the_process_is_killed_in_the_middle() {
        var day = day();
        var data = Data.fresh();
        var port = CofferProcess.freePort();
        try (var bank = BankProcess.start(data, "http://127.0.0.1:" + port);
                var coffer = CofferProcess.start(data, first(port, bank.bank().base()))) {
            // A thread of its own: the common pool may have one only.
            var all = CompletableFuture.runAsync(
                    () -> day.happenAt(new Clerk(coffer::as), bank::bank), Thread::startVirtualThread);
            for (var kill = 1; kill <= 2; kill++) {
                var events = 6L * kill * (day.sales().size() + day.orders().size());
                Until.is(LONGEST, coffer.data()::head, head -> head >= events);
                coffer.kill();
                bank.kill();
                bank.startAgain();
                coffer.startAgain();
            }
            all.join();
            new Evening(day, coffer::as, coffer.data()).comes();
            new DayBooks(day, coffer::as, coffer.data()).close();
        }
    }

    /** Every step is said to either node in turn; both have policies and the sweep of deadlines, and they have one bank. */
    @Test
    void ends_the_same_on_two_command_nodes_at_once() {
        var day = day();
        var data = Data.fresh();
        var port = CofferProcess.freePort();
        try (var bank = BankSimulator.start(bank(data, "http://127.0.0.1:" + port));
                var first = CofferProcess.start(data, first(port, bank.baseUrl().toString()));
                var second = CofferProcess.start(Data.fresh(), another(data, first, bank))) {
            var others = new ConcurrentHashMap<String, Client>();
            var turn = new AtomicInteger();
            var simulator = new SimulatedBank(bank.baseUrl().toString());
            simulator.learnDay();
            day.happenAt(
                    new Clerk(
                            id -> turn.getAndIncrement() % 2 == 0
                                    ? first.as(id)
                                    : others.computeIfAbsent(
                                            id, _ -> Client.of(second.base(), first.base(), id, id + "-secret")),
                            first::as),
                    () -> simulator);
            new Evening(day, first::as, data).comes();
            new DayBooks(day, first::as, data).close();
        }
    }

    private static BankSettings bank(Data data, String us) {
        return BankSettings.in(data.directory().resolve("bank"))
                .withPort(0)
                .withCallbackUrl(URI.create(us + "/v1/bank/payout-results"))
                .withReturnUrl(URI.create(us + "/v1/bank/payout-returns"))
                .withNoticeUrl(URI.create(us + "/v1/bank/notices"))
                .withChannelPaymentUrl(URI.create(us + "/v1/bank/channel-payments"))
                .withRefundUrl(URI.create(us + "/v1/bank/refund-results"))
                .withTokens(
                        new ClientCredentials(URI.create(us + "/oauth2/token"), "bank-adapter", "bank-adapter-secret"));
    }

    private static Map<String, String> first(int port, String bank) {
        var properties = new HashMap<>(THAT_DAY);
        properties.put("server.port", Integer.toString(port));
        properties.put(BANK, bank);
        return properties;
    }

    private static Map<String, String> another(Data data, CofferProcess first, BankSimulator bank) {
        var properties = new HashMap<>(THAT_DAY);
        properties.putAll(Map.of(
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
                data.directory().resolve("vault.key").toString()));
        return properties;
    }

    private static Day day() {
        var seed = Long.getLong("coffer.day.seed", new Random().nextLong());
        var day = Day.of(seed, SALES, ORDERS);
        System.out.println("A day of " + day.sales().size() + " sales and "
                + day.orders().size() + " orders: -Dcoffer.day.seed=" + seed);
        return day;
    }

    private static void rebuildEverything(RunningCoffer coffer, Day day) {
        var operator = coffer.as("operator-1");
        var before = generations(operator);
        before.forEach((name, _) ->
                operator.post("/v1/projections/" + name + "/rebuilds").isAccepted());
        Until.is(
                LONGEST.plus(A_SALES_REBUILD.multipliedBy(day.sales().size())),
                () -> generations(operator),
                now -> before.entrySet().stream().allMatch(old -> now.getOrDefault(old.getKey(), 0) > old.getValue()));
        assertThat(before).isNotEmpty();
    }

    /** The live generation of every projection. */
    private static Map<String, Integer> generations(Client operator) {
        return StreamSupport.stream(operator.get("/v1/projections").json().spliterator(), false)
                .filter(generation -> generation.path("state").asString().equals("LIVE"))
                .collect(Collectors.toMap(
                        generation -> generation.path("projection").asString(),
                        generation -> generation.path("generation").asInt(),
                        Math::max));
    }

    /** Tells how long each part took: of a long day one wants to know. */
    private static final class Watch {

        private long since = System.nanoTime();

        void tell(String what) {
            var now = System.nanoTime();
            System.out.println(what + " in " + Duration.ofNanos(now - since).toMillis() + " ms");
            since = now;
        }
    }

    private static Map<String, String> thatDay() {
        var day = new HashMap<String, String>();
        day.put("coffer.bank.evidence-after", "1s");
        agree(day, 0, "WECHAT", Till.FREE);
        day.put("coffer.channels[1].seconds-between-refunds", "1");
        agree(
                day,
                1,
                "ALIPAY",
                Stream.of(OrderKind.Fee.values()).map(OrderKind.Fee::json).toArray(String[]::new));
        agree(day, 2, "UMS", Till.OF_MERCHANT);
        return Map.copyOf(day);
    }

    private static void agree(Map<String, String> day, int index, String code, String... fees) {
        var channel = "coffer.channels[" + index + "].";
        day.put(channel + "code", code);
        day.put(channel + "settling.from-bank-code", HomeSale.BANK);
        day.put(channel + "settling.from-account-number", SettlementDay.PAYER);
        day.put(channel + "settling.into-bank-code", HomeSale.BANK);
        day.put(channel + "settling.into-account-no", HomeSale.CUSTODY);
        for (var at = 0; at < fees.length; at++) {
            var fee = Reply.JSON.readTree(fees[at]);
            day.put(channel + "fees[" + at + "].rate-bp", fee.path("rateBp").asString());
            day.put(channel + "fees[" + at + "].bearer", fee.path("bearer").asString());
            day.put(
                    channel + "fees[" + at + "].refundable",
                    fee.path("refundable").asString());
        }
    }
}
