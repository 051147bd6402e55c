package io.coffer.api.refunds;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.coffer.api.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/** What finally became of a refund, as the channel says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "result")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RefundOutcome.Done.class, name = "SUCCEEDED"),
    @JsonSubTypes.Type(value = RefundOutcome.Refused.class, name = "REFUSED")
})
public sealed interface RefundOutcome {

    /** The payer has it. */
    record Done(String channelRefundNo, RefundFunds funds, Optional<ReturnedFee> fee) implements RefundOutcome {}

    /** The channel did not do it. */
    record Refused(RefundFailure failure, String code) implements RefundOutcome {}

    /** What the channel gives back of its fee, and with which settlement. */
    record ReturnedFee(Money amount, LocalDate settlementDate) {}
}
