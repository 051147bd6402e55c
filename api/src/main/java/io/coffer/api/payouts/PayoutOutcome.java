package io.coffer.api.payouts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;

/** What finally became of an instruction, as the bank says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "result")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PayoutOutcome.Paid.class, name = "SUCCEEDED"),
    @JsonSubTypes.Type(value = PayoutOutcome.Refused.class, name = "REFUSED")
})
public sealed interface PayoutOutcome {

    /** The outcome's values in a fixed order, for digests. */
    List<String> content();

    /** The bank debited our account once, under this serial number. */
    record Paid(String coreNo, LocalDate bankDate) implements PayoutOutcome {
        @Override
        public List<String> content() {
            return List.of("SUCCEEDED", coreNo, bankDate.toString());
        }
    }

    /** The bank definitely will not pay. */
    record Refused(String code) implements PayoutOutcome {
        @Override
        public List<String> content() {
            return List.of("REFUSED", code);
        }
    }
}
