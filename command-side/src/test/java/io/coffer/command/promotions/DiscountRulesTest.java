package io.coffer.command.promotions;

import static io.coffer.command.kernel.People.ACME;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.promotions.Promotion.CAMPAIGN;
import static io.coffer.command.promotions.Promotion.DISCOUNT;
import static io.coffer.command.promotions.Promotion.OWN;
import static io.coffer.command.promotions.Promotion.PRICE;
import static io.coffer.command.promotions.Promotion.UNTIL;
import static io.coffer.command.promotions.Promotion.order;
import static io.coffer.command.promotions.Promotion.proposed;
import static io.coffer.command.promotions.Promotion.running;

import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import io.coffer.api.promotions.CampaignCommand.LockDiscount;
import io.coffer.api.promotions.CampaignCommand.RecordDiscountConsumed;
import io.coffer.api.promotions.CampaignCommand.RecordDiscountReturned;
import io.coffer.api.promotions.CampaignCommand.UndoDiscountReturn;
import io.coffer.api.promotions.CampaignCommand.UnlockDiscount;
import io.coffer.api.promotions.CampaignEvent.CampaignEnded;
import io.coffer.api.promotions.CampaignEvent.CampaignRejected;
import io.coffer.api.promotions.CampaignEvent.DiscountConsumed;
import io.coffer.api.promotions.CampaignEvent.DiscountLocked;
import io.coffer.api.promotions.CampaignEvent.DiscountReturnUndone;
import io.coffer.api.promotions.CampaignEvent.DiscountReturned;
import io.coffer.api.promotions.CampaignEvent.DiscountUnlocked;
import io.coffer.api.promotions.CampaignRejection.BudgetExhausted;
import io.coffer.api.promotions.CampaignRejection.CampaignNotRunning;
import io.coffer.api.promotions.CampaignRejection.DiscountAlreadyGiven;
import io.coffer.api.promotions.CampaignRejection.DiscountNotConsumed;
import io.coffer.api.promotions.CampaignRejection.DiscountNotLocked;
import io.coffer.api.promotions.CampaignRejection.DiscountOutOfTerms;
import io.coffer.api.refunds.RefundId;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A discount")
class DiscountRulesTest {

    private static final Money FEN = Money.fen(1);
    private static final RefundId REFUND = RefundId.of(ACME, "RF-1");
    private static final CampaignNotRunning NOT_RUNNING = new CampaignNotRunning(Scenario.NOON, UNTIL);

    @Test
    void is_set_aside_for_one_order_once() {
        running().when(lock("O-1"), POLICY).records(locked("O-1"));
        running().given(locked("O-1")).when(lock("O-1"), POLICY).isRefused(new DiscountAlreadyGiven(order("O-1")));
        running()
                .given(locked("O-1"), consumed("O-1"))
                .when(lock("O-1"), POLICY)
                .isRefused(new DiscountAlreadyGiven(order("O-1")));
        running().when(lock("O-1"), BUSINESS).isRefused(new NotPermitted(Set.of(Role.POLICY)));
    }

    @Test
    void is_given_while_the_campaign_runs_only() {
        proposed().when(lock("O-1"), POLICY).isRefused(NOT_RUNNING);
        proposed()
                .given(new CampaignRejected(CAMPAIGN, "X"))
                .when(lock("O-1"), POLICY)
                .isRefused(NOT_RUNNING);
        running()
                .given(new CampaignEnded(CAMPAIGN, "X"))
                .when(lock("O-1"), POLICY)
                .isRefused(NOT_RUNNING);
        running().after(Duration.ofNanos(-1)).when(lock("O-1"), POLICY).isRefused(NOT_RUNNING);
        running()
                .after(Duration.ofDays(30).minusNanos(1))
                .when(lock("O-1"), POLICY)
                .records(locked("O-1"));
        running().after(Duration.ofDays(30)).when(lock("O-1"), POLICY).isRefused(NOT_RUNNING);
    }

    @Test
    void is_within_the_terms() {
        var reason = new DiscountOutOfTerms(DISCOUNT, Money.yuan(1_000));
        running()
                .when(new LockDiscount(CAMPAIGN, order("O-1"), PRICE, DISCOUNT.plus(FEN)), POLICY)
                .isRefused(reason);
        running()
                .when(new LockDiscount(CAMPAIGN, order("O-1"), Money.fen(99_999), DISCOUNT), POLICY)
                .isRefused(reason);
        running()
                .when(new LockDiscount(CAMPAIGN, order("O-1"), Money.yuan(1_000), DISCOUNT), POLICY)
                .records(locked("O-1"));
    }

