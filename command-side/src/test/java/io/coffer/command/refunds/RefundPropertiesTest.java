package io.coffer.command.refunds;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.refunds.ShopRefund.AMOUNT;
import static io.coffer.command.refunds.ShopRefund.GAP;
import static io.coffer.command.refunds.ShopRefund.OTHER_CARD;
import static io.coffer.command.refunds.ShopRefund.PAPERS;
import static io.coffer.command.refunds.ShopRefund.REFUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.ledger.AccountCode;
import io.coffer.api.ledger.LedgerAccount;
import io.coffer.api.ledger.Posting;
import io.coffer.api.ledger.Postings;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutEvent.PayoutCreated;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutEvent.PayoutReturned;
import io.coffer.api.payouts.PayoutEvent.PayoutSucceeded;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSource;
import io.coffer.api.refunds.ClaimVerdict;
import io.coffer.api.refunds.RefundCommand;
import io.coffer.api.refunds.RefundCommand.BounceRefund;
import io.coffer.api.refunds.RefundCommand.CancelRefund;
import io.coffer.api.refunds.RefundCommand.FundRefundFee;
import io.coffer.api.refunds.RefundCommand.MarkRefundUnknown;
import io.coffer.api.refunds.RefundCommand.RecordPending;
import io.coffer.api.refunds.RefundCommand.RecordRefundNotFound;
import io.coffer.api.refunds.RefundCommand.RecordRerouted;
import io.coffer.api.refunds.RefundCommand.RecordSourceReserved;
import io.coffer.api.refunds.RefundCommand.RecordTransferFailed;
import io.coffer.api.refunds.RefundCommand.RecordTransferPaid;
import io.coffer.api.refunds.RefundCommand.RejectRefundResolution;
import io.coffer.api.refunds.RefundCommand.RejectReroute;
import io.coffer.api.refunds.RefundCommand.RequestReroute;
import io.coffer.api.refunds.RefundCommand.RequireFunding;
import io.coffer.api.refunds.RefundCommand.RestoreTransfer;
import io.coffer.api.refunds.RefundCommand.RetryFunding;
import io.coffer.api.refunds.RefundCommand.SubmitRefund;
import io.coffer.api.refunds.RefundEvent.RefundBounced;
import io.coffer.api.refunds.RefundEvent.RefundRerouteVerified;
import io.coffer.api.refunds.RefundEvent.RefundResolutionRequested;
import io.coffer.api.refunds.RefundEvent.RefundShortageCompensated;
import io.coffer.api.refunds.RefundEvent.RefundShortageRecorded;
import io.coffer.api.refunds.RefundEvent.RefundSourceReserved;
import io.coffer.api.refunds.RefundEvent.RefundSubmitted;
import io.coffer.api.refunds.RefundEvent.RefundSucceeded;
import io.coffer.api.refunds.RefundFinding;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.Scenario;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A refund, whatever anybody says in whatever order,")
class RefundPropertiesTest {

    private static final int WALKS = 2_000;
    private static final int STEPS = 60;
    private static final RefundOutcome SECOND = new RefundOutcome.Done("WR-2", ShopRefund.NETTED, Optional.empty());
    private static final Set<AccountCode> OF_THE_REFUND =
            EnumSet.of(AccountCode.R2003, AccountCode.R2103, AccountCode.R2104, AccountCode.R2105);

    @Test
    void pays_its_payer_once_at_most_and_never_takes_what_it_has_not_got() {
        var happened = new HashSet<String>();
        for (var seed = 0; seed < WALKS; seed++) {
            happened.addAll(new Walk(seed).go());
        }

        assertThat(happened)
                .as("the walks get everywhere")
                .contains(
                        "RefundCancelled",
                        "CancelledRefundClaimed",
                        "RefundSucceeded",
                        "RefundBounced",
                        "RefundResultContradicted",
                        "RefundResolved",
                        "RefundResolutionRejected",
                        "RefundShortageRecorded",
                        "RefundSetAsideReversed",
                        "RefundRerouteRejected",
                        "RefundTransferPaid",
                        "RefundTransferFailed",
                        "RefundTransferRestored");
    }

