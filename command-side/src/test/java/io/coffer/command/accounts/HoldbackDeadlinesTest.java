package io.coffer.command.accounts;

import static io.coffer.command.accounts.HeldSale.OBJECTION_ENDS;
import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.kernel.Scenario.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimAccepted;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimDisputed;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimUncontested;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimWithdrawn;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.command.kernel.DeadlineRule.DeadlineChange;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The deadlines of a hold-back")
class HoldbackDeadlinesTest {

    private static final String NAME = "holdback.objection.C-1";

    @Test
    void are_one_for_each_claim() {
        assertThat(after(HeldSale.claimed("C-1", HeldSale.CLAIM)))
                .containsExactly(new DeadlineChange.Set(NAME, OBJECTION_ENDS));
        assertThat(HoldbackDeadlines.names(NAME)).isTrue();
        assertThat(HoldbackDeadlines.names("freeze.expires.C-1")).isFalse();
        assertThat(HoldbackDeadlines.claimNo(NAME)).isEqualTo("C-1");
    }

    @Test
    void end_with_the_sellers_answer_or_the_claim() {
        Stream.of(
                        new HoldbackClaimAccepted(ACCOUNT, "C-1", "S-1", List.of()),
                        new HoldbackClaimDisputed(ACCOUNT, "C-1", "S-1", List.of()),
                        new HoldbackClaimUncontested(ACCOUNT, "C-1", NOON),
                        new HoldbackClaimWithdrawn(ACCOUNT, "C-1", "X"))
                .forEach(event -> assertThat(after(event)).containsExactly(new DeadlineChange.Clear(NAME)));
        assertThat(after(HeldSale.RESERVED)).isEmpty();
        assertThat(after(Sale.bound())).isEmpty();
    }

    private static List<DeadlineChange> after(DomainEvent event) {
        return new HoldbackDeadlines().after(event, NOON);
    }
}
