package io.coffer.query.merchants;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.merchants.FeeAccountEvent;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitRequested;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitSet;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceRecovered;
import io.coffer.api.merchants.FeeAccountEvent.FeeAccountNumberAttached;
import io.coffer.api.merchants.FeeAccountEvent.FeeAccountOpened;
import io.coffer.api.merchants.FeeAccountEvent.FeeAdvanced;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationTaken;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBCredited;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBFunded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundingDeclined;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsAwaited;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantReservationTaken;
import io.coffer.api.merchants.FeeAccountEvent.RefundAdvanceWithdrawn;
import io.coffer.api.merchants.FeeAccountEvent.RefundFeeGranted;
import io.coffer.api.merchants.FeeAccountEvent.SplitLegAgreed;
import io.coffer.api.merchants.FeeAccountEvent.SplitLegCredited;
import io.coffer.api.merchants.FeeAccountEvent.StandingChanged;
import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Folding;
import io.coffer.query.kernel.Poison;
import io.coffer.query.kernel.Searched;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From events to the state of a fee account. */
final class FeeAccountFolding implements Folding<FeeAccountState> {

    static final String NAME = "fee_account";

    static final String OPENED = "OPENED";

    /** A fee came back before anybody opened the account. */
    static final String NOT_OPENED = "NOT_OPENED";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String prefix() {
        return "MB:";
    }

    @Override
    public Class<FeeAccountState> type() {
        return FeeAccountState.class;
    }

    @Override
    public List<Searched<FeeAccountState>> searched() {
        return List.of(
                Searched.flag("has_advance", account -> !account.advances().isEmpty()),
                Searched.number("first_position", account -> Optional.of(account.openedPosition())));
    }

    @Override
    public FeeAccountState after(@Nullable FeeAccountState before, Booked booked) {
        if (!(booked.event() instanceof FeeAccountEvent event)) {
            throw new Poison(booked.position(), booked.name(), "No event of a fee account");
        }
        if (before != null) {
            return next(new FeeAccountDraft(before, booked), event).state();
        }
        if (event instanceof FeeAccountOpened opened) {
            return begun(
                    opened.account(), booked, Optional.of(opened.custodyAccount()), FeeAccountStanding.ACTIVE, OPENED);
        }
        if (event instanceof MerchantBCredited credited) {
            var waiting = begun(credited.account(), booked, Optional.empty(), FeeAccountStanding.FROZEN, NOT_OPENED);
            return next(new FeeAccountDraft(waiting, booked), credited).state();
        }
        throw new Poison(booked.position(), booked.name(), "A fee account that was never opened");
    }

    private static FeeAccountState begun(
            MerchantFeeAccountId account,
            Booked booked,
            Optional<CustodyAccount> custodyAccount,
            FeeAccountStanding standing,
            String reason) {
        return new FeeAccountState(
                account,
                custodyAccount,
                Optional.empty(),
                standing,
                reason,
                Money.ZERO,
                Optional.empty(),
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Money.ZERO,
                booked.bookedAt(),
                booked.bookedAt(),
                booked.position(),
                booked.sequence());
    }

    private static FeeAccountDraft next(FeeAccountDraft draft, FeeAccountEvent event) {
        switch (event) {
            case FeeAccountOpened e -> draft.opened(e.custodyAccount());
            case FeeAccountNumberAttached e -> draft.attached(e.number());
            case StandingChanged e -> draft.stands(e.standing(), e.reason());
            case AdvanceLimitRequested e -> draft.asked(e.limit());
            case AdvanceLimitSet e -> draft.limited(e.limit());
            case MerchantBFunded e -> draft.cameIn(e.amount());
            case FeeReserved e -> draft.setAside(e.taker(), e.amount());
            case FeeAdvanced e -> draft.advanced(e.orderNo(), e.amount());
            case AdvanceRecovered e -> draft.recovered(e.orderNo(), e.from(), e.amount(), e.left());
            case FeeReservationEnded e -> draft.ended(e.orderNo(), e.amount());
            case RefundFeeGranted e -> draft.promised(e.refund(), e.advanced());
            case RefundAdvanceWithdrawn e -> draft.withdrawn(e.refund());
            case FeeReservationTaken e -> draft.taken(e.taker());
            case MerchantBCredited e -> draft.gaveBack(e.amount());
            case SplitLegCredited e -> draft.gotLeg(e.amount());
            case MerchantFundsReserved e -> draft.claimed(e.taker(), e.amount(), Money.ZERO);
            case MerchantFundsAwaited e -> draft.claimed(e.taker(), e.amount(), e.gap());
            case MerchantReservationEnded e -> draft.claimEnded(e.taker(), e.amount());
            case MerchantReservationTaken e -> draft.claimEnded(e.taker(), Money.ZERO);
            case MerchantFundingDeclined _, SplitLegAgreed _ -> {
                // The receipt says why it waits, and the split what it gives.
            }
        }
        return draft;
    }
}
