package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A release that needs other people")
class ApprovalsTest {

    private final RunningCoffer coffer = RunningCoffer.shared();

    @Test
    void below_the_first_tier_is_approved_by_its_conditions() {
        var sale = HomeSale.releasable(coffer, "49999.99", "6217000000009000");
        sale.release("R-1", "49999.99").isAccepted();
        sale.account("COMPLETED");
    }

    @Test
    void waits_for_one_checker_who_is_not_its_maker() {
        var sale = HomeSale.releasable(coffer, "50000.00", "6217000000009000");
        sale.release("R-1", "50000.00").isAccepted();
        var path = "/v1/approvals/" + sale.approval("R-1");
        var read = Until.is(() -> coffer.as("checker-1").get(path), answer -> answer.status() == 200);
        assertThat(read.at("/subject/amount/value")).isEqualTo("50000.00");
        var approve = path + "/approve";
        coffer.as("acme")
                .ask("POST", approve, null)
                .ifMatch(read.etag())
                .answer()
                .isRefused(403, "NOT_PERMITTED");
        coffer.as("operator-1")
                .ask("POST", approve, null)
                .ifMatch(read.etag())
                .answer()
                .isRefused(403, "NOT_PERMITTED");
        coffer.as("checker-1").post(approve).isRefused(428, "PRECONDITION_REQUIRED");
        coffer.as("checker-1")
                .ask("POST", approve, null)
                .ifMatch("\"7\"")
                .answer()
                .isRefused(412, "STALE_VERSION");
        assertThat(sale.account().at("/releases/0/state").asString()).isEqualTo("REQUESTED");
        coffer.as("checker-1")
                .ask("POST", approve, null)
                .ifMatch(read.etag())
                .answer()
                .isAccepted();
        sale.account("COMPLETED");
    }

    @Test
    void above_the_second_tier_waits_for_two_different_checkers() {
        var sale = HomeSale.releasable(coffer, "1000000.01", "6217000000009000");
        sale.release("R-1", "1000000.01").isAccepted();
        sale.approve("R-1", "checker-1");
        var path = "/v1/approvals/" + sale.approval("R-1");
        var second = coffer.as("checker-1").get(path);
        coffer.as("checker-1")
                .ask("POST", path + "/approve", null)
                .ifMatch("*")
                .answer()
                .isRefused(409, "ALREADY_APPROVED_BY_YOU");
        assertThat(second.at("/checkersRequired")).isEqualTo("2");
        sale.approve("R-1", "checker-2");
        sale.account("COMPLETED");
    }

    @Test
    void is_off_when_a_checker_declines() {
        var sale = HomeSale.releasable(coffer, "60000.00", "6217000000009000");
        sale.release("R-1", "60000.00").isAccepted();
        var path = "/v1/approvals/" + sale.approval("R-1");
        Until.is(() -> coffer.as("checker-1").get(path), answer -> answer.status() == 200);
        coffer.as("checker-1")
                .ask("POST", path + "/decline", "{\"reason\":\"WRONG_PAYEE\"}")
                .ifMatch("*")
                .answer()
                .isAccepted();
        var account = Until.is(
                sale::account, seen -> seen.at("/releases/0/state").asString().equals("REJECTED"));
        assertThat(account.at("/buckets/available/value").asString()).isEqualTo("60000.00");
    }

    @Test
    @DisplayName("T57: an approval of 1,000,000 does not approve 1,000,001")
    void is_not_approved_by_what_approves_another_amount() {
        var sale = HomeSale.releasable(coffer, "1000001.00", "6217000000009000");
        sale.release("R-1", "1000000.00").isAccepted();
        sale.approve("R-1", "checker-1");
        sale.payoutView("R-1", "SUCCEEDED");
        var head = coffer.settled();
        coffer.as("acme")
                .post(sale.path() + "/releases/R-1/approval", """
                        {"approvalId":"%s","partyId":"seller-1","amount":%s}""".formatted(
                                sale.approval("R-1"), HomeSale.cny("1000001.00")))
                .isRefused(422, "DIGEST_DIFFERS");
        assertThat(coffer.head()).isEqualTo(head);
        assertThat(sale.account("RELEASABLE").at("/total/value").asString()).isEqualTo("1.00");
    }
}
