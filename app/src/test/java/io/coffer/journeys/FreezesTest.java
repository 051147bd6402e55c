package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A freeze, over HTTP")
class FreezesTest {

    private final RunningCoffer coffer = RunningCoffer.shared();

    @Test
    @DisplayName("T16: catches money that comes in later")
    void catches_money_that_comes_in_later() {
        var sale = HomeSale.opened(coffer, "300000.00", "400000.00");
        sale.bindPayee("6217000000009000");
        sale.pay("300000.00");
        sale.freeze("acme", "F-1", "DISPUTE", "buyer-1", "500000.00").isAccepted();
        assertThat(sale.frozen("300000.00").at("/releasable/value").asString()).isEqualTo("0.00");
        sale.pay("400000.00");
        sale.account("FUNDED");
        sale.confirm("TRANSFER_REGISTERED");
        assertThat(sale.frozen("500000.00").at("/releasable/value").asString()).isEqualTo("200000.00");
        sale.release("R-1", "200000.01").isRefused(422, "EXCEEDS_RELEASABLE");
        sale.release("R-2", "200000.00").isAccepted();
    }

    @Test
    @DisplayName("T17: of a court queues, and lets it take no more than it holds")
    void of_a_court_queues_and_lets_it_take_no_more_than_it_holds() {
        var sale = HomeSale.opened(coffer, "400000.00");
        sale.pay("400000.00");
        sale.account("FUNDED");
        var nextYear = Instant.now().plus(300, ChronoUnit.DAYS);
        sale.freezeUntil("F-1", "300000.00", nextYear, HomeSale.PAPER).isAccepted();
        sale.freezeUntil("F-2", "300000.00", nextYear, HomeSale.PAPER).isAccepted();
        var both = sale.frozen("400000.00");
        assertThat(both.at("/freezes/1/effective/value").asString()).isEqualTo("100000.00");
        assertThat(both.at("/freezes/1/queueNo").asInt()).isEqualTo(2);
        sale.deduct("D-1", "F-2", "300000.00", HomeSale.PAPER).isRefused(422, "EXCEEDS_EFFECTIVE_FREEZE");

        sale.unfreeze("operator-1", "F-1", "COURT-7", HomeSale.PAPER).isAccepted();
        sale.approveUnfreeze("F-1");
        sale.frozen("300000.00");
        sale.deduct("D-1", "F-2", "300000.00", HomeSale.PAPER).isAccepted();
        sale.approveDeduction("D-1");
        sale.payoutView("D-1", "SUCCEEDED");
        var paid = Until.is(
                sale::account,
                account -> account.at("/releases/0/state").asString().equals("PAID"));
        assertThat(paid.at("/total/value").asString()).isEqualTo("100000.00");
        assertThat(paid.at("/effectiveFrozen/value").asString()).isEqualTo("0.00");
        assertThat(coffer.bank().debitsOf(sale.payout("D-1"))).hasSize(1);
        coffer.assertAllHold();
    }

    @Test
    @DisplayName("T18: of the police is refused a third time")
    void of_the_police_is_refused_a_third_time() {
        var sale = HomeSale.releasable(coffer, "100.00", "6217000000009000");
        sale.freezeWith("operator-1", "F-1", "EMERGENCY_STOP", "POLICE", HomeSale.PAPER)
                .isAccepted();
        sale.release("R-1", "0.01").isRefused(422, "EXCEEDS_RELEASABLE");
        sale.freezeWith("acme", "F-2", "EMERGENCY_STOP", "POLICE", HomeSale.PAPER)
                .isRefused(403, "NOT_PERMITTED");
        sale.freezeWith("operator-1", "F-2", "EMERGENCY_STOP", "POLICE", HomeSale.PAPER)
                .isAccepted();
        sale.freezeWith("operator-1", "F-3", "EMERGENCY_STOP", "POLICE", HomeSale.PAPER)
                .isRefused(422, "EMERGENCY_STOPS_EXHAUSTED");
    }

    @Test
    @DisplayName("T47: catches money that a failed payout gives back")
    void catches_money_that_a_failed_payout_gives_back() {
        var sale = HomeSale.releasable(coffer, "300.00", "6217000000009001");
        coffer.bank().script(sale.payout("R-1"), "REFUSES_LATE", 2_000);
        sale.release("R-1", "300.00").isAccepted();
        sale.account("RELEASING");
        sale.freeze("acme", "F-1", "DISPUTE", "buyer-1", "300.00").isAccepted();
        assertThat(sale.account().at("/freezes/0/shortfall/value").asString()).isEqualTo("300.00");
        var back = sale.frozen("300.00");
        assertThat(back.at("/releases/0/state").asString()).isEqualTo("FAILED");
        assertThat(back.at("/releasable/value").asString()).isEqualTo("0.00");
        sale.release("R-2", "0.01").isRefused(422, "EXCEEDS_RELEASABLE");
    }

    @Test
    @DisplayName("T52: for a document stops the release of a single fen")
    void for_a_document_stops_the_release_of_a_single_fen() {
        var sale = HomeSale.releasable(coffer, "100.00", "6217000000009000");
        sale.freezeWith("acme", "F-1", "DOC_PENDING", "REVIEW", "[]").isAccepted();
        sale.release("R-1", "0.01").isRefused(422, "EXCEEDS_RELEASABLE");
        sale.unfreeze("acme", "F-1", "REVIEW", "[]").isAccepted();
        sale.approveUnfreeze("F-1");
        Until.is(sale::account, account -> account.path("flags").isEmpty());
        sale.release("R-1", "0.01").isAccepted();
    }

    @Test
    @DisplayName("T53: holds nothing once its time is over")
    void holds_nothing_once_its_time_is_over() {
        var sale = HomeSale.releasable(coffer, "100.00", "6217000000009000");
        var soon = Instant.now().plus(3, ChronoUnit.SECONDS);
        sale.freezeUntil("F-1", "100.00", soon, HomeSale.PAPER).isAccepted();
        sale.release("R-1", "0.01").isRefused(422, "EXCEEDS_RELEASABLE");
        Until.is(Instant::now, now -> now.isAfter(soon));
        sale.release("R-2", "100.00").isAccepted();
    }
}
