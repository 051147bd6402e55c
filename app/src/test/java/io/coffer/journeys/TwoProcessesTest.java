package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The sides as they run on more than one machine: an issuer, a command side and a query side on one PostgreSQL. */
@DisplayName("A command side and a query side in processes of their own")
class TwoProcessesTest {

    private static final String SECRET = "a-secret-of-this-test-only";
    private static final Map<String, String> ISSUER = Map.of(
            "coffer.side", "issuer",
            "coffer.security.clients.acme", secret("acme"),
            "coffer.security.clients.bank-adapter", secret("bank-adapter"),
            "coffer.security.clients.auditor", secret("auditor"));

    @Test
    void carry_one_sale_from_the_notice_to_the_paid_seller() throws IOException, SQLException {
        try (var database = durable();
                var issuer = CofferProcess.start(Data.fresh(), ISSUER);
                var commands = CofferProcess.start(Data.fresh(), side("command", database, issuer));
                var queries = CofferProcess.start(Data.fresh(), side("query", database, issuer))) {
            var acme = Client.of(commands.base(), issuer.base(), "acme", secret("acme"));
            var bank = Client.of(commands.base(), issuer.base(), "bank-adapter", secret("bank-adapter"));
            var reader = Client.of(queries.base(), issuer.base(), "acme", secret("acme"));
            var auditor = Client.of(queries.base(), issuer.base(), "auditor", secret("auditor"));
            var account = "/v1/escrow-accounts/EA:acme:TWO-1";

            acme.post("/v1/escrow-accounts", HomeSale.opening("TWO-1", "30000.00"))
                    .isAccepted();
            var number = Until.is(
                            () -> reader.get(account),
                            reply -> reply.status() == 200 && reply.json().has("virtualAccountNumber"))
                    .at("/virtualAccountNumber");
            var noticed = bank.post("/v1/bank/notices", HomeSale.notice("TWO-1", number, "30000.00"))
                    .isAccepted();
            assertThat(reader.get(account, noticed.position()).status()).isEqualTo(200);
            inState(reader, account, "FUNDED");
            acme.post(account + "/conditions", """
                            {"condition":"TRANSFER_REGISTERED","evidence":%s}""".formatted(HomeSale.EVIDENCE)).isAccepted();
            acme.post(account + "/payees", HomeSale.payee("6217000000009000")).isAccepted();
            acme.post(account + "/releases", """
                            {"releaseNo":"R-1","partyId":"seller-1","amount":%s}""".formatted(HomeSale.cny("30000.00")))
                    .isAccepted();
            inState(reader, account, "COMPLETED");

            assertThat(auditor.get("/v1/ledger/equations").at("/allHold")).isEqualTo("true");
            assertThat(acme.get(account).status())
                    .as("the command side answers no reads")
                    .isIn(404, 405);
            assertThat(reader.post("/v1/escrow-accounts", HomeSale.opening("TWO-2", "1.00"))
                            .status())
                    .as("the query side takes no commands")
                    .isIn(404, 405);
        }
    }

    /** Each client its own: the issuer takes no secret twice. */
    private static String secret(String client) {
        return SECRET + "-" + client;
    }

    private static void inState(Client reader, String account, String state) {
        Until.is(() -> reader.get(account), reply -> reply.at("/state").equals(state));
    }

    private static Map<String, String> side(String side, EmbeddedPostgres database, CofferProcess issuer) {
        var properties = new TreeMap<>(Map.of(
                "coffer.side",
                side,
                "coffer.database.url",
                "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/coffer",
                "coffer.database.owner.user",
                "coffer_owner",
                "coffer.database.owner.password",
                SECRET,
                "coffer.database.runtime.user",
                "coffer_runtime",
                "coffer.database.runtime.password",
                SECRET,
                "coffer.security.issuer-uri",
                issuer.base(),
                "coffer.vault.key",
                "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU="));
        if (side.equals("command")) {
            properties.put("coffer.bank.simulator", "embedded");
            properties.put("coffer.security.clients.bank-adapter", secret("bank-adapter"));
        }
        return properties;
    }

    /** A PostgreSQL of somebody else, with the two roles that docker-compose.yml makes. */
    private static EmbeddedPostgres durable() throws IOException, SQLException {
        var database = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role coffer_owner login password '" + SECRET + "'");
            statement.execute("create role coffer_runtime login password '" + SECRET + "'");
            statement.execute("create database coffer owner coffer_owner");
            statement.execute("revoke all on database coffer from public");
            statement.execute("grant connect on database coffer to coffer_runtime");
        }
        return database;
    }
}