    /** One refund whose channel, payouts and people do anything that they can do. */
    private static final class Walk {

        private final long seed;
        private final Random dice;
        private final PureRefund refund = new PureRefund();
        private final Map<LedgerAccount, Long> balances = new HashMap<>();
        private final Set<String> happened = new HashSet<>();
        private Instant now = Scenario.NOON;
        private Optional<PayoutId> payout = Optional.empty();
        private boolean isPaidOut;
        private int rerouteNo;
        private int attempts;
        private long paid;
        private long lost;
        private Optional<RefundResolutionRequested> asked = Optional.empty();

        Walk(long seed) {
            this.seed = seed;
            this.dice = new Random(seed);
        }

        Set<String> go() {
            give(ShopRefund.request(dice.nextBoolean() ? ShopRefund.NET : ShopRefund.FACTS), POLICY);
            for (var step = 0; step < STEPS; step++) {
                now = now.plusSeconds(dice.nextInt(40));
                step();
            }
            return happened;
        }

        private void step() {
            switch (dice.nextInt(21)) {
                case 0 -> give(new RecordSourceReserved(REFUND), POLICY);
                case 1 -> give(new RequireFunding(REFUND, AMOUNT, Money.ZERO), POLICY);
                case 2 -> give(new RetryFunding(REFUND), BUSINESS);
                case 3 -> fee();
                case 4, 5 -> give(new SubmitRefund(REFUND), POLICY);
                case 6 -> give(new RecordPending(REFUND), POLICY);
                case 7 -> give(new MarkRefundUnknown(REFUND, "timeout"), POLICY);
                case 8 -> give(new RecordRefundNotFound(REFUND), POLICY);
                case 9 -> give(ShopRefund.answers(attempts, outcome()), POLICY);
                case 10 -> give(ShopRefund.says(outcome()), BANK);
                case 11 -> give(new BounceRefund(REFUND, "WR-1", ShopRefund.NETTED), BANK);
                case 12 -> maybe(new CancelRefund(REFUND, "NOT_WANTED"));
                case 13 -> give(new RequestReroute(REFUND, OTHER_CARD, PAPERS), BUSINESS);
                case 14 -> give(ShopRefund.verify(rerouteNo + 1, OTHER_CARD, AMOUNT, PAPERS), POLICY);
                case 15 -> give(new RejectReroute(REFUND, rerouteNo + 1, "NO"), POLICY);
                case 16 -> {
                    // Other people's agreements end with the day.
                    if (dice.nextInt(4) == 0 && isUnknown()) {
                        now = now.plus(PureRefund.TIMES.evidenceAfter());
                    }
                    give(PapersOf.ask(finding()), OPERATOR);
                }
                case 17 -> asked.ifPresent(ask -> give(PapersOf.resolve(ask.resolutionNo(), ask.finding()), POLICY));
                case 18 ->
                    asked.ifPresent(ask -> give(new RejectRefundResolution(REFUND, ask.resolutionNo(), "NO"), POLICY));
                default -> payout.ifPresent(this::move);
            }
        }

        /** Too many cancellations would end every walk early. */
        private void maybe(CancelRefund cancel) {
            if (dice.nextInt(4) == 0) {
                give(cancel, BUSINESS);
            }
        }

        private void fee() {
            if (refund.stage().equals("SOURCE_RESERVED")) {
                var own = Money.fen(dice.nextLong(GAP.minorUnits() + 1));
                give(new FundRefundFee(REFUND, own, GAP.minus(own)), POLICY);
            }
        }

        private RefundOutcome outcome() {
            return List.of(ShopRefund.DONE, SECOND, ShopRefund.CLOSED, ShopRefund.NEVER, ShopRefund.LATER)
                    .get(dice.nextInt(5));
        }

        private boolean isUnknown() {
            return Set.of("PENDING", "UNKNOWN", "NOT_FOUND").contains(refund.stage());
        }

        private RefundFinding finding() {
            return List.of(PapersOf.PAID, PapersOf.NOT_PAID, claim(ClaimVerdict.TRUE), claim(ClaimVerdict.NOT_TRUE))
                    .get(dice.nextInt(4));
        }

