package io.coffer.query.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.money.Money;
import io.coffer.api.money.NotMoney;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConflict;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptReleased;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptSuspended;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VerdictEvent.ExcessGranted;
import io.coffer.api.receipts.VerdictEvent.ExcessPromiseEnded;
import io.coffer.api.receipts.VerdictEvent.ExcessPromised;
import io.coffer.api.receipts.VerdictEvent.ExcessTaken;
import io.coffer.api.refunds.RefundId;
import io.coffer.platform.time.CofferClock;
import io.coffer.query.Sale;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.Page;
import io.coffer.query.kernel.Reads;
import io.coffer.query.replay.ReadSide;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Reads of receipts")
class ReceiptReadsTest {

    private static final Actor OPERATOR = Actor.institution("olga", Set.of(Role.OPERATOR));
    private static final Actor ADAPTER = Actor.institution("bank", Set.of(Role.BANK_ADAPTER));
    private static final Actor ACME = Actor.tenant(new TenantId("acme"), "acme-system", Set.of(Role.BUSINESS));
    private static final Money ONE = Money.yuan(1);
    private static final Money TWO = Money.yuan(2);
    private static final Money THREE = Money.yuan(3);

    private final ReadSide side = new ReadSide(TestProjections.all());
    private final ReceiptController receipts = new ReceiptController(
            new Reads(JdbcClient.create(side.database.runtime()), List.of(TestProjections.all())), CofferClock.real());
    private final Sale sale = Sale.of("acme", "C");

    @BeforeEach
    void receive_three() {
        EscrowAccountId account = sale.account();
        side.log.append(
                sale.recorded("1", ONE),
                new BankReceiptSuspended(sale.receipt("1"), SuspenseReason.UNKNOWN_VIRTUAL_ACCOUNT));
        side.log.append(sale.recorded("2", TWO), sale.assigned("2", TWO), sale.consumed("2", ONE, ONE));
        side.log.append(
                sale.recorded("3", THREE),
                sale.assigned("3", THREE),
                new BankReceiptReleased(sale.receipt("3"), account, SuspenseReason.ACCOUNT_CLOSED, "CLOSED"),
                new BankReceiptConflict(sale.receipt("3"), THREE, TWO));
        side.awaitHead();
    }

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void find_by_core_number_amount_payer_and_state() {
        assertThat(found("C-2", null, null, null, null)).containsExactly("C-2");
        assertThat(found(null, "2.00", "3.00", null, null)).containsExactly("C-2", "C-3");
        assertThat(found(null, "2.01", null, "tok-buyer", null)).containsExactly("C-3");
        assertThat(found(null, null, null, "tok-other", null)).isEmpty();
        assertThat(found(null, null, null, null, ReceiptState.Status.CONSUMED)).containsExactly("C-2");
        assertThatThrownBy(() -> found(null, "2.001", null, null, null)).isInstanceOf(NotMoney.class);
    }

    @Test
    void tell_that_a_refund_is_to_have_the_excess_has_it_or_will_not() {
        var receipt = sale.receipt("2");
        var refund = new RefundId("RF:acme:X-1");
        side.log.append(new ExcessPromised(
                receipt, 1, refund, ONE, Sale.SELLERS_ACCOUNT, Sale.CUSTODY, sale.account(), "PAID_TOO_MUCH", "olga"));
        var promised = standing();
        assertThat(promised.wish()).isEqualTo(new ReceiptState.Wish(1, "REFUND", "olga", Optional.of(refund)));
        assertThat(promised.excess().value()).isEqualTo("1.00");

        side.log.append(new ExcessGranted(receipt, refund));
        assertThat(standing().wish()).isEqualTo(promised.wish());

        side.log.append(new ExcessPromiseEnded(receipt, refund, "NOT_WANTED"));
        assertThat(standing().wish()).isNull();
        assertThat(standing().excess().value()).isEqualTo("1.00");

        side.log.append(new ExcessTaken(receipt, refund, ONE, sale.account()));
        assertThat(standing().wish()).isNull();
        assertThat(standing().taken().value() + " " + standing().excess().value())
                .isEqualTo("1.00 0.00");
        assertThat(standing().state()).isEqualTo(ReceiptState.Status.CONSUMED);
    }

    private ReceiptView standing() {
        side.awaitHead();
        return body(receipts.one(OPERATOR, sale.receipt("2").value(), null));
    }

    @Test
    void list_what_waits_in_suspense_and_why() {
        var first = body(receipts.suspense(OPERATOR, null, 1, null));
        var second = body(receipts.suspense(OPERATOR, first.next(), 1, null));

        assertThat(first.count()).isEqualTo(2);
        assertThat(first.amount().value()).isEqualTo("4.00");
        assertThat(first.items().getFirst().receipt().reason()).isEqualTo(SuspenseReason.UNKNOWN_VIRTUAL_ACCOUNT);
        assertThat(first.items().getFirst().ageSeconds()).isNotNegative();
        assertThat(second.items().getFirst().receipt().reason()).isEqualTo(SuspenseReason.ACCOUNT_CLOSED);
        assertThat(second.items().getFirst().receipt().conflicts()).isEqualTo(1);
        assertThat(second.next()).isNull();
    }

    @Test
    void show_one_to_the_institution_and_to_the_bank_that_delivered_it() {
        var id = sale.receipt("2").value();

        var view = body(receipts.one(ADAPTER, id, null));

        assertThat(view.taken().value() + " " + view.excess().value()).isEqualTo("1.00 1.00");
        assertThat(view.accountId()).isEqualTo(sale.account().value());
        assertThatThrownBy(() -> receipts.one(ACME, id, null)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> receipts.one(OPERATOR, "BR:x", null)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> receipts.suspense(ADAPTER, null, 1, null)).hasMessage("NOT_PERMITTED");
        assertThatThrownBy(() -> receipts.suspense(ACME, null, 1, null)).hasMessage("NOT_PERMITTED");
    }

    private List<String> found(
            @Nullable String coreNo,
            @Nullable String from,
            @Nullable String to,
            @Nullable String payer,
            ReceiptState.@Nullable Status state) {
        Page<ReceiptView> page = body(receipts.list(OPERATOR, coreNo, from, to, payer, state, null, 50, null));
        return page.items().stream().map(ReceiptView::coreNo).toList();
    }

    private static <T> T body(ResponseEntity<T> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
