package io.coffer.journeys;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A day of sales on which everything dies")
class KilledDayTest {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Test
    void ends_the_same_when_the_process_is_killed_in_the_middle() {
        var day = LivedDay.planned();
        var data = Data.fresh();
        var port = CofferProcess.freePort();
        try (var bank = BankProcess.start(data, "http://127.0.0.1:" + port);
                var coffer = CofferProcess.start(data, at(port, bank.bank().base()))) {
            // A thread of its own: the common pool may have one only.
            var all = CompletableFuture.runAsync(
                    () -> day.happenAt(new Clerk(coffer::as), bank::bank), Thread::startVirtualThread);
            for (var kill = 1; kill <= 2; kill++) {
                var events = 6L * kill * (day.sales().size() + day.orders().size());
                Until.is(LONGEST, coffer.data()::head, head -> head >= events || all.isCompletedExceptionally());
                if (all.isCompletedExceptionally()) {
                    all.join();
                }
                coffer.kill();
                bank.kill();
                bank.startAgain();
                coffer.startAgain();
            }
            all.join();
            LivedDay.ends(day, coffer::as, bank.bank(), coffer.data());
            new DayBooks(day, coffer::as, coffer.data()).close();
        }
    }

    private static Map<String, String> at(int port, String bank) {
        var properties = LivedDay.with(bank);
        properties.put("server.port", Integer.toString(port));
        return properties;
    }
}
