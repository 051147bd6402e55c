package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A day of sales")
class DayTest {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration A_SALES_REBUILD = Duration.ofMillis(50);

    @Test
    void ends_to_the_fen_as_its_own_arithmetic_says_also_in_every_view_that_is_built_anew() {
        var day = LivedDay.planned();
        try (var coffer = RunningCoffer.start(Data.fresh(), LivedDay.setting())) {
            var watch = new Watch();
            coffer.bank().learnDay();
            day.happenAt(new Clerk(coffer::as), coffer::bank);
            coffer.settled();
            watch.tell("happened");
            LivedDay.ends(day, coffer::as, coffer.bank(), coffer.data());
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
}
