package io.coffer.api.refunds;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;

/** What the papers of a channel prove of a refund, as two people read them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RefundFinding.WasPaid.class, name = "PAID"),
    @JsonSubTypes.Type(value = RefundFinding.WasNotPaid.class, name = "NOT_PAID"),
    @JsonSubTypes.Type(value = RefundFinding.OnContradiction.class, name = "ON_CONTRADICTION")
})
public sealed interface RefundFinding {

    /** The finding's values in a fixed order, for digests. */
    List<String> content();

    /** How it ended, where nobody had known. */
    sealed interface OfEnd extends RefundFinding {}

    /** The payer has it. */
    record WasPaid(String channelRefundNo, RefundFunds funds) implements OfEnd {
        @Override
        public List<String> content() {
            var content = new ArrayList<>(List.of("PAID", channelRefundNo));
            content.addAll(funds.content());
            return content;
        }
    }

    /** The channel did not do it, and will not. */
    record WasNotPaid(String code) implements OfEnd {
        @Override
        public List<String> content() {
            return List.of("NOT_PAID", code);
        }
    }

    /** Which of its two words is right. Contradictions of a refund are counted from 1. */
    record OnContradiction(int contradictionNo, ClaimVerdict verdict) implements RefundFinding {
        @Override
        public List<String> content() {
            return List.of("ON_CONTRADICTION", Integer.toString(contradictionNo), verdict.name());
        }
    }
}