    /** P1 of {@code domain.md} 1.9: what is locked and what is consumed never add up to more than the budget. */
    @Test
    void is_what_the_budget_has_left() {
        both().when(lock("O-3"), POLICY).isRefused(new BudgetExhausted(DISCOUNT, Money.ZERO));
        running()
                .given(locked("O-1"))
                .given(new DiscountLocked(CAMPAIGN, order("O-2"), FEN, OWN))
                .when(lock("O-3"), POLICY)
                .isRefused(new BudgetExhausted(FEN, DISCOUNT.minus(FEN)));
        both().given(new DiscountUnlocked(CAMPAIGN, order("O-2"), DISCOUNT, "EXPIRED"))
                .when(lock("O-3"), POLICY)
                .records(locked("O-3"));
        both().given(new DiscountReturned(CAMPAIGN, REFUND, DISCOUNT))
                .when(lock("O-3"), POLICY)
                .isRefused(new BudgetExhausted(DISCOUNT, Money.ZERO));
    }

    /** A refund that is cancelled takes its part again; nobody else must have had it meanwhile. */
    @Test
    void that_came_back_is_given_to_no_other_order() {
        var one = running().given(locked("O-1"), consumed("O-1"), new DiscountReturned(CAMPAIGN, REFUND, DISCOUNT));
        one.when(lock("O-2"), POLICY).records(locked("O-2"));
        one.given(locked("O-2"), new DiscountReturnUndone(CAMPAIGN, REFUND, DISCOUNT))
                .when(lock("O-3"), POLICY)
                .isRefused(new BudgetExhausted(DISCOUNT, Money.ZERO));
    }

    @Test
    void that_an_order_does_not_take_is_given_back_once() {
        var unlock = new UnlockDiscount(CAMPAIGN, order("O-1"), "EXPIRED");
        running()
                .given(locked("O-1"))
                .when(unlock, POLICY)
                .records(new DiscountUnlocked(CAMPAIGN, order("O-1"), DISCOUNT, "EXPIRED"));
        running().when(unlock, POLICY).isRefused(new DiscountNotLocked(order("O-1")));
        running()
                .given(locked("O-1"), consumed("O-1"))
                .when(unlock, POLICY)
                .isRefused(new DiscountNotLocked(order("O-1")));
    }

    @Test
    void is_consumed_once_also_after_the_campaign_ended() {
        var take = new RecordDiscountConsumed(CAMPAIGN, order("O-1"));
        running()
                .given(locked("O-1"), new CampaignEnded(CAMPAIGN, "X"))
                .when(take, POLICY)
                .records(consumed("O-1"));
        running().given(locked("O-1"), consumed("O-1")).when(take, POLICY).changesNothing();
        running().when(take, POLICY).isRefused(new DiscountNotLocked(order("O-1")));
    }

    @Test
    void comes_back_once_per_refund_and_goes_again_when_that_is_cancelled() {
        var back = new RecordDiscountReturned(CAMPAIGN, REFUND, Money.fen(1_666));
        var returned = new DiscountReturned(CAMPAIGN, REFUND, Money.fen(1_666));
        var undo = new UndoDiscountReturn(CAMPAIGN, REFUND);
        paid().when(back, POLICY).records(returned);
        paid().given(returned).when(back, POLICY).changesNothing();
        paid().when(undo, POLICY).changesNothing();
        running().given(locked("O-1")).when(back, POLICY).isRefused(new DiscountNotConsumed(Money.ZERO));
        paid().when(new RecordDiscountReturned(CAMPAIGN, REFUND, DISCOUNT.plus(FEN)), POLICY)
                .isRefused(new DiscountNotConsumed(DISCOUNT));
        paid().given(returned)
                .when(new RecordDiscountReturned(CAMPAIGN, RefundId.of(ACME, "RF-2"), DISCOUNT), POLICY)
                .isRefused(new DiscountNotConsumed(DISCOUNT.minus(Money.fen(1_666))));
        paid().when(new RecordDiscountReturned(CAMPAIGN, REFUND, DISCOUNT), POLICY)
                .records(new DiscountReturned(CAMPAIGN, REFUND, DISCOUNT));
        paid().given(returned).when(undo, POLICY).records(new DiscountReturnUndone(CAMPAIGN, REFUND, Money.fen(1_666)));
        paid().given(returned, new DiscountReturnUndone(CAMPAIGN, REFUND, Money.fen(1_666)))
                .when(undo, POLICY)
                .changesNothing();
    }

    private static Scenario paid() {
        return running().given(locked("O-1"), consumed("O-1"));
    }

    private static Scenario both() {
        return paid().given(locked("O-2"));
    }

    private static LockDiscount lock(String no) {
        return new LockDiscount(CAMPAIGN, order(no), PRICE, DISCOUNT);
    }

    private static DiscountLocked locked(String no) {
        return new DiscountLocked(CAMPAIGN, order(no), DISCOUNT, OWN);
    }

    private static DiscountConsumed consumed(String no) {
        return new DiscountConsumed(CAMPAIGN, order(no), DISCOUNT);
    }
}
