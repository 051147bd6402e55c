package io.coffer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsReserved;
import io.coffer.api.merchants.FeeAccountEvent.SplitLegAgreed;
import io.coffer.api.merchants.FundsTaker;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.refunds.RefundEvent.RefundApproved;
import io.coffer.api.refunds.RefundEvent.RefundRequested;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitEvent.SplitDefined;
import io.coffer.api.splits.SplitEvent.SplitExecuted;
import io.coffer.api.splits.SplitEvent.SplitReturned;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitTerms;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a split may give, to whom, and what may come back of it: C10, R5, R6 and S1 of {@code domain.md}, from events alone. */
final class SplitLimits {

    private final Map<SplitId, SplitTerms> defined = new HashMap<>();
    private final Map<SplitId, Money> reserved = new HashMap<>();
    private final Set<SplitId> executed = new HashSet<>();
    private final Set<Leg> agreed = new HashSet<>();
    private final Map<Leg, Money> left = new HashMap<>();
    private final Map<Back, Money> setAside = new HashMap<>();
    private final Map<RefundId, RefundRequested> requested = new HashMap<>();
    private final Set<RefundId> approved = new HashSet<>();

    private record Leg(SplitId split, MerchantFeeAccountId payee) {}

    private record Back(SplitId split, RefundId refund, MerchantFeeAccountId payee) {}

    void witness(DomainEvent event) {
        switch (event) {
            case SplitDefined e -> defined.put(e.split(), e.terms());
            case ContractFundsReserved e -> e.split().ifPresent(split -> reserved.put(split, e.amount()));
            case ContractReservationEnded e -> e.split().ifPresent(this::ended);
            case SplitLegAgreed e -> agreed.add(new Leg(e.split(), e.account()));
            case SplitExecuted e -> executed(e);
            case RefundRequested e -> requested.put(e.refund(), e);
            case RefundApproved e -> approved.add(e.refund());
            case MerchantFundsReserved e -> setAside(e);
            case SplitReturned e -> returned(e);
            default -> {
                // Splits nothing.
            }
        }
    }

    /** Whether it is carried out. */
    boolean isExecuted(SplitId split) {
        return executed.contains(split);
    }

    SplitTerms terms(SplitId split) {
        return Objects.requireNonNull(defined.get(split));
    }

    private void ended(SplitId split) {
        assertThat(executed)
                .as("what %s took is not given back by its contract", split)
                .doesNotContain(split);
        reserved.remove(split);
    }

    private void executed(SplitExecuted event) {
        var terms = event.terms();
        assertThat(terms).isEqualTo(defined.get(event.split()));
        assertThat(SplitLeg.total(terms.legs()).plus(terms.fee()))
                .as("C10 of %s", event)
                .isEqualTo(terms.base());
        assertThat(reserved.get(event.split())).as("C10 of %s", event).isEqualTo(terms.base());
        assertThat(executed.add(event.split())).as("the first time: %s", event).isTrue();
        terms.legs().forEach(leg -> {
            var mine = new Leg(event.split(), leg.payee());
            assertThat(agreed).as("whose will is %s", event).contains(mine);
            assertThat(left.put(mine, leg.amount())).isNull();
        });
    }

    private void setAside(MerchantFundsReserved event) {
        switch (event.taker()) {
            case FundsTaker.SplitReturn(var split, var refund) ->
                assertThat(setAside.put(new Back(split, refund, event.account()), event.amount()))
                        .as("set aside twice: %s", event)
                        .isNull();
        }
    }

    /** Nobody gives back what it did not get, nor without two people, nor for another payment. */
    private void returned(SplitReturned event) {
        var request = Objects.requireNonNull(requested.get(event.refund()));
        assertThat(approved).as("who agreed to %s", event).contains(event.refund());
        assertThat(request.checkers()).isEqualTo(1);
        assertThat(request.order()).contains(event.order());
        assertThat(event.order()).isEqualTo(terms(event.split()).order());
        assertThat(event.contract()).isEqualTo(terms(event.split()).contract());
        assertThat(event.legs())
                .isEqualTo(request.facts().recovery().orElseThrow().legsOf(event.split()));
        event.legs().forEach(leg -> {
            var mine = new Leg(event.split(), leg.payee());
            var before = Objects.requireNonNull(left.get(mine));
            assertThat(leg.amount().exceeds(before))
                    .as("more than it got: %s", event)
                    .isFalse();
            left.put(mine, before.minus(leg.amount()));
            assertThat(setAside.get(new Back(event.split(), event.refund(), leg.payee())))
                    .as("taken as it was set aside: %s", event)
                    .isEqualTo(leg.amount());
        });
    }
}
