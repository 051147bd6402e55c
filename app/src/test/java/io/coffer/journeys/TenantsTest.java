package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("Another tenant")
class TenantsTest {

    private final RunningCoffer coffer = RunningCoffer.shared();
    private final Client globex = coffer.as("globex");

    @Test
    void sees_no_difference_between_what_is_not_its_own_and_what_is_not_there() {
        var sale = HomeSale.releasable(coffer, "60000.00", "6217000000009000");
        sale.release("R-1", "60000.00").isAccepted();
        var approval = "/v1/approvals/" + sale.approval("R-1");
        Until.is(() -> coffer.as("acme").get(approval), answer -> answer.status() == 200);
        var payout = "/v1/payouts/" + sale.payout("R-1");
        sale.approve("R-1", "checker-1");
        sale.payoutView("R-1", "SUCCEEDED");
        Stream.of(
                        sale.path(),
                        sale.path() + "/events",
                        sale.path() + "/money",
                        sale.path() + "/movements",
                        sale.path() + "?as-of=2030-01-01T00:00:00Z",
                        approval,
                        approval + "/events",
                        payout,
                        payout + "/events")
                .forEach(path -> {
                    assertThat(coffer.as("acme").get(path).status()).as(path).isEqualTo(200);
                    assertSame(globex.get(path), globex.get(missing(path, sale)), sale);
                });
    }

    @Test
    void cannot_command_what_is_not_its_own_nor_learn_that_it_is_there() {
        var sale = HomeSale.opened(coffer, "100.00");
        var condition = """
                {"condition":"TRANSFER_REGISTERED","evidence":%s}""".formatted(HomeSale.EVIDENCE);
        var release = """
                {"releaseNo":"R-1","partyId":"seller-1","amount":%s}""".formatted(HomeSale.cny("1.00"));
        var head = coffer.settled();
        Stream.of(
                        new String[] {"/conditions", condition},
                        new String[] {"/payees", HomeSale.payee("6217000000009000")},
                        new String[] {"/releases", release},
                        new String[] {"/releases/R-1/withdrawal", "{\"reason\":\"MINE\"}"},
                        new String[] {"/cancellation", "{\"reason\":\"MINE\"}"},
                        new String[] {"/closure", null})
                .forEach(ask -> assertSame(
                        globex.post(sale.path() + ask[0], ask[1]),
                        globex.post(missing(sale.path(), sale) + ask[0], ask[1]),
                        sale));
        assertThat(coffer.head()).isEqualTo(head);
    }

    @Test
    void finds_only_its_own_in_lists_and_in_its_feed() {
        // Other journeys fill whole pages before.
        var before = coffer.head();
        var sale = HomeSale.opened(coffer, "100.00");
        assertThat(globex.get("/v1/escrow-accounts?limit=200", coffer.head()).text())
                .doesNotContain("EA:acme:");
        assertThat(globex.get("/v1/feed?limit=1000").text()).doesNotContain("acme");
        assertThat(coffer.as("acme")
                        .get("/v1/feed?limit=1000&after=" + before, coffer.head())
                        .text())
                .contains(sale.id());
    }

    private static String missing(String path, HomeSale sale) {
        return path.replace(sale.contract(), "NEVER-WAS");
    }

    private static void assertSame(Reply notMine, Reply notThere, HomeSale sale) {
        notMine.isRefused(404, "NOT_FOUND");
        notThere.isRefused(404, "NOT_FOUND");
        assertThat(shape(notMine)).isEqualTo(shape(notThere).replace("NEVER-WAS", sale.contract()));
    }

    private static String shape(Reply reply) {
        return ((ObjectNode) reply.json()).without(java.util.List.of("traceId")).toString();
    }
}
