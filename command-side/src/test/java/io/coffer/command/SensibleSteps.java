package io.coffer.command;

import io.coffer.api.accounts.ClosureCommand.CloseAccount;
import io.coffer.api.accounts.ConditionCommand.ConfirmReleaseCondition;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.HoldbackCommand.ClaimHoldback;
import io.coffer.api.accounts.HoldbackCommand.ConfirmHandover;
import io.coffer.api.accounts.HoldbackCommand.HoldBack;
import io.coffer.api.accounts.HoldbackCommand.RequestHoldbackSettlement;
import io.coffer.api.accounts.HoldbackCommand.WithdrawHoldbackClaim;
import io.coffer.api.accounts.LegRequest;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.PayeeCommand.BindPayee;
import io.coffer.api.accounts.ReleaseCommand.RejectRelease;
import io.coffer.api.accounts.ReleaseCommand.RequestRelease;
import io.coffer.api.accounts.ReleaseCondition;
import io.coffer.api.accounts.ReturnCommand.RestoreReturned;
import io.coffer.api.accounts.TerminationCommand.AgreeTerminationPlan;
import io.coffer.api.approvals.ApprovalCommand.Approve;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.command.accounts.DissolvedSale;
import io.coffer.command.accounts.PureEscrowAccount;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.People;
import io.coffer.command.payouts.PurePayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What somebody who wants the sale to go well would do next. Without it a walk seldom gets further than its first money. */
final class SensibleSteps {

    private final World world;
    private final BankTalk talk;
    private final RandomGenerator random;
    private final RefundSteps refunds;
    private int numbers;

    SensibleSteps(World world, BankTalk talk, RandomGenerator random) {
        this.world = world;
        this.talk = talk;
        this.random = random;
        this.refunds = new RefundSteps(world, random);
    }

    void step(EscrowAccountId id) {
        var account = world.find(id, PureEscrowAccount.class).orElseThrow();
        switch (random.nextInt(5)) {
            case 0 -> approve();
            case 1 -> pay();
            default -> advance(id, account);
        }
    }

    private void advance(EscrowAccountId id, PureEscrowAccount account) {
        switch (account.status()) {
            case "OPENED", "FUNDING" -> fund(id, account);
            case "FUNDED" -> prove(id);
            case "RELEASABLE" -> release(id, account);
            case "RELEASING" -> pay();
            case "HELD_BACK" -> settle(id, account);
            case "TERMINATING" -> divide(id, account);
            case "COMPLETED", "TERMINATED" -> world.give(new CloseAccount(id), People.BUSINESS);
            default -> approve();
        }
    }

    private void fund(EscrowAccountId id, PureEscrowAccount account) {
        bind(id);
        transfer(account, account.missing(), Sale.BUYER);
        transfer(account, account.missingHoldback(), Sale.SELLER);
    }

    private void transfer(PureEscrowAccount account, Money missing, Payee payer) {
        if (!missing.isZero()) {
            account.number()
                    .ifPresent(number -> world.give(
                            new RecordReceipt(
                                    Sale.receipt("Y" + numbers++),
                                    random.nextInt(3) == 0 ? Money.fen(1) : missing,
                                    Optional.of(number),
                                    Optional.of(payer.account()),
                                    Optional.empty(),
                                    world.now(),
                                    Optional.empty()),
                            People.BANK));
        }
    }

    private void bind(EscrowAccountId id) {
        world.give(new BindPayee(id, Sale.SELLER, List.of(Sale.DEED)), People.BUSINESS);
        world.give(new BindPayee(id, Sale.BUYER, List.of(Sale.DEED)), People.BUSINESS);
    }

    private void prove(EscrowAccountId id) {
        world.give(
                new ConfirmReleaseCondition(id, ReleaseCondition.TRANSFER_REGISTERED, List.of(Sale.DEED)),
                People.BUSINESS);
        world.give(
                new ConfirmReleaseCondition(id, ReleaseCondition.SELLER_CONFIRMED, List.of(Sale.DEED)),
                People.BUSINESS);
    }

    private void release(EscrowAccountId id, PureEscrowAccount account) {
        bind(id);
        if (random.nextBoolean()) {
            world.give(new HoldBack(id), People.BUSINESS);
        }
        var free = account.releasable(world.now());
        if (!free.isZero()) {
            world.give(new RequestRelease(id, "Y-" + numbers++, "S-1", free), People.BUSINESS);
        }
    }

    private void settle(EscrowAccountId id, PureEscrowAccount account) {
        if (random.nextInt(4) == 0) {
            world.give(
                    new ClaimHoldback(id, "K-" + random.nextInt(3), "B-1", Money.yuan(3_000), List.of(Sale.DEED)),
                    People.BUSINESS);
            return;
        }
        world.give(new ConfirmHandover(id, Sale.SIGNED), People.BUSINESS);
        var legs = new ArrayList<LegRequest>();
        account.claims(world.now())
                .forEach((claimNo, amount) ->
                        legs.add(new LegRequest("Y-" + numbers++, "B-1", amount, Optional.of(claimNo))));
        if (!account.unclaimed().isZero()) {
            legs.add(new LegRequest("Y-" + numbers++, "S-1", account.unclaimed(), Optional.empty()));
        }
        world.give(new RequestHoldbackSettlement(id, legs), People.BUSINESS);
    }

    /** Clears what is in the way, and divides what is there. */
    private void divide(EscrowAccountId id, PureEscrowAccount account) {
        bind(id);
        world.give(new BindPayee(id, DissolvedSale.LENDER, List.of(Sale.DEED)), People.BUSINESS);
        account.undecided().forEach(number -> world.give(new RejectRelease(id, number, "ENDED"), People.BUSINESS));
        account.returns().forEach(number -> world.give(new RestoreReturned(id, number), People.BUSINESS));
        List.of("K-0", "K-1", "K-2")
                .forEach(claim -> world.give(new WithdrawHoldbackClaim(id, claim, "ENDED"), People.BUSINESS));
        if (!account.plan(() -> "Y-0").isEmpty()) {
            world.give(
                    new AgreeTerminationPlan(id, account.plan(() -> "Y-" + numbers++), DissolvedSale.ALL_SIGN),
                    People.BUSINESS);
        }
        refunds.step();
        approve();
        pay();
    }

    private void approve() {
        var requests = world.ids(ApprovalRequestId.class);
        if (!requests.isEmpty()) {
            var latest = random.nextBoolean() ? requests.getLast() : requests.get(random.nextInt(requests.size()));
            world.give(new Approve(latest), People.CAROL);
            world.give(new Approve(latest), People.CARL);
        }
    }

    private void pay() {
        var open = world.ids(PayoutId.class).stream()
                .filter(payout -> world.find(payout, PurePayout.class)
                        .filter(live -> !live.isFinal())
                        .isPresent())
                .toList();
        if (!open.isEmpty()) {
            talk.step(open.get(random.nextInt(open.size())));
        }
    }
}
