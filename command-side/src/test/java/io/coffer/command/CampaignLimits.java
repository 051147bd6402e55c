package io.coffer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.ledger.AccountCode;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.promotions.CampaignEvent.CampaignApproved;
import io.coffer.api.promotions.CampaignEvent.CampaignCreated;
import io.coffer.api.promotions.CampaignEvent.CampaignEnded;
import io.coffer.api.promotions.CampaignEvent.DiscountLocked;
import io.coffer.api.promotions.CampaignEvent.DiscountUnlocked;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.promotions.CampaignTerms;
import io.coffer.api.promotions.Discount;
import io.coffer.api.promotions.Funder;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundSource.ContractPayment;
import io.coffer.command.promotions.PureCampaign;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a campaign may give, and what comes back to its funder: P1 to P3 of {@code domain.md} 1.9 and R3, from events alone. */
final class CampaignLimits {

    private final Map<CampaignId, CampaignTerms> proposed = new HashMap<>();
    private final Set<CampaignId> running = new HashSet<>();
    private final Map<PaymentOrderId, Given> given = new HashMap<>();
    private final Map<PaymentOrderId, Paid> paid = new HashMap<>();
    private final Map<RefundId, Back> back = new HashMap<>();

    /** What a campaign promised to one order. */
    private record Given(CampaignId campaign, Money amount) {}

    private record Paid(Discount discount, Money byPayer) {}

    private record Back(PaymentOrderId order, CampaignId campaign, Money share, Money toPayer) {}

    void witness(DomainEvent event) {
        switch (event) {
            case CampaignCreated e -> proposed.put(e.campaign(), e.terms());
            case CampaignApproved e -> running.add(e.campaign());
            case CampaignEnded e -> running.remove(e.campaign());
            case DiscountLocked e -> promised(e);
            case DiscountUnlocked e -> given.remove(e.order());
            case PaymentReceived e -> e.discount().ifPresent(discount -> paid(e, discount));
            case RefundFunded(var refund, ContractPayment(var _, var order), var amount, var _, var discount) ->
                back(refund, order, amount, discount);
            case RefundCancelled e -> back.remove(e.refund());
            default -> {
                // Gives nobody anything.
            }
        }
    }

    Collection<CampaignId> campaigns() {
        return proposed.keySet();
    }

    private CampaignTerms terms(CampaignId campaign) {
        return Objects.requireNonNull(proposed.get(campaign), campaign::value);
    }

    private void promised(DiscountLocked event) {
        var terms = terms(event.campaign());
        assertThat(running).as("two people agreed to %s", event).contains(event.campaign());
        assertThat(event.amount().exceeds(terms.most())).as("P1 of %s", event).isFalse();
        assertThat(event.funder()).isEqualTo(terms.funder());
        assertThat(given.put(event.order(), new Given(event.campaign(), event.amount())))
                .as("P3 of %s", event)
                .isNull();
        assertThat(promised(event.campaign()))
                .as("P1 after %s", event)
                .isLessThanOrEqualTo(terms.budget().minorUnits());
    }

    /** What is set aside, and what was consumed. */
    private long promised(CampaignId campaign) {
        return given.values().stream()
                .filter(one -> one.campaign().equals(campaign))
                .mapToLong(one -> one.amount().minorUnits())
                .sum();
    }

    private void paid(PaymentReceived event, Discount discount) {
        assertThat(given.get(event.order()))
                .as("who promised %s", event)
                .isEqualTo(new Given(discount.campaign(), discount.amount()));
        assertThat(paid.put(event.order(), new Paid(discount, event.amount())))
                .as("P3 of %s", event)
                .isNull();
    }

    /** Neither the payer nor the funder ever has more of a payment again than it paid. */
    private void back(RefundId refund, PaymentOrderId order, Money amount, Optional<Discount> discount) {
        var payment = paid.get(order);
        if (payment == null) {
            assertThat(discount).as("whose discount is %s", refund).isEmpty();
            return;
        }
        var campaign = payment.discount().campaign();
        discount.ifPresent(share -> assertThat(share.campaign()).isEqualTo(campaign));
        var share = discount.map(Discount::amount).orElse(Money.ZERO);
        back.put(refund, new Back(order, campaign, share, amount));
        var ofOrder =
                back.values().stream().filter(one -> one.order().equals(order)).toList();
        assertThat(ofOrder.stream().mapToLong(one -> one.share().minorUnits()).sum())
                .as("what the funder has of %s after %s", order, refund)
                .isLessThanOrEqualTo(payment.discount().amount().minorUnits());
        assertThat(ofOrder.stream().mapToLong(one -> one.toPayer().minorUnits()).sum())
                .as("what the payer has of %s after %s", order, refund)
                .isLessThanOrEqualTo(payment.byPayer().minorUnits());
    }

    /** When nobody has anything to say: the campaign knows of exactly that, and the own book says who bears it (P2). */
    void assertTold(CampaignId campaign, PureCampaign told, Books books, Predicate<PaymentOrderId> isOpen) {
        var consumed = paid.values().stream()
                .filter(one -> one.discount().campaign().equals(campaign))
                .mapToLong(one -> one.discount().amount().minorUnits())
                .sum();
        assertThat(told.consumed().minorUnits()).as("P2 of %s", campaign).isEqualTo(consumed);
        assertThat(told.locked())
                .as("for whom %s sets aside", campaign)
                .isEqualTo(given.keySet().stream()
                        .filter(order -> isOf(campaign, order) && !paid.containsKey(order))
                        .collect(Collectors.toSet()))
                .allMatch(isOpen);
        assertThat(terms(campaign).budget().minus(told.left()).minorUnits())
                .as("P1 of %s", campaign)
                .isEqualTo(promised(campaign));
        var returned = back.values().stream()
                .filter(one -> one.campaign().equals(campaign))
                .mapToLong(one -> one.share().minorUnits())
                .sum();
        var borne = consumed - returned;
        assertThat(told.borne().minorUnits())
                .as("what is left with %s", campaign)
                .isEqualTo(borne);
        assertThat(bearer(campaign, books)).as("who bears %s", campaign).isEqualTo(borne);
    }

    private boolean isOf(CampaignId campaign, PaymentOrderId order) {
        return Objects.requireNonNull(given.get(order)).campaign().equals(campaign);
    }

    private long bearer(CampaignId campaign, Books books) {
        return switch (terms(campaign).funder()) {
            case Funder.PlatformOwn _ -> books.balance(AccountCode.O6402, campaign.value());
            case Funder.PostBilled(var name) -> books.balance(AccountCode.O1202, name);
        };
    }
}
