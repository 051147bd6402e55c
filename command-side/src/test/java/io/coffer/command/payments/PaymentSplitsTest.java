package io.coffer.command.payments;

import static io.coffer.command.payments.Bill.CONTRACT;
import static io.coffer.command.payments.Bill.ORDER;
import static io.coffer.command.payments.Bill.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.merchants.ContractEvent;
import io.coffer.api.merchants.ContractEvent.ContractCredited;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractReservationEnded;
import io.coffer.api.merchants.ContractEvent.ContractReservationTaken;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitId;
import io.coffer.command.kernel.People;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The splits of a payment, as its contract tells of them")
class PaymentSplitsTest {

    private static final SplitId SPLIT = SplitId.of(People.ACME, "SP-1");
    private static final SplitId OTHER = SplitId.of(People.ACME, "SP-2");
    private static final RefundId REFUND = RefundId.of(People.ACME, "R-1");
    private static final ContractEvent RESERVED = new ContractFundsReserved(CONTRACT, ORDER, SPLIT, PRICE);

    private static Set<SplitId> splits(ContractEvent... events) {
        var splits = Set.<SplitId>of();
        for (var event : events) {
            splits = PaymentSplits.after(splits, event, ORDER);
        }
        return splits;
    }

    @Test
    void are_those_that_have_a_part_of_it_or_are_to_have_one() {
        assertThat(splits(new ContractCredited(CONTRACT, ORDER, PRICE))).isEmpty();
        assertThat(splits(RESERVED)).containsExactly(SPLIT);
        assertThat(splits(RESERVED, new ContractReservationTaken(CONTRACT, ORDER, SPLIT, PRICE)))
                .containsExactly(SPLIT);
        assertThat(splits(RESERVED, new ContractReservationEnded(CONTRACT, ORDER, OTHER, PRICE)))
                .containsExactly(SPLIT);
    }

    @Test
    void are_not_those_that_were_given_up_nor_of_other_payments_nor_refunds() {
        assertThat(splits(RESERVED, new ContractReservationEnded(CONTRACT, ORDER, SPLIT, PRICE)))
                .isEmpty();
        assertThat(splits(new ContractFundsReserved(CONTRACT, PaymentOrderId.of(People.ACME, "PAY-2"), SPLIT, PRICE)))
                .isEmpty();
        assertThat(splits(new ContractFundsReserved(CONTRACT, ORDER, REFUND, PRICE)))
                .isEmpty();
    }
}
