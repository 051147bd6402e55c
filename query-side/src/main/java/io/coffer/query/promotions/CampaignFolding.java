package io.coffer.query.promotions;

import io.coffer.api.money.Money;
import io.coffer.api.promotions.CampaignEvent;
import io.coffer.api.promotions.CampaignEvent.CampaignApproved;
import io.coffer.api.promotions.CampaignEvent.CampaignCreated;
import io.coffer.api.promotions.CampaignEvent.CampaignEnded;
import io.coffer.api.promotions.CampaignEvent.CampaignRejected;
import io.coffer.api.promotions.CampaignEvent.DiscountConsumed;
import io.coffer.api.promotions.CampaignEvent.DiscountLocked;
import io.coffer.api.promotions.CampaignEvent.DiscountReturnUndone;
import io.coffer.api.promotions.CampaignEvent.DiscountReturned;
import io.coffer.api.promotions.CampaignEvent.DiscountUnlocked;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Folding;
import io.coffer.query.kernel.Poison;
import io.coffer.query.kernel.Searched;
import io.coffer.query.promotions.CampaignState.Status;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From events to what is left of a campaign's budget. */
final class CampaignFolding implements Folding<CampaignState> {

    static final String NAME = "promotion_campaign";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String prefix() {
        return "PC:";
    }

    @Override
    public Class<CampaignState> type() {
        return CampaignState.class;
    }

    @Override
    public List<Searched<CampaignState>> searched() {
        return List.of(
                Searched.text("state", campaign -> Optional.of(campaign.state())),
                Searched.number("first_position", campaign -> Optional.of(campaign.createdPosition())));
    }

    @Override
    public CampaignState after(@Nullable CampaignState before, Booked booked) {
        if (!(booked.event() instanceof CampaignEvent event)) {
            throw new Poison(booked.position(), booked.name(), "No event of a campaign");
        }
        if (before != null) {
            return next(before, event, booked);
        }
        if (event instanceof CampaignCreated created) {
            return created(created, booked);
        }
        throw new Poison(booked.position(), booked.name(), "A campaign that was never created");
    }

    private static CampaignState created(CampaignCreated event, Booked booked) {
        return new CampaignState(
                event.campaign(),
                event.terms(),
                Status.PROPOSED,
                event.requestedBy(),
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                0,
                Optional.empty(),
                Optional.empty(),
                booked.bookedAt(),
                booked.bookedAt(),
                booked.position(),
                booked.sequence());
    }

    private static CampaignState next(CampaignState before, CampaignEvent event, Booked booked) {
        return switch (event) {
            case CampaignCreated e -> throw new IllegalStateException("Created twice: " + e.campaign());
            case CampaignApproved e -> decided(before, Status.APPROVED, e.approvalId(), Optional.empty(), booked);
            case CampaignRejected e ->
                decided(before, Status.REJECTED, before.approvalId(), Optional.of(e.reason()), booked);
            case CampaignEnded e -> decided(before, Status.ENDED, before.approvalId(), Optional.of(e.reason()), booked);
            case DiscountLocked e ->
                summed(before, before.locked().plus(e.amount()), before.consumed(), before.returned(), 0, booked);
            case DiscountUnlocked e ->
                summed(before, before.locked().minus(e.amount()), before.consumed(), before.returned(), 0, booked);
            case DiscountConsumed e ->
                summed(
                        before,
                        before.locked().minus(e.amount()),
                        before.consumed().plus(e.amount()),
                        before.returned(),
                        1,
                        booked);
            case DiscountReturned e ->
                summed(
                        before,
                        before.locked(),
                        before.consumed(),
                        before.returned().plus(e.amount()),
                        0,
                        booked);
            case DiscountReturnUndone e ->
                summed(
                        before,
                        before.locked(),
                        before.consumed(),
                        before.returned().minus(e.amount()),
                        0,
                        booked);
        };
    }

    private static CampaignState decided(
            CampaignState before, Status state, Optional<String> approvalId, Optional<String> reason, Booked booked) {
        return new CampaignState(
                before.campaign(),
                before.terms(),
                state,
                before.requestedBy(),
                before.locked(),
                before.consumed(),
                before.returned(),
                before.orders(),
                approvalId,
                reason,
                before.createdAt(),
                booked.bookedAt(),
                before.createdPosition(),
                booked.sequence());
    }

    @SuppressWarnings("TooManyParameters") // The sums, one by one.
    private static CampaignState summed(
            CampaignState before, Money locked, Money consumed, Money returned, int moreOrders, Booked booked) {
        return new CampaignState(
                before.campaign(),
                before.terms(),
                before.state(),
                before.requestedBy(),
                locked,
                consumed,
                returned,
                before.orders() + moreOrders,
                before.approvalId(),
                before.reason(),
                before.createdAt(),
                booked.bookedAt(),
                before.createdPosition(),
                booked.sequence());
    }
}
