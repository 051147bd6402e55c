package io.coffer.command.splits;

import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.FeeTerm;
import io.coffer.api.payments.PaymentCommand.CreatePaymentOrder;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.splits.SplitSwitchCommand.StopSplits;
import io.coffer.api.splits.SplitSwitchId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.CommandDatabase;
import io.coffer.command.kernel.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is true around a split")
class SplitLookupTest {

    private final Node node = Node.on(CommandDatabase.create());
    private final SplitLookup lookup = new SplitLookup.InHistories(node.histories());

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void is_that_splits_of_every_contract_of_one_merchant_are_halted() {
        assertThat(lookup.isHalted(Share.CONTRACT)).isFalse();

        node.give(new StopSplits(SplitSwitchId.of(Share.CONTRACT.feeAccount()), "DRILL"), OPERATOR, "stop");

        assertThat(lookup.isHalted(Share.CONTRACT)).isTrue();
        assertThat(lookup.isHalted(new MerchantContractId("MC:acme:M-1:C-2"))).isTrue();
        assertThat(lookup.isHalted(new MerchantContractId("MC:acme:M-2:C-1"))).isFalse();
    }

    @Test
    void is_where_its_order_takes_money() {
        assertThat(lookup.placeOf(Share.ORDER)).isEmpty();

        var free = new FeeTerm(0, Optional.empty(), FeeBearer.MERCHANT_B, false);
        node.give(
                new CreatePaymentOrder(
                        Share.ORDER,
                        Share.CONTRACT,
                        Share.BASE,
                        new PaymentWay.BankTransfer(),
                        free,
                        Sale.CUSTODY,
                        Instant.now().plus(Duration.ofDays(1)),
                        Optional.empty(),
                        List.of(free),
                        Optional.empty()),
                BUSINESS,
                "order");

        assertThat(lookup.placeOf(Share.ORDER)).contains(Sale.CUSTODY);
    }
}
