package io.coffer.query.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.payouts.PayoutEvent.PayoutNotFound;
import io.coffer.api.payouts.PayoutEvent.PayoutResultUnknown;
import io.coffer.api.payouts.PayoutEvent.PayoutReturnAnnounced;
import io.coffer.api.payouts.PayoutEvent.PayoutReturnContradicted;
import io.coffer.api.payouts.PayoutSwitchEvent.PayoutsResumed;
import io.coffer.api.payouts.PayoutSwitchEvent.PayoutsStopped;
import io.coffer.api.payouts.PayoutSwitchEvent.ResumeRequested;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.query.Sale;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.Reads;
import io.coffer.query.replay.ReadSide;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Reads of payouts and their switches")
class PayoutReadsTest {

    private static final Actor OPERATOR = Actor.institution("olga", Set.of(Role.OPERATOR));
    private static final Actor ACME = Actor.tenant(new TenantId("acme"), "acme-system", Set.of(Role.BUSINESS));
    private static final Actor RIVAL = Actor.tenant(new TenantId("rival"), "rival-system", Set.of(Role.BUSINESS));

    private final ReadSide side = new ReadSide(TestProjections.all());
    private final Reads reads = new Reads(JdbcClient.create(side.database.runtime()), List.of(TestProjections.all()));
    private final PayoutController payouts = new PayoutController(reads);
    private final SwitchController switches = new SwitchController(reads);
    private final Sale sale = Sale.of("acme", "C-1");
    private final String id = sale.payout("R-1").value();

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void follow_a_payout_to_its_end() {
        side.log.append(sale.opened());
        side.log.append(sale.paidIn());
        assertThat(stateAfter(sale.released("R-1", Sale.PRICE))).isEqualTo(PayoutState.Status.SUBMITTED);
        assertThat(stateAfter(List.of(new PayoutResultUnknown(sale.payout("R-1"), "TIMEOUT"))))
                .isEqualTo(PayoutState.Status.UNKNOWN);
        assertThat(stateAfter(List.of(new PayoutNotFound(sale.payout("R-1"))))).isEqualTo(PayoutState.Status.NOT_FOUND);
        assertThat(stateAfter(sale.paid("R-1", Sale.PRICE))).isEqualTo(PayoutState.Status.SUCCEEDED);

        var view = body(payouts.one(ACME, id, null));
        assertThat(view.coreNo()).isEqualTo("out-R-1");
        assertThat(view.attempts()).isEqualTo(1);
        assertThat(view.reason()).isNull();
        assertThatThrownBy(() -> payouts.one(RIVAL, id, null)).hasMessage("NOT_FOUND");
        assertThat(body(payouts.list(RIVAL, null, null, 50, null)).items()).isEmpty();
        assertThat(body(payouts.list(ACME, PayoutState.Status.SUCCEEDED, null, 50, null))
                        .items())
                .hasSize(1);
        assertThat(body(payouts.list(OPERATOR, PayoutState.Status.UNKNOWN, null, 50, null))
                        .items())
                .isEmpty();
    }

    @Test
    void show_the_line_of_a_return_from_when_it_is_told_and_that_a_refusal_contradicts_it() {
        side.log.append(sale.opened());
        side.log.append(sale.paidIn());
        side.log.append(sale.released("R-1", Sale.PRICE));
        var line = sale.receipt("back");

        assertThat(stateAfter(List.of(new PayoutReturnAnnounced(
                        sale.payout("R-1"), Sale.PRICE, line, LocalDate.of(2026, 11, 22), "back"))))
                .isEqualTo(PayoutState.Status.SUBMITTED);
        assertThat(body(payouts.one(ACME, id, null)).returnReceipt()).isEqualTo(line.value());

        side.log.append(sale.failed("R-1", Sale.PRICE));
        assertThat(stateAfter(List.of(new PayoutReturnContradicted(
                        sale.payout("R-1"), Sale.CUSTODY, Sale.PRICE, line, LocalDate.of(2026, 11, 22), "back"))))
                .isEqualTo(PayoutState.Status.FAILED);
        var view = body(payouts.one(OPERATOR, id, null));
        assertThat(view.reason()).isEqualTo("THE_BANK_CONTRADICTS_ITSELF");
        assertThat(view.returnReceipt()).isEqualTo(line.value());
        side.awaitHead();
        assertThat(side.texts("select equation from query.alarm")).containsExactly("C17");
    }

    @Test
    void show_who_stopped_payouts_and_who_wants_them_back() {
        var all = PayoutSwitchId.all();
        var position = side.log.append(
                new PayoutsStopped(all, 1, "C2", "policy:ledger-watch"),
                new ResumeRequested(all, 1, 1, "fixed", "olga"));

        var stopped = body(switches.all(OPERATOR, position)).getFirst();
        assertThat(stopped.stopped()).isTrue();
        assertThat(stopped.resumeRequestedBy()).isEqualTo("olga");

        var later = side.log.append(new PayoutsResumed(all, 1, Optional.empty()));
        assertThat(body(switches.all(OPERATOR, later)).getFirst().stopped()).isFalse();
        assertThatThrownBy(() -> switches.all(ACME, null)).hasMessage("NOT_PERMITTED");
    }

    private PayoutState.Status stateAfter(List<? extends DomainEvent> events) {
        return body(payouts.one(ACME, id, side.log.append(events))).state();
    }

    private static <T> T body(ResponseEntity<T> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
