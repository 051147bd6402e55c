package io.coffer.query.merchants;

import io.coffer.api.merchants.ContractEvent;
import io.coffer.api.merchants.ContractEvent.ContractCredited;
import io.coffer.api.merchants.ContractEvent.ContractFundsAwaited;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractRefilled;
import io.coffer.api.merchants.ContractEvent.ContractReservationEnded;
import io.coffer.api.merchants.ContractEvent.ContractReservationTaken;
import io.coffer.api.merchants.ContractEvent.ContractWaitEnded;
import io.coffer.api.money.Money;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Folding;
import io.coffer.query.kernel.Poison;
import io.coffer.query.kernel.Searched;
import io.coffer.query.merchants.ContractState.Payment;
import io.coffer.query.merchants.ContractState.Reservation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From events to what is left of a contract's payments. A contract begins with its first payment. */
final class ContractFolding implements Folding<ContractState> {

    static final String NAME = "merchant_contract";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String prefix() {
        return "MC:";
    }

    @Override
    public Class<ContractState> type() {
        return ContractState.class;
    }

    /** Of the contract only: a merchant's sum is made when somebody asks, so that there is none to draw from. */
    @Override
    public List<Searched<ContractState>> searched() {
        return List.of(
                Searched.text(
                        "merchant",
                        state -> Optional.of(state.contract().feeAccount().value())),
                Searched.number(
                        "available", state -> Optional.of(state.available().minorUnits())),
                Searched.number(
                        "reserved", state -> Optional.of(state.reserved().minorUnits())),
                Searched.number("first_position", state -> Optional.of(state.position())));
    }

    @Override
    public ContractState after(@Nullable ContractState before, Booked booked) {
        if (!(booked.event() instanceof ContractEvent event)) {
            throw new Poison(booked.position(), booked.name(), "No event of a contract");
        }
        if (before != null) {
            return new ContractState(
                    before.contract(),
                    payments(before, event, booked),
                    before.beganAt(),
                    booked.bookedAt(),
                    before.position(),
                    booked.sequence());
        }
        if (event instanceof ContractCredited first) {
            return new ContractState(
                    first.contract(),
                    List.of(paid(first, booked)),
                    booked.bookedAt(),
                    booked.bookedAt(),
                    booked.position(),
                    booked.sequence());
        }
        // A refund may be asked for before the contract hears of its payment.
        if (event instanceof ContractFundsAwaited first) {
            return new ContractState(
                    first.contract(),
                    List.of(),
                    booked.bookedAt(),
                    booked.bookedAt(),
                    booked.position(),
                    booked.sequence());
        }
        throw new Poison(booked.position(), booked.name(), "A contract that nobody paid");
    }

    private static List<Payment> payments(ContractState before, ContractEvent event, Booked booked) {
        return switch (event) {
            case ContractCredited e -> before.and(paid(e, booked));
            case ContractRefilled e -> before.with(e.order(), payment -> payment.refill(e.amount()));
            case ContractFundsReserved e ->
                before.with(
                        e.order(),
                        payment -> payment.reserve(new Reservation(e.taker(), e.amount(), booked.bookedAt())));
            case ContractReservationEnded e ->
                before.with(e.order(), payment -> payment.without(e.taker(), e.amount()));
            // Nothing is set aside before the credit; the refund says what it waits for.
            case ContractFundsAwaited _, ContractWaitEnded _ -> before.payments();
            case ContractReservationTaken e ->
                before.with(e.order(), payment -> payment.without(e.taker(), Money.ZERO));
        };
    }

    private static Payment paid(ContractCredited event, Booked booked) {
        return new Payment(event.order(), event.amount(), event.amount(), List.of(), booked.bookedAt());
    }
}
