package io.coffer.journeys;

import io.coffer.bank.BankSettings;
import io.coffer.bank.BankSimulator;
import io.coffer.bank.ClientCredentials;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A day of sales on two nodes")
class DayOnTwoNodesTest {

    /** Every step is said to either node in turn; both have policies and the sweep of deadlines, and they have one bank. */
    @Test
    void ends_the_same_on_two_command_nodes_at_once() {
        var day = LivedDay.planned();
        var data = Data.fresh();
        var port = CofferProcess.freePort();
        try (var bank = BankSimulator.start(bank(data, "http://127.0.0.1:" + port));
                var first = CofferProcess.start(data, first(port, bank));
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
            LivedDay.ends(day, first::as, simulator, data);
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

    private static Map<String, String> first(int port, BankSimulator bank) {
        var properties = LivedDay.with(bank.baseUrl().toString());
        properties.put("server.port", Integer.toString(port));
        return properties;
    }

    private static Map<String, String> another(Data data, CofferProcess first, BankSimulator bank) {
        var properties = LivedDay.with(bank.baseUrl().toString());
        properties.putAll(Map.of(
                "coffer.side",
                "command",
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
}
