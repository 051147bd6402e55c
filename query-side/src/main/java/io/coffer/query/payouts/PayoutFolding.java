package io.coffer.query.payouts;

import static io.coffer.query.payouts.PayoutState.Status;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.payouts.PayoutEvent;
import io.coffer.api.payouts.PayoutEvent.PayoutCreated;
import io.coffer.api.payouts.PayoutSource.OfAccount;
import io.coffer.api.payouts.PayoutSource.ReceiptReturn;
import io.coffer.api.payouts.PayoutSource.RefundTransfer;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Folding;
import io.coffer.query.kernel.Poison;
import io.coffer.query.kernel.Searched;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From events to the state of a payout. */
final class PayoutFolding implements Folding<PayoutState> {

    static final String NAME = "payout";

    private static final String CONTRADICTION = "THE_BANK_CONTRADICTS_ITSELF";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String prefix() {
        return "PY:";
    }

    @Override
    public Class<PayoutState> type() {
        return PayoutState.class;
    }

    @Override
    public List<Searched<PayoutState>> searched() {
        return List.of(
                Searched.text("state", payout -> Optional.of(payout.state())),
                Searched.text("account_id", PayoutFolding::account),
                Searched.number("first_position", payout -> Optional.of(payout.createdPosition())));
    }

    @Override
    public PayoutState after(@Nullable PayoutState before, Booked booked) {
        if (!(booked.event() instanceof PayoutEvent event)) {
            throw new Poison(booked.position(), booked.name(), "No event of a payout");
        }
        if (before != null) {
            return next(before, event, booked.bookedAt()).at(booked.bookedAt(), booked.sequence());
        }
        if (event instanceof PayoutCreated created) {
            return created(created, booked);
        }
        throw new Poison(booked.position(), booked.name(), "A payout that was never created");
    }

    private static Optional<EscrowAccountId> account(PayoutState payout) {
        return switch (payout.from()) {
            case OfAccount item -> Optional.of(item.account());
            case RefundTransfer(var refund, var _) -> refund.account();
            case ReceiptReturn _ -> Optional.empty();
        };
    }

    private static PayoutState created(PayoutCreated e, Booked booked) {
        return new PayoutState(
                e.payout(),
                e.from(),
                e.amount(),
                e.payee(),
                e.custodyAccount(),
                Status.CREATED,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                booked.bookedAt(),
                booked.bookedAt(),
                booked.position(),
                booked.sequence());
    }

    private static PayoutState.Return line(BankReceiptId receipt, LocalDate bankDate) {
        return new PayoutState.Return(receipt.value(), bankDate);
    }

    private static PayoutState next(PayoutState before, PayoutEvent event, Instant at) {
        return switch (event) {
            case PayoutCreated e -> throw new IllegalStateException("Created twice: " + e.payout());
            case PayoutEvent.PayoutSubmitting e ->
                before.now(Status.SUBMITTING, Optional.empty()).attempted(e.attempt());
            case PayoutEvent.PayoutSubmitted _ -> before.now(Status.SUBMITTED, Optional.empty());
            case PayoutEvent.PayoutResultUnknown e -> before.unknown(Status.UNKNOWN, Optional.of(e.cause()), at);
            case PayoutEvent.PayoutNotFound _ -> before.unknown(Status.NOT_FOUND, Optional.empty(), at);
            case PayoutEvent.PayoutOutcomeContradicted _ -> before.now(before.state(), Optional.of(CONTRADICTION));
            case PayoutEvent.PayoutResolutionRequested e -> before.resolving(e.resolutionNo());
            case PayoutEvent.PayoutSucceeded e ->
                before.now(Status.SUCCEEDED, Optional.empty())
                        .ended(new PayoutState.Ending(
                                Optional.of(e.coreNo()), Optional.of(e.bankDate()), e.approvalId()));
            case PayoutEvent.PayoutReturnAnnounced e -> before.told(line(e.receipt(), e.bankDate()));
            case PayoutEvent.PayoutReturnContradicted e ->
                before.told(line(e.receipt(), e.bankDate())).now(before.state(), Optional.of(CONTRADICTION));
            case PayoutEvent.PayoutReturned e ->
                before.told(line(e.receipt(), e.bankDate())).now(Status.RETURNED, before.reason());
            case PayoutEvent.PayoutFailed e ->
                before.now(Status.FAILED, Optional.of(e.code()))
                        .ended(new PayoutState.Ending(Optional.empty(), Optional.empty(), e.approvalId()));
        };
    }
}
