package io.coffer.api.refunds;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.coffer.api.kernel.CustodyAccount;
import java.time.LocalDate;
import java.util.List;

/** Out of what the channel paid a refund, or into what it gave a bounced one back. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RefundFunds.Netted.class, name = "NETTED"),
    @JsonSubTypes.Type(value = RefundFunds.Debited.class, name = "DEBITED")
})
public sealed interface RefundFunds {

    /** The values in a fixed order, for digests. */
    List<String> content();

    /** Out of what it owes us: R1101. */
    record Netted(String channel, LocalDate settlementDate) implements RefundFunds {
        @Override
        public List<String> content() {
            return List.of("NETTED", channel, settlementDate.toString());
        }
    }

    /** Out of our account at the bank: R1002. */
    record Debited(CustodyAccount custodyAccount, LocalDate bankDate, String coreNo) implements RefundFunds {
        @Override
        public List<String> content() {
            return List.of("DEBITED", custodyAccount.subLedger(), bankDate.toString(), coreNo);
        }
    }
}
