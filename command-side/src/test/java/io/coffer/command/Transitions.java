package io.coffer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.command.accounts.PureEscrowAccount;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.payouts.PurePayout;
import io.coffer.command.receipts.PureBankReceipt;
import io.coffer.command.refunds.PureRefund;
import java.util.Map;
import java.util.Set;

/** The arrows of {@code domain.md} 1.2, 1.3.7 and 1.15.1, and those of supplements; there are no others. */
final class Transitions {

    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("account UNOPENED", Set.of("OPENED")),
            Map.entry("account OPENED", Set.of("FUNDING", "FUNDED", "CANCELLED")),
            Map.entry(
                    "account FUNDING",
                    Set.of("OPENED", "FUNDED", "RELEASABLE", "RELEASING", "HELD_BACK", "COMPLETED", "TERMINATING")),
            Map.entry(
                    "account FUNDED",
                    Set.of("OPENED", "RELEASABLE", "FUNDING", "RELEASING", "HELD_BACK", "TERMINATING")),
            Map.entry(
                    "account RELEASABLE",
                    Set.of("OPENED", "RELEASING", "FUNDING", "FUNDED", "HELD_BACK", "TERMINATING")),
            Map.entry(
                    "account RELEASING",
                    Set.of("RELEASABLE", "HELD_BACK", "COMPLETED", "FUNDING", "FUNDED", "TERMINATING")),
            Map.entry("account HELD_BACK", Set.of("RELEASING", "FUNDING", "TERMINATING")),
            // A withdrawn termination leaves the account where its money puts it.
            Map.entry(
                    "account TERMINATING",
                    Set.of(
                            "OPENED",
                            "FUNDING",
                            "FUNDED",
                            "RELEASABLE",
                            "RELEASING",
                            "HELD_BACK",
                            "COMPLETED",
                            "TERMINATED")),
            Map.entry("account TERMINATED", Set.of("CLOSING", "TERMINATING")),
            Map.entry("account COMPLETED", Set.of("CLOSING", "RELEASING")),
            Map.entry("account CLOSING", Set.of("CLOSED")),
            Map.entry("receipt UNKNOWN", Set.of("RECORDED", "POSSIBLE_TWIN", "MERGED", "RETURN_NOTED", "OWN_TRANSFER")),
            Map.entry("receipt POSSIBLE_TWIN", Set.of("RECORDED", "MERGED")),
            Map.entry("receipt RECORDED", Set.of("SUSPENDED", "ASSIGNED")),
            Map.entry("receipt SUSPENDED", Set.of("ASSIGNED", "RETURNING", "REVERSED")),
            Map.entry("receipt CONSUMED", Set.of("SUSPENDED")),
            Map.entry("receipt RETURNING", Set.of("RETURNED", "SUSPENDED")),
            Map.entry("receipt RETURNED", Set.of("SUSPENDED")),
            Map.entry("receipt REVERSED", Set.of("RECORDED", "RETURN_NOTED", "OWN_TRANSFER")),
            // Two people say that a line is a receipt after all.
            Map.entry("receipt RETURN_NOTED", Set.of("RETURN_BOOKED", "RECORDED")),
            Map.entry("receipt OWN_TRANSFER", Set.of("RECORDED")),
            Map.entry("receipt ASSIGNED", Set.of("SUSPENDED", "CONSUMED")),
            // Of a part of a terminated contract: it goes by transfer, and back under supervision when it is given up.
            Map.entry("", Set.of("PENDING_APPROVAL")),
            Map.entry("refund PENDING_APPROVAL", Set.of("APPROVED")),
            Map.entry("refund APPROVED", Set.of("FUNDED")),
            Map.entry("refund FUNDED", Set.of("REROUTE_REQUESTED")),
            Map.entry("refund REROUTE_VERIFIED", Set.of("REROUTED", "SUCCEEDED", "REROUTE_PENDING")),
            Map.entry("refund REROUTED", Set.of("SUCCEEDED", "REROUTE_PENDING")),
            Map.entry("refund REROUTE_PENDING", Set.of("REROUTE_REQUESTED", "CANCELLED")),
            Map.entry("refund REROUTE_REQUESTED", Set.of("REROUTE_VERIFIED", "REROUTE_PENDING", "CANCELLED")),
            Map.entry("refund SUCCEEDED", Set.of("REROUTE_PENDING")),
            Map.entry("payout UNCREATED", Set.of("CREATED")),
            Map.entry("payout CREATED", Set.of("SUBMITTING", "FAILED")),
            Map.entry("payout SUBMITTING", Set.of("SUBMITTED", "UNKNOWN", "PAID", "FAILED")),
            Map.entry("payout SUBMITTED", Set.of("UNKNOWN", "NOT_FOUND", "PAID", "FAILED")),
            Map.entry("payout UNKNOWN", Set.of("NOT_FOUND", "PAID", "FAILED")),
            Map.entry("payout PAID", Set.of("RETURNED")),
            // To UNKNOWN when the bank gives back what it denied.
            Map.entry("payout NOT_FOUND", Set.of("SUBMITTING", "UNKNOWN", "PAID", "FAILED")));

    /** The kind of object and where it stands; empty for kinds without a drawn life. */
    static String stage(PureAggregate aggregate) {
        return switch (aggregate) {
            case PureEscrowAccount account -> "account " + account.status();
            case PureBankReceipt receipt -> "receipt " + receipt.stage();
            case PureRefund refund when refund.isOfLeg() -> "refund " + refund.stage();
            case PurePayout payout -> "payout " + payout.stage();
            default -> "";
        };
    }

    void assertLegal(String from, String to, DomainEvent event) {
        if (!from.equals(to)) {
            assertThat(ARROWS.getOrDefault(from, Set.of()))
                    .as("where %s may go by %s", from, event)
                    .contains(to.substring(to.indexOf(' ') + 1));
        }
    }
}
