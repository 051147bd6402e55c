package io.coffer.command.refunds;

import static io.coffer.command.kernel.Scenario.NOON;
import static io.coffer.command.refunds.ShopRefund.AMOUNT;
import static io.coffer.command.refunds.ShopRefund.FROM;
import static io.coffer.command.refunds.ShopRefund.REFUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.ClosureEvent.AccountClosed;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundRetriesExhausted;
import io.coffer.api.refunds.RefundEvent.RefundRetryPlanned;
import io.coffer.api.refunds.RefundEvent.RefundRetryWanted;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.DeadlineRule.DeadlineChange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is next for a refund")
class RefundDeadlinesTest {

    private final RefundDeadlines deadlines = new RefundDeadlines(PureRefund.TIMES);

    @Test
    void is_to_be_submitted_at_once_where_a_channel_pays_it() {
        assertNext(ShopRefund.FUNDED, RefundDeadlines.SUBMIT, Duration.ZERO);
        assertNext(
                new RefundFunded(REFUND, FROM, AMOUNT, ReversalRulesTest.REVERSAL, Optional.empty()),
                RefundDeadlines.SUBMIT,
                Duration.ZERO);
        for (var route : List.of(new RefundRoute.Transfer(ShopRefund.PAYER), new RefundRoute.Reroute())) {
            assertThat(deadlines.after(new RefundFunded(REFUND, FROM, AMOUNT, route, Optional.empty()), NOON))
                    .isEmpty();
        }
    }

    @Test
    void is_unclear_when_the_caller_did_not_come_back_in_time() {
        assertNext(ShopRefund.SUBMITTED, RefundDeadlines.OUTCOME_DUE, Duration.ofSeconds(15));
    }

    @Test
    void is_to_be_asked_about() {
        assertNext(ShopRefund.PENDING, RefundDeadlines.QUERY, Duration.ofSeconds(2));
        assertNext(ShopRefund.UNKNOWN, RefundDeadlines.QUERY, Duration.ofSeconds(2));
    }

    @Test
    void is_to_be_sent_again_after_the_quiet_time() {
        assertNext(ShopRefund.NOT_FOUND, RefundDeadlines.SUBMIT, Duration.ofSeconds(30));
        assertNext(ShopRefund.FAILED_RETRYABLE, RefundDeadlines.SUBMIT, Duration.ofSeconds(30));
    }

    @Test
    void is_to_be_sent_again_when_that_was_planned_or_wanted() {
        assertNext(
                new RefundRetryPlanned(REFUND, 3, NOON.plusSeconds(120)),
                RefundDeadlines.SUBMIT,
                Duration.ofMinutes(2));
        assertNext(new RefundRetryWanted(REFUND, "olga"), RefundDeadlines.SUBMIT, Duration.ZERO);
        assertThat(deadlines.after(new RefundRetriesExhausted(REFUND, 20, NOON), NOON))
                .containsExactly(new DeadlineChange.ClearAll());
    }

    @Test
    void is_nothing_any_more_after_its_end() {
        for (DomainEvent end : List.of(
                ShopRefund.SUCCEEDED, ShopRefund.FAILED_FINAL, ShopRefund.FAILED_INSTRUMENT, ShopRefund.CANCELLED)) {
            assertThat(deadlines.after(end, NOON)).containsExactly(new DeadlineChange.ClearAll());
        }
    }

    @Test
    void stays_as_it_was_while_others_are_at_it() {
        for (DomainEvent other : List.of(
                ShopRefund.REQUESTED,
                ShopRefund.APPROVED,
                ShopRefund.RESERVED,
                ShopRefund.BOUNCED,
                ShopRefund.REROUTE,
                ShopRefund.VERIFIED,
                ShopRefund.REROUTED,
                new AccountClosed(Sale.ACCOUNT))) {
            assertThat(deadlines.after(other, NOON)).isEmpty();
        }
    }

    private void assertNext(DomainEvent event, String name, Duration wait) {
        assertThat(deadlines.after(event, NOON))
                .containsExactly(new DeadlineChange.ClearAll(), new DeadlineChange.Set(name, NOON.plus(wait)));
    }
}
