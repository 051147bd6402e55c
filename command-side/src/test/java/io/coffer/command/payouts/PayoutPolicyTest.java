package io.coffer.command.payouts;

import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.payouts.Instructed.AMOUNT;
import static io.coffer.command.payouts.Instructed.CREATED;
import static io.coffer.command.payouts.Instructed.PAYOUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.FreezeEvent.RecallRequested;
import io.coffer.api.accounts.ReleaseCommand.ConfirmReleasePaid;
import io.coffer.api.accounts.ReleaseCommand.FailRelease;
import io.coffer.api.accounts.ReleaseEvent.ReleaseApproved;
import io.coffer.api.accounts.ReturnCommand.ConfirmReissuePaid;
import io.coffer.api.accounts.ReturnCommand.ConfirmReleaseReturned;
import io.coffer.api.accounts.ReturnCommand.FailReissue;
import io.coffer.api.accounts.ReturnEvent.LegReissued;
import io.coffer.api.accounts.ReturnEvent.ReleaseReissued;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.KernelRejection.AlreadyExists;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.ledger.LedgerEvent.ReserveCoverageFailed;
import io.coffer.api.ledger.LedgerWatchId;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutCommand.CreatePayout;
import io.coffer.api.payouts.PayoutCommand.RecallPayout;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutEvent.PayoutReturned;
import io.coffer.api.payouts.PayoutEvent.PayoutSucceeded;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSource;
import io.coffer.api.payouts.PayoutSource.RefundTransfer;
import io.coffer.api.payouts.PayoutSwitchCommand.StopPayouts;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.api.receipts.ReceiptPart;
import io.coffer.api.receipts.VerdictCommand.ConfirmReturned;
import io.coffer.api.receipts.VerdictCommand.FailReturn;
import io.coffer.api.receipts.VerdictCommand.RestoreReceipt;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReturning;
import io.coffer.api.refunds.RefundEvent.RefundRerouteVerified;
import io.coffer.api.refunds.RefundId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Reaction;
import io.coffer.command.kernel.Wishes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The payouts policy")
class PayoutPolicyTest {

    private final Wishes policy = new Wishes(new PayoutPolicy());

    @Test
    void makes_one_payout_of_a_promised_release() {
        policy.on(new ReleaseApproved(ACCOUNT, "R-1", PAYOUT, Sale.SELLER, AMOUNT, Sale.CUSTODY, Optional.empty()))
                .gives(new CreatePayout(PAYOUT, Instructed.FROM, AMOUNT, Instructed.PAYEE, Sale.CUSTODY))
                .whenRefusedParks(new AlreadyExists(PAYOUT.value()));
    }

    @Test
    void mirrors_the_end_of_a_payout_to_its_owner() {
        policy.on(Instructed.SUCCEEDED).gives(new ConfirmReleasePaid(ACCOUNT, "R-1", PAYOUT));
        policy.on(Instructed.FAILED).gives(new FailRelease(ACCOUNT, "R-1", PAYOUT, "CLOSED"));
    }

    @Test
    void tells_the_owner_that_money_came_back_and_pays_it_again_when_told() {
        policy.on(Instructed.RETURNED).gives(new ConfirmReleaseReturned(ACCOUNT, "R-1", PAYOUT));
        policy.on(new ReleaseReissued(
                        ACCOUNT, "R-1", PAYOUT, Instructed.AGAIN, Sale.SELLER, AMOUNT, Sale.CUSTODY, Optional.empty()))
                .gives(new CreatePayout(Instructed.AGAIN, Instructed.BACK, AMOUNT, Instructed.PAYEE, Sale.CUSTODY))
                .whenRefusedParks(new AlreadyExists(Instructed.AGAIN.value()));
        policy.on(new PayoutSucceeded(
                        Instructed.AGAIN, Instructed.BACK, AMOUNT, Sale.CUSTODY, "X", Instructed.DAY, Optional.empty()))
                .gives(new ConfirmReissuePaid(ACCOUNT, "R-1", Instructed.AGAIN));
        policy.on(new PayoutFailed(Instructed.AGAIN, Instructed.BACK, AMOUNT, "CLOSED", Optional.empty()))
                .gives(new FailReissue(ACCOUNT, "R-1", Instructed.AGAIN, "CLOSED"));
    }

    @Test
    void sends_what_a_bank_gave_back_of_a_refund_only_when_its_account_lets_it_go() {
        var refund = RefundId.ofLeg(ACCOUNT, "Y-1");
        var card = new BankAccountRef("acct_c", "102", "name_c", BankAccountRef.AccountClass.PERSONAL);
        var amount = Money.yuan(5);
        policy.on(new RefundRerouteVerified(
                        refund, 2, card, amount, Sale.CUSTODY, Optional.empty(), Optional.of(ACCOUNT)))
                .gives();
        policy.on(new LegReissued(ACCOUNT, "Y-1", 2, card, amount, Sale.CUSTODY))
                .gives(new CreatePayout(
                        PayoutId.ofRefund(refund, 2), new RefundTransfer(refund, 2), amount, card, Sale.CUSTODY));
    }

