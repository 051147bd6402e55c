package io.coffer.query.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.refunds.RefundEvent.RefundBounced;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRequested;
import io.coffer.api.refunds.RefundEvent.RefundRerouted;
import io.coffer.api.refunds.RefundEvent.RefundResultContradicted;
import io.coffer.api.refunds.RefundEvent.RefundTransferFailed;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.query.Purchase;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.Reads;
import io.coffer.query.refunds.RefundState.Status;
import io.coffer.query.replay.ReadSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Reads of refunds")
class RefundReadsTest {

    private static final Actor SERVICE = Actor.institution("sina", Set.of(Role.CUSTOMER_SERVICE));
    private static final Actor ADAPTER = Actor.institution("bank", Set.of(Role.BANK_ADAPTER));
    private static final Actor ACME = Actor.tenant(new TenantId("acme"), "acme-system", Set.of(Role.BUSINESS));
    private static final Actor RIVAL = Actor.tenant(new TenantId("rival"), "rival-system", Set.of(Role.BUSINESS));

    private final ReadSide side = new ReadSide(TestProjections.all());
    private final Reads reads = new Reads(JdbcClient.create(side.database.runtime()), List.of(TestProjections.all()));
    private final RefundController refunds = new RefundController(reads);
    private final Purchase purchase = Purchase.of("acme", "PAY-1");
    private final String id = purchase.refund("RF-1").value();

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void follow_a_refund_to_the_payer() {
        side.log.append(paid(purchase));
        assertThat(after(purchase.submitted("RF-1", 500)).waitsFor()).isEqualTo(WaitsFor.CHANNEL);
        var view = after(List.of(purchase.succeeded("RF-1", 500)));

        assertThat(view.state()).isEqualTo(Status.SUCCEEDED);
        assertThat(view.channelRefundNo()).isEqualTo("WR-RF-1");
        assertThat(view.settlementDate()).isEqualTo(Purchase.SETTLED_ON);
        assertThat(view.steps()).hasSize(6);
        assertThat(view.version()).isEqualTo(5);
    }

    /** What a refund can ever have is stored and read again between any two of these events. */
    @Test
    void keep_all_that_a_refund_went_through() {
        var refund = purchase.refund("RF-1");
        var amount = Money.fen(500);
        var payout = PayoutId.ofRefund(refund, 1);
        side.log.append(paid(purchase));
        side.log.append(purchase.refunded("RF-1", 500));
        side.awaitHead();
        side.restart();
        side.log.append(
                new RefundFeeReturned(
                        refund,
                        purchase.contract().feeAccount(),
                        FeeBearer.MERCHANT_B,
                        Money.fen(3),
                        "WECHAT",
                        Purchase.SETTLED_ON,
                        Optional.empty()),
                new RefundResultContradicted(
                        refund,
                        new RefundOutcome.Done("WR-RF-1", Purchase.NETTED, Optional.empty()),
                        new RefundOutcome.Refused(RefundFailure.FINAL, "CLOSED")));
        side.awaitHead();
        side.restart();
        side.log.append(
                new RefundBounced(refund, amount, "WR-RF-1", Purchase.NETTED),
                new RefundRerouteRequested(refund, 1, Purchase.PAYER, amount, Money.ZERO, List.of(), "acme-system", 1),
                new RefundRerouted(refund, payout));
        side.awaitHead();
        side.restart();
        var view = after(List.of(new RefundTransferFailed(refund, payout, "CARD")));

        assertThat(view.contradictions()).hasSize(1);
        assertThat(view.failureCode()).isEqualTo("CARD");
        assertThat(Objects.requireNonNull(view.reroute()).payout()).isEqualTo(payout.value());
        assertThat(view.channelRefundNo()).isEqualTo("WR-RF-1");
    }

    @Test
    void list_by_state_by_order_and_in_pages() {
        side.log.append(paid(purchase));
        side.log.append(purchase.refunded("RF-1", 500));
        side.log.append(purchase.submitted("RF-2", 500));
        var rivals = Purchase.of("rival", "PAY-2");
        side.log.append(paid(rivals));
        side.log.append(rivals.submitted("RF-3", 500));
        side.awaitHead();

        assertThat(list(ACME, null, null)).containsExactly(id, "RF:acme:RF-2");
        assertThat(list(SERVICE, null, null)).hasSize(3);
        assertThat(list(ACME, Status.SUBMITTING, null)).containsExactly("RF:acme:RF-2");
        assertThat(list(SERVICE, null, "PO:rival:PAY-2")).containsExactly("RF:rival:RF-3");
        assertThat(list(ACME, null, "PO:rival:PAY-2")).isEmpty();
        var first = body(refunds.list(ACME, null, null, null, null, 1, null));
        assertThat(body(refunds.list(ACME, null, null, null, first.next(), 1, null))
                        .items())
                .extracting(RefundView::id)
                .containsExactly("RF:acme:RF-2");
    }

    @Test
    void are_for_the_refunds_own_tenant_and_the_institution() {
        side.log.append(paid(purchase));
        side.log.append(purchase.submitted("RF-1", 500));
        side.awaitHead();

        assertThatThrownBy(() -> refunds.one(RIVAL, id, null)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> refunds.one(SERVICE, "RF:acme:NEVER-WAS", null))
                .hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> refunds.one(SERVICE, "PO:acme:RF-1", null)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> refunds.one(ADAPTER, id, null)).hasMessage("NOT_PERMITTED");
        assertThatThrownBy(() -> list(ADAPTER, null, null)).hasMessage("NOT_PERMITTED");
    }

    private List<String> list(Actor actor, @Nullable Status state, @Nullable String order) {
        return body(refunds.list(actor, state, order, null, null, 50, null)).items().stream()
                .map(RefundView::id)
                .toList();
    }

    private static List<DomainEvent> paid(Purchase purchase) {
        var events = new ArrayList<>(purchase.opened());
        events.add(purchase.captured());
        return events;
    }

    private RefundView after(List<? extends DomainEvent> events) {
        side.log.append(events);
        side.awaitHead();
        return body(refunds.one(ACME, id, null));
    }

    private static <T> T body(ResponseEntity<T> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
