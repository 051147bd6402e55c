package io.coffer.api.merchants;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitId;

/** The one taker for whom own money of a merchant is set aside, other than for a fee. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "taker")
@JsonSubTypes(@JsonSubTypes.Type(value = FundsTaker.SplitReturn.class, name = "SPLIT_RETURN"))
public sealed interface FundsTaker {

    /** What it is about; no two takers of one account are named alike. */
    String item();

    /** A split gives back of what the merchant got by it, for one refund. */
    record SplitReturn(SplitId split, RefundId refund) implements FundsTaker {

        @Override
        public String item() {
            return split + " " + refund;
        }
    }
}
