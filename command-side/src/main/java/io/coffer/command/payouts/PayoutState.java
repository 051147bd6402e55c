package io.coffer.command.payouts;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutEvent;
import io.coffer.api.payouts.PayoutEvent.PayoutCreated;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutEvent.PayoutNotFound;
import io.coffer.api.payouts.PayoutEvent.PayoutOutcomeContradicted;
import io.coffer.api.payouts.PayoutEvent.PayoutResolutionRequested;
import io.coffer.api.payouts.PayoutEvent.PayoutResultUnknown;
import io.coffer.api.payouts.PayoutEvent.PayoutReturnAnnounced;
import io.coffer.api.payouts.PayoutEvent.PayoutReturnContradicted;
import io.coffer.api.payouts.PayoutEvent.PayoutReturned;
import io.coffer.api.payouts.PayoutEvent.PayoutSubmitted;
import io.coffer.api.payouts.PayoutEvent.PayoutSubmitting;
import io.coffer.api.payouts.PayoutEvent.PayoutSucceeded;
import io.coffer.api.payouts.PayoutOutcome;
import io.coffer.api.payouts.PayoutSource;
import io.coffer.api.receipts.BankReceiptId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What is known about a payout. */
sealed interface PayoutState {

    static PayoutState initial() {
        return new Uncreated();
    }

    PayoutState after(PayoutEvent event, Instant bookedAt);

    /** No such payout. */
    record Uncreated() implements PayoutState {
        @Override
        public PayoutState after(PayoutEvent event, Instant bookedAt) {
            if (event instanceof PayoutCreated e) {
                return new Instruction(
                        e,
                        Stage.CREATED,
                        0,
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        Set.of(),
                        Optional.empty());
            }
            throw new IllegalStateException("The history of " + event.payout() + " does not begin with its creation");
        }
    }

    /** How far an instruction got. */
    enum Stage {
        CREATED,
        SUBMITTING,
        SUBMITTED,
        UNKNOWN,
        NOT_FOUND,
        PAID,
        RETURNED,
        FAILED
    }

    /** How the bank tells that it gave a payout back. */
    record ReturnLine(BankReceiptId receipt, LocalDate bankDate, String coreNo) {}

    /**
     * A payout that took its source.
     *
     * @param lastSubmittedAt when the bank was last about to be called
     * @param unknownSince when nobody knew for the first time
     * @param resolution what an operator asked to settle it with since the last call
     * @param returnLine the bank line of its return, booked only at {@link Stage#RETURNED}; before the outcome it waits for it, and
     *     at {@link Stage#FAILED} it contradicts that
     */
    record Instruction(
            PayoutCreated created,
            Stage stage,
            int attempts,
            Instant lastSubmittedAt,
            Optional<Instant> unknownSince,
            Optional<PayoutOutcome> outcome,
            int resolutions,
            Optional<PayoutResolutionRequested> resolution,
            Set<PayoutOutcome> contradictions,
            Optional<ReturnLine> returnLine)
            implements PayoutState {

        Money amount() {
            return created.amount();
        }

        PayoutSource from() {
            return created.from();
        }

        CustodyAccount custodyAccount() {
            return created.custodyAccount();
        }

        BankAccountRef payee() {
            return created.payee();
        }

        boolean isFinal() {
            return stage == Stage.PAID || stage == Stage.RETURNED || stage == Stage.FAILED;
        }

        @Override
        public PayoutState after(PayoutEvent event, Instant bookedAt) {
            return switch (event) {
                case PayoutCreated e -> throw new IllegalStateException(e.payout() + " was created twice");
                case PayoutSubmitting e ->
                    new Instruction(
                            created,
                            Stage.SUBMITTING,
                            e.attempt(),
                            bookedAt,
                            unknownSince,
                            outcome,
                            resolutions,
                            // Papers speak of the calls before this one; now the bank may still pay.
                            Optional.empty(),
                            contradictions,
                            returnLine);
                case PayoutSubmitted _ -> at(Stage.SUBMITTED);
                case PayoutResultUnknown _ -> unknown(Stage.UNKNOWN, bookedAt);
                case PayoutNotFound _ -> unknown(Stage.NOT_FOUND, bookedAt);
                case PayoutSucceeded e -> settled(Stage.PAID, new PayoutOutcome.Paid(e.coreNo(), e.bankDate()));
                case PayoutReturnAnnounced e -> back(stage, new ReturnLine(e.receipt(), e.bankDate(), e.coreNo()));
                case PayoutReturnContradicted e -> back(stage, new ReturnLine(e.receipt(), e.bankDate(), e.coreNo()));
                case PayoutReturned e -> back(Stage.RETURNED, new ReturnLine(e.receipt(), e.bankDate(), e.coreNo()));
                case PayoutFailed e -> settled(Stage.FAILED, new PayoutOutcome.Refused(e.code()));
                case PayoutResolutionRequested e ->
                    new Instruction(
                            created,
                            stage,
                            attempts,
                            lastSubmittedAt,
                            unknownSince,
                            outcome,
                            e.resolutionNo(),
                            Optional.of(e),
                            contradictions,
                            returnLine);
                case PayoutOutcomeContradicted e -> contradicted(e.claimed());
            };
        }

        private Instruction at(Stage next) {
            return known(next, unknownSince, outcome);
        }

        private Instruction unknown(Stage next, Instant bookedAt) {
            return known(next, unknownSince.or(() -> Optional.of(bookedAt)), outcome);
        }

        private Instruction settled(Stage next, PayoutOutcome said) {
            return known(next, unknownSince, Optional.of(said));
        }

        private Instruction known(Stage next, Optional<Instant> since, Optional<PayoutOutcome> said) {
            return new Instruction(
                    created,
                    next,
                    attempts,
                    lastSubmittedAt,
                    since,
                    said,
                    resolutions,
                    resolution,
                    contradictions,
                    returnLine);
        }

        private Instruction contradicted(PayoutOutcome claim) {
            var more = new HashSet<>(contradictions);
            more.add(claim);
            return new Instruction(
                    created,
                    stage,
                    attempts,
                    lastSubmittedAt,
                    unknownSince,
                    outcome,
                    resolutions,
                    resolution,
                    Set.copyOf(more),
                    returnLine);
        }

        private Instruction back(Stage next, ReturnLine line) {
            return new Instruction(
                    created,
                    next,
                    attempts,
                    lastSubmittedAt,
                    unknownSince,
                    outcome,
                    resolutions,
                    resolution,
                    contradictions,
                    Optional.of(line));
        }
    }
}
