package io.coffer.command.accounts;

import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.kernel.Scenario.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.FreezeEvent.FreezeExpired;
import io.coffer.api.accounts.FreezeEvent.FreezeRenewed;
import io.coffer.api.accounts.FreezeEvent.FundsFrozen;
import io.coffer.api.accounts.FreezeEvent.FundsUnfrozen;
import io.coffer.api.accounts.FreezeEvent.UnfreezeRequested;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.DeadlineRule.DeadlineChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The deadlines of freezes")
class FreezeDeadlinesTest {

    private static final Instant LATER = NOON.plusSeconds(60);
    private static final String NAME = "freeze.expires.F-1";

    @Test
    void are_one_for_each_order_that_ends_by_itself() {
        assertThat(after(frozen(Optional.of(LATER)))).containsExactly(new DeadlineChange.Set(NAME, LATER));
        assertThat(after(frozen(Optional.empty()))).isEmpty();
        assertThat(after(new FreezeRenewed(ACCOUNT, "F-1", LATER, List.of(), "olga")))
                .containsExactly(new DeadlineChange.Set(NAME, LATER));
        assertThat(FreezeDeadlines.names(NAME)).isTrue();
        assertThat(FreezeDeadlines.names("payout.submit")).isFalse();
        assertThat(FreezeDeadlines.orderNo(NAME)).isEqualTo("F-1");
    }

    @Test
    void end_with_their_order() {
        assertThat(after(new FundsUnfrozen(ACCOUNT, "F-1", Optional.empty())))
                .containsExactly(new DeadlineChange.Clear(NAME));
        assertThat(after(new FreezeExpired(ACCOUNT, "F-1", NOON))).containsExactly(new DeadlineChange.Clear(NAME));
        assertThat(after(new UnfreezeRequested(ACCOUNT, "F-1", 1, "B-1", List.of(), "olga")))
                .isEmpty();
        assertThat(after(Sale.bound())).isEmpty();
    }

    private static List<DeadlineChange> after(DomainEvent event) {
        return new FreezeDeadlines().after(event, NOON);
    }

    private static FundsFrozen frozen(Optional<Instant> until) {
        var order = new FreezeOrder("F-1", FreezeKind.DISPUTE, "B-1", Optional.empty(), Optional.empty());
        return new FundsFrozen(ACCOUNT, order, until, 1, Money.ZERO, List.of(), "olga");
    }
}
