package io.coffer.query.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.query.Purchase;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.Reads;
import io.coffer.query.payments.PaymentOrderState.Stage;
import io.coffer.query.replay.ReadSide;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Reads of payment orders")
class PaymentOrderReadsTest {

    private static final Actor SERVICE = Actor.institution("sina", Set.of(Role.CUSTOMER_SERVICE));
    private static final Actor ADAPTER = Actor.institution("bank", Set.of(Role.BANK_ADAPTER));
    private static final Actor ACME = Actor.tenant(new TenantId("acme"), "acme-system", Set.of(Role.BUSINESS));
    private static final Actor RIVAL = Actor.tenant(new TenantId("rival"), "rival-system", Set.of(Role.BUSINESS));

    private final ReadSide side = new ReadSide(TestProjections.all());
    private final Reads reads = new Reads(JdbcClient.create(side.database.runtime()), List.of(TestProjections.all()));
    private final PaymentOrderController orders = new PaymentOrderController(reads);
    private final Purchase purchase = Purchase.of("acme", "PAY-1");
    private final String id = purchase.order().value();

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void follow_an_order_to_its_payment_and_its_refund() {
        assertThat(after(purchase.opened()).state()).isEqualTo(Stage.OPEN);
        assertThat(after(List.of(purchase.captured())).payments()).hasSize(1);
        var view = after(purchase.refunded("RF-1", 500));

        assertThat(view.state()).isEqualTo(Stage.PAID);
        assertThat(view.payments().getFirst().refundable()).isEqualTo(Amount.of(Purchase.PRICE.minus(Money.fen(500))));
        assertThat(view.payments().getFirst().refunds())
                .extracting(PaymentOrderView.RefundLine::state)
                .containsExactly(PaymentOrderState.Promise.DONE);
        assertThat(view.version()).isEqualTo(4);
    }

    @Test
    void list_by_state_by_contract_and_in_pages() {
        side.log.append(purchase.opened());
        side.log.append(purchase.captured());
        side.log.append(Purchase.of("acme", "PAY-2").opened());
        side.log.append(Purchase.of("rival", "PAY-3").opened());
        side.awaitHead();

        assertThat(list(ACME, null, null)).containsExactly(id, "PO:acme:PAY-2");
        assertThat(list(SERVICE, null, null)).hasSize(3);
        assertThat(list(ACME, Stage.PAID, null)).containsExactly(id);
        assertThat(list(SERVICE, null, "MC:rival:M-1:L-1")).containsExactly("PO:rival:PAY-3");
        assertThat(list(ACME, null, "MC:rival:M-1:L-1")).isEmpty();
        var first = body(orders.list(ACME, null, null, null, 1, null));
        assertThat(body(orders.list(ACME, null, null, first.next(), 1, null)).items())
                .extracting(PaymentOrderView::id)
                .containsExactly("PO:acme:PAY-2");
    }

    @Test
    void are_for_the_orders_own_tenant_and_the_institution() {
        side.log.append(purchase.opened());
        side.awaitHead();

        assertThatThrownBy(() -> orders.one(RIVAL, id, null)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> orders.one(SERVICE, "PO:acme:NEVER-WAS", null)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> orders.one(SERVICE, "RF:acme:PAY-1", null)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> orders.one(ADAPTER, id, null)).hasMessage("NOT_PERMITTED");
        assertThatThrownBy(() -> list(ADAPTER, null, null)).hasMessage("NOT_PERMITTED");
    }

    private List<String> list(Actor actor, @Nullable Stage state, @Nullable String contract) {
        return body(orders.list(actor, state, contract, null, 50, null)).items().stream()
                .map(PaymentOrderView::id)
                .toList();
    }

    private PaymentOrderView after(List<? extends DomainEvent> events) {
        side.log.append(events);
        side.awaitHead();
        return body(orders.one(ACME, id, null));
    }

    private static <T> T body(ResponseEntity<T> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