    @Test
    void calls_back_what_a_freeze_wants_and_leaves_the_bank_what_it_has() {
        policy.on(new RecallRequested(ACCOUNT, "F-1", List.of(PAYOUT, Instructed.AGAIN)))
                .gives(new RecallPayout(PAYOUT, "F-1"), new RecallPayout(Instructed.AGAIN, "F-1"))
                .whenRefused(new NotInThisState("SUBMITTED", List.of("CREATED")));
    }

    /** The first part of T54 of {@code domain.md}. */
    @Test
    void stops_everything_when_the_reserve_is_not_covered() {
        var reactions = policy.on(new ReserveCoverageFailed(LedgerWatchId.of("C2", 17), 17, 99, 100))
                .reactions();

        assertThat(reactions)
                .singleElement()
                .satisfies(reaction -> assertThat(reaction.command())
                        .isInstanceOfSatisfying(StopPayouts.class, stop -> {
                            assertThat(stop.id()).isEqualTo(PayoutSwitchId.all());
                            assertThat(stop.reason()).contains("C2", "17", "99", "100");
                        }));
    }

    @Test
    void stops_the_account_whose_bank_gave_back_what_it_refused() {
        assertThat(policy.on(Instructed.BACK_UNPAID).reactions())
                .singleElement()
                .satisfies(reaction -> assertThat(reaction.command())
                        .isInstanceOfSatisfying(StopPayouts.class, stop -> {
                            assertThat(stop.id()).isEqualTo(PayoutSwitchId.of(Sale.CUSTODY));
                            assertThat(stop.reason()).contains(PAYOUT.value());
                        }));
    }

    @Test
    void sends_a_receipt_back_and_tells_it_what_became_of_it() {
        var receipt = Sale.receipt("X1");
        var payout = PayoutId.ofReturn(receipt, 1);
        var from = new PayoutSource.ReceiptReturn(receipt, ReceiptPart.EXCESS);

        policy.on(new BankReceiptReturning(
                        receipt, payout, ReceiptPart.EXCESS, AMOUNT, Instructed.PAYEE, Sale.CUSTODY, Optional.empty()))
                .gives(new CreatePayout(payout, from, AMOUNT, Instructed.PAYEE, Sale.CUSTODY));
        policy.on(new PayoutSucceeded(payout, from, AMOUNT, Sale.CUSTODY, "X", Instructed.DAY, Optional.empty()))
                .gives(new ConfirmReturned(receipt, payout));
        policy.on(new PayoutFailed(payout, from, AMOUNT, "CLOSED", Optional.empty()))
                .gives(new FailReturn(receipt, payout, "CLOSED"));
        policy.on(new PayoutReturned(payout, from, AMOUNT, Sale.CUSTODY, Sale.receipt("X2"), Instructed.DAY, "X2"))
                .gives(new RestoreReceipt(receipt, payout));
    }

    @Test
    void makes_one_payout_of_each_part_of_a_divided_balance() {
        var legs = List.of(
                new TerminationLeg("L-1", Sale.BUYER, AMOUNT, Money.ZERO, Optional.of(Sale.receipt("X1"))),
                new TerminationLeg("L-2", Sale.SELLER, AMOUNT, AMOUNT, Optional.empty()));

        assertThat(policy.on(new TerminationExecuted(ACCOUNT, 1, legs, Sale.CUSTODY, Optional.empty()))
                        .reactions())
                .extracting(Reaction::command)
                .containsExactly(
                        new CreatePayout(
                                PayoutId.ofRelease(ACCOUNT, "L-1"),
                                new PayoutSource.EscrowLeg(ACCOUNT, "L-1"),
                                AMOUNT,
                                Sale.BUYER.account(),
                                Sale.CUSTODY),
                        new CreatePayout(
                                PayoutId.ofRelease(ACCOUNT, "L-2"),
                                new PayoutSource.EscrowLeg(ACCOUNT, "L-2"),
                                AMOUNT,
                                Sale.SELLER.account(),
                                Sale.CUSTODY));
    }

    @Test
    void has_nothing_to_say_while_the_bank_is_at_it() {
        policy.on(CREATED).givesNothing();
        policy.on(Instructed.SUBMITTING).givesNothing();
        policy.on(Instructed.UNKNOWN).givesNothing();
        policy.on(Instructed.NOT_FOUND).givesNothing();
        policy.on(Instructed.ANNOUNCED).givesNothing();
    }
}
