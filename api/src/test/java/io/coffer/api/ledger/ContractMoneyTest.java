package io.coffer.api.ledger;

import static io.coffer.api.ledger.PaymentSamples.CONTRACT;
import static io.coffer.api.ledger.PaymentSamples.CUSTODY;
import static io.coffer.api.ledger.PaymentSamples.ORDER;
import static io.coffer.api.ledger.PaymentSamples.REFUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.money.Money;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundFeePayer;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.api.splits.SplitEvent.SplitExecuted;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Incident B of {@code domain.md}: 8.40 of a refund's fee came out of whatever the merchant's other contracts held. */
@DisplayName("What merchants' contracts hold")
class ContractMoneyTest {

    private static final Money FEE = Money.fen(840);
    private static final RefundSource SOURCE = new RefundSource.ContractPayment(CONTRACT, ORDER);

    /** The sample of a refund takes what was paid beside an order. */
    @Test
    void leaves_them_by_splits_and_refunds_only() {
        assertThat(Samples.everyEventType())
                .filteredOn(
                        type -> inContracts(Samples.of(type)).values().stream().anyMatch(units -> units < 0))
                .containsExactly(SplitExecuted.class);
        assertThat(inContracts(new RefundFunded(REFUND, SOURCE, FEE, new RefundRoute.Reroute(), Optional.empty())))
                .containsExactly(Map.entry(CONTRACT + ":" + ORDER.outTradeNo(), -840L));
    }

    /** There is no third way: the merchant's own fee account, or the institution's own cash. */
    @ParameterizedTest
    @EnumSource(RefundFeePayer.class)
    void gets_a_fee_and_never_gives_one(RefundFeePayer from) {
        var event = new RefundFeeFunded(REFUND, from, CONTRACT.feeAccount(), SOURCE, FEE, CUSTODY);

        assertThat(inContracts(event)).containsExactly(Map.entry(CONTRACT + ":" + ORDER.outTradeNo(), 840L));
    }

    /** By payment, both buckets together. */
    private static Map<String, Long> inContracts(DomainEvent event) {
        return Postings.of(event, Postings.CURRENT).stream()
                .flatMap(journal -> journal.postings().stream())
                .filter(posting -> posting.account().code() == AccountCode.R2003)
                .collect(Collectors.groupingBy(
                        posting -> posting.account().subLedger().replaceFirst("\\.[A-Z]+$", ""),
                        Collectors.summingLong(posting -> posting.side() == Posting.Side.CREDIT
                                ? posting.amount().minorUnits()
                                : -posting.amount().minorUnits())));
    }
}
