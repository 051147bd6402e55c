package io.coffer.command.receipts;

import static io.coffer.command.accounts.Sale.NUMBER;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.receipts.ReceiptRejection.NumberInQuarantine;
import io.coffer.api.receipts.ReceiptRejection.NumberOfClosedAccount;
import io.coffer.api.receipts.ReceiptRejection.NumberTaken;
import io.coffer.api.receipts.ReceiptRejection.NumberUnknown;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VirtualAccountCommand.AssignOwner;
import io.coffer.api.receipts.VirtualAccountCommand.QuarantineNumber;
import io.coffer.api.receipts.VirtualAccountCommand.RouteReceipt;
import io.coffer.api.receipts.VirtualAccountEvent.ReceiptRouted;
import io.coffer.api.receipts.VirtualAccountEvent.VirtualAccountOwnerAssigned;
import io.coffer.api.receipts.VirtualAccountEvent.VirtualAccountQuarantined;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A virtual account number")
class NumberRulesTest {

    private static final EscrowAccountId FIRST = Sale.ACCOUNT;
    private static final EscrowAccountId NEXT = new EscrowAccountId("EA:acme:C-2");
    private static final Duration REST = Duration.ofDays(90);
    private static final Instant UNTIL = NOON.plus(REST);

    private static final AssignOwner TO_FIRST = new AssignOwner(NUMBER, FIRST);
    private static final AssignOwner TO_NEXT = new AssignOwner(NUMBER, NEXT);
    private static final RouteReceipt ROUTE = new RouteReceipt(NUMBER, Sale.receipt("X1"));
    private static final QuarantineNumber END = new QuarantineNumber(NUMBER, FIRST, Optional.empty());

    private static final VirtualAccountOwnerAssigned OWNED = new VirtualAccountOwnerAssigned(NUMBER, FIRST);
    private static final VirtualAccountQuarantined RESTING =
            new VirtualAccountQuarantined(NUMBER, FIRST, UNTIL, Optional.empty());

    @Test
    void has_one_owner() {
        number().when(TO_FIRST, POLICY).records(OWNED);
        number().given(OWNED).when(TO_FIRST, POLICY).changesNothing();
        number().given(OWNED).when(TO_NEXT, POLICY).isRefused(new NumberTaken(NUMBER.number()));
    }

    @Test
    void rests_for_ninety_days_when_its_account_ends() {
        number().given(OWNED).when(END, POLICY).records(RESTING);
        number().given(OWNED, RESTING).when(END, POLICY).changesNothing();
        number().when(END, POLICY).changesNothing();
        number().given(OWNED)
                .when(new QuarantineNumber(NUMBER, NEXT, Optional.empty()), POLICY)
                .changesNothing();
    }

    /** T37 of {@code domain.md}: thirty days are too early; so is the last moment of the ninetieth. */
    @Test
    void has_no_next_owner_before_the_quarantine_ends() {
        var inQuarantine = new NumberInQuarantine(NUMBER.number(), UNTIL);

        resting(Duration.ofDays(30)).when(TO_NEXT, POLICY).isRefused(inQuarantine);
        resting(Duration.ofDays(30)).when(TO_FIRST, POLICY).isRefused(inQuarantine);
        resting(REST.minusNanos(1)).when(TO_NEXT, POLICY).isRefused(inQuarantine);
        resting(REST).when(TO_NEXT, POLICY).records(new VirtualAccountOwnerAssigned(NUMBER, NEXT));
    }

    @Test
    void tells_whose_money_it_is() {
        number().given(OWNED).when(ROUTE, POLICY).records(new ReceiptRouted(NUMBER, Sale.receipt("X1"), FIRST));
        number().given(OWNED, new ReceiptRouted(NUMBER, Sale.receipt("X0"), FIRST))
                .when(ROUTE, POLICY)
                .records(new ReceiptRouted(NUMBER, Sale.receipt("X1"), FIRST));
    }

    @Test
    void never_gives_late_money_to_anybody() {
        resting(REST.minusNanos(1)).when(ROUTE, POLICY).isRefused(new NumberInQuarantine(NUMBER.number(), UNTIL));
        resting(REST).when(ROUTE, POLICY).isRefused(new NumberUnknown(NUMBER.number()));
        number().when(ROUTE, POLICY).isRefused(new NumberUnknown(NUMBER.number()));
    }

    @Test
    void is_the_policies_business_alone() {
        number().when(TO_FIRST, OPERATOR).isRefused(new NotPermitted(Set.of(Role.POLICY)));
        number().when(TO_FIRST, BUSINESS).isRefused(new NotFound(NUMBER.value()));
    }

    @Test
    void is_spread_over_the_range_and_the_same_at_every_repeat() {
        var seen = new HashSet<String>();
        for (var attempt = 0; attempt < NumberPolicy.CANDIDATES_MAX; attempt++) {
            var candidate = NumberPlan.candidate(FIRST, "307584007998", attempt);

            assertThat(candidate).isEqualTo(NumberPlan.candidate(FIRST, "307584007998", attempt));
            assertThat(candidate.number()).matches("8[0-9]{15}");
            assertThat(seen.add(candidate.number())).isTrue();
        }
        assertThat(seen)
                .doesNotContain(NumberPlan.candidate(NEXT, "307584007998", 0).number());
    }

    @Test
    void of_a_closed_account_says_so_to_late_money_while_it_rests() {
        var late = Optional.of(SuspenseReason.ACCOUNT_CLOSED);
        var closed = new VirtualAccountQuarantined(NUMBER, FIRST, UNTIL, late);

        number().given(OWNED)
                .when(new QuarantineNumber(NUMBER, FIRST, late), POLICY)
                .records(closed);
        number().given(OWNED, closed)
                .after(REST.minusNanos(1))
                .when(ROUTE, POLICY)
                .isRefused(new NumberOfClosedAccount(NUMBER.number(), FIRST.value()));
        number().given(OWNED, closed).after(REST).when(ROUTE, POLICY).isRefused(new NumberUnknown(NUMBER.number()));
        number().given(OWNED, closed)
                .after(REST.minusNanos(1))
                .when(new AssignOwner(NUMBER, NEXT), POLICY)
                .isRefused(new NumberInQuarantine(NUMBER.number(), UNTIL));
    }

    private static Scenario resting(Duration already) {
        return number().given(OWNED, RESTING).after(already);
    }

    private static Scenario number() {
        return Scenario.of(new PureNumber());
    }
}
