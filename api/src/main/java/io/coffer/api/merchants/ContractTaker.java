package io.coffer.api.merchants;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitId;
import java.util.Optional;

/** The one for whom money of a contract's payment is set aside; its identity says which kind it is. */
public sealed interface ContractTaker extends AggregateId permits RefundId, SplitId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ContractTaker of(String value) {
        return value.startsWith(SplitId.PREFIX + ":") ? new SplitId(value) : new RefundId(value);
    }

    static ContractTaker either(Optional<RefundId> refund, Optional<SplitId> split) {
        return refund.<ContractTaker>map(taker -> taker).orElseGet(split::orElseThrow);
    }

    static Optional<RefundId> refund(ContractTaker taker) {
        return taker instanceof RefundId refund ? Optional.of(refund) : Optional.empty();
    }

    static Optional<SplitId> split(ContractTaker taker) {
        return taker instanceof SplitId split ? Optional.of(split) : Optional.empty();
    }
}
