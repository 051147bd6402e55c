package io.coffer.query.merchants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.merchants.ContractEvent.ContractCredited;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractReservationEnded;
import io.coffer.api.merchants.ContractEvent.ContractReservationTaken;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;
import io.coffer.query.TestLog;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.Reads;
import io.coffer.query.replay.ReadSide;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Reads of a merchant's contracts")
class ContractReadsTest {

    private static final TenantId TENANT = new TenantId("acme");
    private static final Actor SERVICE = Actor.institution("sina", Set.of(Role.CUSTOMER_SERVICE));
    private static final Actor ADAPTER = Actor.institution("bank", Set.of(Role.BANK_ADAPTER));
    private static final Actor ACME = Actor.tenant(TENANT, "acme-system", Set.of(Role.BUSINESS));
    private static final Actor RIVAL = Actor.tenant(new TenantId("rival"), "rival-system", Set.of(Role.BUSINESS));
    private static final MerchantContractId OLD = MerchantContractId.of(TENANT, "M-1", "L-2022-0724-01");
    private static final MerchantContractId NEW = MerchantContractId.of(TENANT, "M-1", "L-2024-0531-01");
    private static final PaymentOrderId PAY1 = PaymentOrderId.of(TENANT, "PAY1");
    private static final PaymentOrderId PAY2 = PaymentOrderId.of(TENANT, "PAY2");
    private static final RefundId ONE = RefundId.of(TENANT, "R-1");
    private static final RefundId TWO = RefundId.of(TENANT, "R-2");
    private static final Instant LATER = TestLog.NOON.plusSeconds(60);
    private static final String MERCHANT = "MB:acme:M-1";

    // What payments and refunds post is theirs to record: these are mirrors, and the ledger has no part in them.
    private final ReadSide side = new ReadSide(TestProjections.contract());
    private final Reads reads =
            new Reads(JdbcClient.create(side.database.runtime()), List.of(TestProjections.contract()));
    private final ContractController contracts = new ContractController(reads);

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void show_each_payment_by_itself() {
        side.log.append(credited(OLD, PAY1, 1_400));
        side.log.clock(LATER);
        side.log.append(credited(OLD, PAY2, 600), reserved(OLD, PAY1, ONE, 400), reserved(OLD, PAY1, TWO, 100));
        var view = one(OLD);

        assertThat(view.contractNo()).isEqualTo("L-2022-0724-01");
        assertThat(view.merchant()).isEqualTo(MERCHANT);
        assertThat(view.available()).isEqualTo(fen(1_500));
        assertThat(view.reserved()).isEqualTo(fen(500));
        assertThat(view.balance()).isEqualTo(fen(2_000));
        assertThat(view.version()).isEqualTo(3);
        assertThat(view.beganAt()).isEqualTo(TestLog.NOON);
        assertThat(view.changedAt()).isEqualTo(LATER);
        assertThat(view.payments())
                .containsExactly(
                        new ContractView.PaymentView(
                                PAY1.value(),
                                fen(1_400),
                                fen(900),
                                fen(500),
                                List.of(
                                        new ContractView.ReservationView(ONE.value(), null, fen(400), LATER),
                                        new ContractView.ReservationView(TWO.value(), null, fen(100), LATER)),
                                TestLog.NOON),
                        new ContractView.PaymentView(PAY2.value(), fen(600), fen(600), fen(0), List.of(), LATER));
    }

