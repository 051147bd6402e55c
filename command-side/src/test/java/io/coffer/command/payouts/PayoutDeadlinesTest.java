package io.coffer.command.payouts;

import static io.coffer.command.kernel.Scenario.NOON;
import static io.coffer.command.payouts.Instructed.PAYOUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.ClosureEvent.AccountClosed;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.payouts.PayoutEvent.PayoutResolutionRequested;
import io.coffer.api.payouts.PayoutEvent.PayoutSubmitted;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.DeadlineRule.DeadlineChange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is next for a payout")
class PayoutDeadlinesTest {

    private final PayoutDeadlines deadlines = new PayoutDeadlines(PurePayout.TIMES);

    @Test
    void is_to_be_submitted_at_once() {
        assertNext(Instructed.CREATED, PayoutDeadlines.SUBMIT, Duration.ZERO);
    }

    @Test
    void is_unclear_when_the_caller_did_not_come_back_in_time() {
        assertNext(Instructed.SUBMITTING, PayoutDeadlines.OUTCOME_DUE, Duration.ofSeconds(15));
    }

    @Test
    void is_to_be_asked_about() {
        assertNext(new PayoutSubmitted(PAYOUT), PayoutDeadlines.QUERY, Duration.ofSeconds(2));
        assertNext(Instructed.UNKNOWN, PayoutDeadlines.QUERY, Duration.ofSeconds(2));
    }

    @Test
    void is_to_be_sent_again_after_the_quiet_time() {
        assertNext(Instructed.NOT_FOUND, PayoutDeadlines.SUBMIT, Duration.ofSeconds(30));
    }

    @Test
    void is_nothing_any_more_after_its_end() {
        assertThat(deadlines.after(Instructed.SUCCEEDED, NOON)).containsExactly(new DeadlineChange.ClearAll());
        assertThat(deadlines.after(Instructed.FAILED, NOON)).containsExactly(new DeadlineChange.ClearAll());
    }

    @Test
    void stays_as_it_was_while_people_look_at_papers_and_others_go_on() {
        var asked = new PayoutResolutionRequested(PAYOUT, 1, Instructed.PAID, List.of(Instructed.PAPER), "olga");

        assertThat(deadlines.after(asked, NOON)).isEmpty();
        assertThat(deadlines.after(Instructed.ANNOUNCED, NOON)).isEmpty();
        assertThat(deadlines.after(Instructed.RETURNED, NOON)).isEmpty();
        assertThat(deadlines.after(Instructed.BACK_UNPAID, NOON)).isEmpty();
        assertThat(deadlines.after(new AccountClosed(Sale.ACCOUNT), NOON)).isEmpty();
    }

    private void assertNext(DomainEvent event, String name, Duration wait) {
        assertThat(deadlines.after(event, NOON))
                .containsExactly(new DeadlineChange.ClearAll(), new DeadlineChange.Set(name, NOON.plus(wait)));
    }
}
