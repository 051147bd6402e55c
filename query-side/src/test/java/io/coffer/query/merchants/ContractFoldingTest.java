package io.coffer.query.merchants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.merchants.ContractEvent.ContractCredited;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractRefilled;
import io.coffer.api.merchants.ContractEvent.ContractReservationTaken;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitId;
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

    @Test
    void has_a_split_reserve_and_take_and_payees_fill_it_up_for_a_refund() {
        var split = SplitId.of(TENANT, "SP-1");
        var refund = RefundId.of(TENANT, "R-1");
        var reserved = after(
                after(null, new ContractCredited(CONTRACT, ORDER, Money.fen(7))),
                new ContractFundsReserved(CONTRACT, ORDER, split, Money.fen(5)));
        assertThat(reserved.reserved()).isEqualTo(Money.fen(5));
        var view =
                ContractView.of(reserved).payments().getFirst().reservations().getFirst();
        assertThat(view.split()).isEqualTo("SI:acme:SP-1");
        assertThat(view.refund()).isNull();

        var taken = after(reserved, new ContractReservationTaken(CONTRACT, ORDER, split, Money.fen(5)));
        assertThat(taken.available()).isEqualTo(Money.fen(2));
        assertThat(taken.reserved()).isEqualTo(Money.ZERO);
        var begun = after(taken, new ContractFundsReserved(CONTRACT, ORDER, refund, Money.fen(1)));
        var refilled = after(begun, new ContractRefilled(CONTRACT, ORDER, split, refund, Money.fen(4)));
        assertThat(refilled.available()).isEqualTo(Money.fen(5));
        var all = after(refilled, new ContractFundsReserved(CONTRACT, ORDER, refund, Money.fen(4)));
        assertThat(all.available()).isEqualTo(Money.fen(1));
        assertThat(all.payments().getFirst().reservations())
                .singleElement()
                .satisfies(item -> assertThat(item.amount()).isEqualTo(Money.fen(5)));
    }

    private ContractState after(@Nullable ContractState before, DomainEvent event) {
        return folding.after(
                before, new Booked(17, event.source().toString(), 0, TestLog.NOON, "event", Map.of(), event));
    }
}