    @Test
    void show_less_when_a_refund_took_it_and_all_when_it_was_cancelled() {
        side.log.append(credited(OLD, PAY1, 1_400), reserved(OLD, PAY1, ONE, 400), reserved(OLD, PAY1, TWO, 100));

        side.log.append(new ContractReservationTaken(OLD, PAY1, ONE, Money.fen(400)));
        var taken = one(OLD).payments().getFirst();
        assertThat(taken.available()).isEqualTo(fen(900));
        assertThat(taken.reservations())
                .extracting(ContractView.ReservationView::refund)
                .containsExactly(TWO.value());

        side.log.append(
                new ContractReservationEnded(OLD, PAY1, TWO, Money.fen(100)),
                new ContractReservationEnded(OLD, PAY1, ONE, Money.fen(408)));
        var ended = one(OLD).payments().getFirst();
        assertThat(ended.available()).isEqualTo(fen(1_408));
        assertThat(ended.reservations()).isEmpty();
        assertThat(ended.paid()).isEqualTo(fen(1_400));
    }

    @Test
    void add_up_the_contracts_of_one_merchant() {
        side.log.append(credited(OLD, PAY1, 1_400), reserved(OLD, PAY1, ONE, 400));
        side.log.append(credited(NEW, PAY2, 3_500));
        side.log.append(credited(MerchantContractId.of(TENANT, "M-2", "L-1"), PAY1, 7));
        side.awaitHead();

        var all = list(ACME, MERCHANT, null, 50);
        assertThat(all.merchant()).isEqualTo(MERCHANT);
        assertThat(all.available()).isEqualTo(fen(4_500));
        assertThat(all.reserved()).isEqualTo(fen(400));
        assertThat(all.balance()).isEqualTo(fen(4_900));
        assertThat(all.next()).isNull();
        assertThat(all.items())
                .extracting(ContractView.Line::id, ContractView.Line::balance)
                .containsExactly(tuple(OLD.value(), fen(1_400)), tuple(NEW.value(), fen(3_500)));

        var first = list(SERVICE, MERCHANT, null, 1);
        assertThat(first.balance()).isEqualTo(fen(4_900));
        var second = list(SERVICE, MERCHANT, first.next(), 1);
        assertThat(second.items()).extracting(ContractView.Line::id).containsExactly(NEW.value());
        assertThat(second.balance()).isEqualTo(fen(4_900));
    }

    @Test
    void of_a_merchant_without_contracts_add_up_to_nothing() {
        side.awaitHead();

        var none = list(ACME, "MB:acme:NEVER-PAID", null, 50);
        assertThat(none.balance()).isEqualTo(fen(0));
        assertThat(none.items()).isEmpty();
    }

    @Test
    void are_for_the_merchants_own_tenant_and_the_institution() {
        side.log.append(credited(OLD, PAY1, 1_400));
        side.awaitHead();

        assertThat(body(contracts.one(ACME, OLD.value(), null)).id()).isEqualTo(OLD.value());
        assertThatThrownBy(() -> contracts.one(RIVAL, OLD.value(), null)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> contracts.one(SERVICE, "MC:acme:M-1:NEVER-WAS", null))
                .hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> contracts.one(ADAPTER, OLD.value(), null)).hasMessage("NOT_PERMITTED");
        assertThatThrownBy(() -> list(RIVAL, MERCHANT, null, 50)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> list(ACME, "nonsense", null, 50)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> list(ADAPTER, MERCHANT, null, 50)).hasMessage("NOT_PERMITTED");
    }

    private static ContractCredited credited(MerchantContractId contract, PaymentOrderId order, long fen) {
        return new ContractCredited(contract, order, Money.fen(fen));
    }

    private static ContractFundsReserved reserved(
            MerchantContractId contract, PaymentOrderId order, RefundId refund, long fen) {
        return new ContractFundsReserved(contract, order, refund, Money.fen(fen));
    }

    private ContractView one(MerchantContractId contract) {
        side.awaitHead();
        return body(contracts.one(SERVICE, contract.value(), null));
    }

    private ContractView.Sum list(Actor actor, String merchant, @Nullable String cursor, int limit) {
        return body(contracts.ofMerchant(actor, merchant, cursor, limit, null));
    }

    private static Amount fen(long fen) {
        return Amount.of(Money.fen(fen));
    }

    private static <T> T body(ResponseEntity<T> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