        private RefundFinding claim(ClaimVerdict verdict) {
            return new RefundFinding.OnContradiction(1 + dice.nextInt(3), verdict);
        }

        private void move(PayoutId of) {
            var from = new PayoutSource.RefundTransfer(REFUND, rerouteNo);
            var day = ShopRefund.DAY;
            switch (dice.nextInt(4)) {
                case 0 -> give(new RecordRerouted(REFUND, of), POLICY);
                case 1 -> {
                    if (!isPaidOut) {
                        isPaidOut = true;
                        paid += AMOUNT.minorUnits();
                        book(new PayoutSucceeded(of, from, AMOUNT, Sale.CUSTODY, "C-1", day, Optional.empty()));
                    }
                    give(new RecordTransferPaid(REFUND, of), POLICY);
                }
                case 2 -> {
                    if (!isPaidOut) {
                        book(new PayoutFailed(of, from, AMOUNT, "CLOSED", Optional.empty()));
                        payout = Optional.empty();
                        give(new RecordTransferFailed(REFUND, of, "CLOSED"), POLICY);
                    }
                }
                default -> {
                    if (isPaidOut) {
                        isPaidOut = false;
                        paid -= AMOUNT.minorUnits();
                        book(new PayoutReturned(
                                of, from, AMOUNT, Sale.CUSTODY, Sale.receipt("BACK-" + rerouteNo), day, "C-2"));
                        payout = Optional.empty();
                        give(new RestoreTransfer(REFUND, of, AMOUNT), POLICY);
                    }
                }
            }
        }

        private void give(RefundCommand command, Actor actor) {
            if (refund.decide(command, new Given(actor, now))
                    instanceof Decision.Accepted<? extends DomainEvent>(var events)) {
                events.forEach(this::happens);
                assertThat(lost).as("not made up, seed %s", seed).isZero();
            }
        }

        private void happens(DomainEvent event) {
            happened.add(event.getClass().getSimpleName());
            refund.apply(event, now);
            book(event);
            switch (event) {
                case RefundSourceReserved e -> setAside(AMOUNT.minus(e.feeGap()));
                case RefundSucceeded e -> paid += e.amount().minorUnits();
                case RefundBounced e -> paid -= e.amount().minorUnits();
                case RefundSubmitted e -> attempts = e.attempt();
                case RefundResolutionRequested e -> asked = Optional.of(e);
                // Whoever has the money beside the payer has it of ours.
                case RefundShortageRecorded e -> lost -= e.amount().minorUnits();
                case RefundShortageCompensated e -> lost += e.amount().minorUnits();
                case RefundRerouteVerified e -> {
                    rerouteNo = e.rerouteNo();
                    var id = PayoutId.ofRefund(REFUND, rerouteNo);
                    payout = Optional.of(id);
                    book(new PayoutCreated(
                            id,
                            new PayoutSource.RefundTransfer(REFUND, rerouteNo),
                            e.amount(),
                            e.payee(),
                            Sale.CUSTODY));
                }
                default -> {}
            }
            assertThat(paid).as("paid to the payer, seed %s", seed).isBetween(0L, AMOUNT.minorUnits());
        }

        /** The contract sets it aside for this refund, with an event of its own. */
        private void setAside(Money amount) {
            balances.merge(
                    new LedgerAccount(AccountCode.R2003, "MC:acme:M-1:C-1:O-1.RESERVED"),
                    amount.minorUnits(),
                    Long::sum);
        }

        private void book(DomainEvent event) {
            for (var journal : Postings.of(event, Postings.CURRENT)) {
                for (var line : journal.postings()) {
                    var code = line.account().code();
                    if (OF_THE_REFUND.contains(code)) {
                        var fen = line.amount().minorUnits();
                        var balance = balances.merge(
                                line.account(), line.side() == Posting.Side.CREDIT ? fen : -fen, Math::addExact);
                        assertThat(balance)
                                .as("C4 of %s after %s, seed %s", line.account(), event, seed)
                                .isNotNegative();
                    }
                }
            }
        }
    }
}
