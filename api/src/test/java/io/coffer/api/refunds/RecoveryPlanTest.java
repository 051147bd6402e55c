package io.coffer.api.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.merchants.ContractTaker;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A recovery plan")
class RecoveryPlanTest {

    private static final SplitId ONE = new SplitId("SI:acme:SP-1");
    private static final SplitId TWO = new SplitId("SI:acme:SP-2");
    private static final MerchantFeeAccountId STORE = new MerchantFeeAccountId("MB:acme:M-1");
    private static final MerchantFeeAccountId OTHER = new MerchantFeeAccountId("MB:acme:M-2");
    private static final RecoveryPlan PLAN = new RecoveryPlan(List.of(
            new RecoveryLeg.Contract(Money.fen(1)),
            new RecoveryLeg.Payee(TWO, STORE, Money.fen(10)),
            new RecoveryLeg.Payee(ONE, STORE, Money.fen(100)),
            new RecoveryLeg.Payee(ONE, OTHER, Money.fen(1_000)),
            new RecoveryLeg.Payee(ONE, STORE, Money.fen(10_000)),
            new RecoveryLeg.Merchant(Money.fen(100_000))));

    @Test
    void adds_up_by_who_bears_it() {
        assertThat(PLAN.total()).isEqualTo(Money.fen(111_111));
        assertThat(PLAN.fromPayees()).isEqualTo(Money.fen(11_110));
        assertThat(PLAN.fromMerchant()).isEqualTo(Money.fen(100_000));
    }

    @Test
    void asks_each_payee_of_a_split_once() {
        assertThat(PLAN.splits()).containsExactly(TWO, ONE);
        assertThat(PLAN.legsOf(ONE))
                .containsExactly(new SplitLeg(STORE, Money.fen(10_100)), new SplitLeg(OTHER, Money.fen(1_000)));
        assertThat(PLAN.legsOf(TWO)).containsExactly(new SplitLeg(STORE, Money.fen(10)));
    }

    @Test
    void is_for_a_refund_whose_identity_no_split_has() {
        var refund = new RefundId("RF:acme:R-1");

        assertThat(ContractTaker.of("SI:acme:SP-1")).isEqualTo(ONE);
        assertThat(ContractTaker.of("RF:acme:R-1")).isEqualTo(refund);
        assertThat(ContractTaker.refund(ONE)).isEmpty();
        assertThat(ContractTaker.split(refund)).isEmpty();
        assertThat(ContractTaker.either(Optional.of(refund), Optional.empty())).isEqualTo(refund);
        assertThat(ContractTaker.either(Optional.empty(), Optional.of(ONE))).isEqualTo(ONE);
    }
}
