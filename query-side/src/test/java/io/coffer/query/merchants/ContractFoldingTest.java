package io.coffer.query.merchants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.merchants.ContractEvent.ContractCredited;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;
import io.coffer.query.Shop;
import io.coffer.query.TestLog;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Poison;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A contract's view")
class ContractFoldingTest {

    private static final TenantId TENANT = new TenantId("acme");
    private static final MerchantContractId CONTRACT = MerchantContractId.of(TENANT, "M-1", "L-1");
    private static final PaymentOrderId ORDER = PaymentOrderId.of(TENANT, "PAY1");

    private final ContractFolding folding = new ContractFolding();

    @Test
    void begins_with_its_first_payment() {
        var begun = after(null, new ContractCredited(CONTRACT, ORDER, Money.fen(7)));

        assertThat(begun.contract()).isEqualTo(CONTRACT);
        assertThat(begun.available()).isEqualTo(Money.fen(7));
        assertThat(begun.position()).isEqualTo(17);
    }

    @Test
    void is_made_of_the_contracts_own_events_from_its_first_payment_on() {
        var reserved = new ContractFundsReserved(CONTRACT, ORDER, RefundId.of(TENANT, "R-1"), Money.fen(1));

        assertThatExceptionOfType(Poison.class).isThrownBy(() -> after(null, reserved));
        assertThatExceptionOfType(Poison.class)
                .isThrownBy(() -> after(null, Shop.of("acme", "M-1").reserved("O-1", 1)));
    }

    private ContractState after(@Nullable ContractState before, DomainEvent event) {
        return folding.after(
                before, new Booked(17, event.source().toString(), 0, TestLog.NOON, "event", Map.of(), event));
    }
}
