package io.coffer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.approvals.ApprovalCommand.Approve;
import io.coffer.api.approvals.ApprovalCommand.Decline;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.ledger.AccountCode;
import io.coffer.api.merchants.FeeAccountCommand.ChangeStanding;
import io.coffer.api.merchants.FeeAccountCommand.EndFeeReservation;
import io.coffer.api.merchants.FeeAccountCommand.OpenFeeAccount;
import io.coffer.api.merchants.FeeAccountCommand.RequestAdvanceLimit;
import io.coffer.api.merchants.FeeAccountCommand.ReserveFee;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceRecovered;
import io.coffer.api.merchants.FeeAccountEvent.FeeAccountNumberAttached;
import io.coffer.api.merchants.FeeAccountEvent.FeeAdvanced;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationTaken;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBCredited;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBFunded;
import io.coffer.api.merchants.FeeAccountEvent.RefundFeeGranted;
import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.VerdictCommand.RequestCorrection;
import io.coffer.api.receipts.VerdictCommand.RequestReturn;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.approvals.PureApproval;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.People;
import io.coffer.command.merchants.PureContract;
import io.coffer.command.merchants.PureFeeAccount;
import io.coffer.command.payouts.PayoutPolicies;
import io.coffer.command.receipts.PureBankReceipt;
import io.coffer.command.receipts.ReceiptPolicies;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Random steps through the fee accounts and contracts of two merchants; the ledger and the accounts are asked after each. */
final class FeeWalk {

    private static final List<MerchantFeeAccountId> MERCHANTS =
            List.of(MerchantFeeAccountId.of(People.ACME, "M-1"), MerchantFeeAccountId.of(People.ACME, "M-2"));
    private static final int ORDERS = 6;

    private final SplittableRandom random;
    // Orders and refunds are played, so their own policies have nothing to say here.
    private final World world = new World(
            this::witness,
            Stream.concat(
                            ReceiptPolicies.all().stream(),
                            Stream.of(PayoutPolicies.policy(), PureApproval.policy(), PureContract.policy()))
                    .toList());
    private final Map<MerchantFeeAccountId, VirtualAccountId> numbers = new HashMap<>();
    private final Map<MerchantFeeAccountId, Long> cameIn = new HashMap<>();
    private final Set<BankReceiptId> taken = new HashSet<>();
    private final Set<String> refusals = new HashSet<>();
    private final PaymentTalk payments;
    private int receipts;

    FeeWalk(long seed) {
        this.random = new SplittableRandom(seed);
        this.payments = new PaymentTalk(world, random, this::give);
        MERCHANTS.forEach(merchant -> give(new OpenFeeAccount(merchant, Sale.CUSTODY), People.BUSINESS));
        // One of them may lend from the beginning; the other one must come to it.
        lend(MERCHANTS.getFirst(), Money.yuan(30));
    }

    World world() {
        return world;
    }

    Set<String> refusals() {
        return refusals;
    }

    void step() {
        var merchant = MERCHANTS.get(random.nextInt(MERCHANTS.size()));
        switch (random.nextInt(18)) {
            case 0, 1, 2, 3 ->
                give(
                        new ReserveFee(merchant, new FeeTaker.Order(order()), money(1_200), Optional.empty()),
                        People.BUSINESS);
            case 4, 5, 6 ->
                give(new EndFeeReservation(merchant, new FeeTaker.Order(order()), "EXPIRED"), People.BUSINESS);
            case 7 -> arrive(Optional.ofNullable(numbers.get(merchant)));
            case 8 -> arrive(Optional.empty());
            case 9 -> aboutSomeReceipt(merchant);
            case 10 -> stand(merchant);
            case 11 -> askForMore(merchant);
            default -> payments.step(merchant);
        }
        world.pass(Duration.ofMinutes(random.nextInt(90)));
        // A policy that reads some old event again does nothing that it did not do then.
        world.react(random.nextInt(world.length()));
        MERCHANTS.forEach(this::assertAddsUp);
        world.ids(MerchantContractId.class)
                .forEach(id ->
                        assertAddsUp(id, world.find(id, PureContract.class).orElseThrow()));
        world.ids(BankReceiptId.class).forEach(this::assertIsSomewhere);
    }

    private void give(Command command, Actor actor) {
        var length = world.length();
        var before = world.aggregate(command.target()).state();
        if (world.ask(command, actor) instanceof Decision.Rejected<? extends DomainEvent>(var reason)) {
            refusals.add(reason.code());
            assertThat(world.length()).as("a refusal records nothing").isEqualTo(length);
            assertThat(world.aggregate(command.target()).state())
                    .as("a refusal changes nothing")
                    .isSameAs(before);
        }
    }

    private void arrive(Optional<VirtualAccountId> number) {
        var receipt = Sale.receipt("F-" + receipts++);
        give(
                new RecordReceipt(
                        receipt,
                        money(2_000),
                        number,
                        Optional.of(new BankAccountRef(
                                "T-9", "307584007998", BankAccountRef.UNNAMED, BankAccountRef.AccountClass.CORPORATE)),
                        Optional.empty(),
                        world.now(),
                        Optional.empty()),
                People.BANK);
    }

    /** People assign it, assign it once more, want it back, or want it out of the account that took it. */
    private void aboutSomeReceipt(MerchantFeeAccountId merchant) {
        if (receipts == 0) {
            return;
        }
        var receipt = Sale.receipt("F-" + random.nextInt(receipts));
        give(
                switch (random.nextInt(6)) {
                    case 0 -> new RequestReturn(receipt);
                    case 1 -> new RequestCorrection(receipt, Optional.empty());
                    default -> AssignReceipt.byPeople(receipt, merchant);
                },
                People.OPERATOR);
    }

    private void stand(MerchantFeeAccountId merchant) {
        var standings = FeeAccountStanding.values();
        // Back to work more often than not, so that something happens.
        var next = random.nextBoolean() ? FeeAccountStanding.ACTIVE : standings[random.nextInt(standings.length)];
        give(new ChangeStanding(merchant, next, "COMPLAINTS"), People.OPERATOR);
    }

    private void askForMore(MerchantFeeAccountId merchant) {
        if (random.nextInt(8) == 0) {
            give(new RequestAdvanceLimit(merchant, Money.yuan(10_001)), People.OPERATOR);
        } else {
            lend(merchant, Money.yuan(random.nextInt(40)));
        }
    }

    private void lend(MerchantFeeAccountId merchant, Money limit) {
        give(new RequestAdvanceLimit(merchant, limit), People.OPERATOR);
        var open = world.ids(ApprovalRequestId.class);
        if (!open.isEmpty()) {
            var request = open.getLast();
            give(
                    random.nextInt(5) == 0 ? new Decline(request, "NO") : new Approve(request),
                    random.nextInt(9) == 0 ? People.OPERATOR : People.CAROL);
        }
    }

    private String order() {
        return "O-" + random.nextInt(ORDERS);
    }

    private Money money(int mostFen) {
        return Money.fen(1 + random.nextInt(mostFen));
    }

    private void witness(DomainEvent event) {
        switch (event) {
            case FeeAccountNumberAttached e -> numbers.put(e.account(), e.number());
            case MerchantBFunded e -> {
                assertThat(taken.add(e.receipt()))
                        .as("%s is taken once", e.receipt())
                        .isTrue();
                cameIn.merge(e.account(), e.amount().minorUnits(), Long::sum);
            }
            case FeeAdvanced e -> {
                cameIn.merge(e.account(), e.amount().minorUnits(), Long::sum);
                assertIsWithinLimit(e.account());
            }
            case RefundFeeGranted e -> {
                // A limit that was lowered meanwhile forbids nothing that lends nothing.
                if (!e.advanced().isZero()) {
                    assertIsWithinLimit(e.account());
                }
                payments.witness(e);
            }
            case FeeReservationTaken e -> cameIn.merge(e.account(), -e.amount().minorUnits(), Long::sum);
            case MerchantBCredited e -> cameIn.merge(e.account(), e.amount().minorUnits(), Long::sum);
            case AdvanceRecovered e -> cameIn.merge(e.account(), -e.amount().minorUnits(), Long::sum);
            default -> {
                // Neither brings money to a merchant nor takes it.
            }
        }
    }

    private void assertIsWithinLimit(MerchantFeeAccountId merchant) {
        assertThat(account(merchant).lent().exceeds(account(merchant).limit()))
                .as("what is lent or promised stays within the limit when it is")
                .isFalse();
    }

    /** What is left of a payment, and what of it refunds have set aside, are what the ledger says. */
    private void assertAddsUp(MerchantContractId id, PureContract contract) {
        for (var order : contract.orders()) {
            var payment = id + ":" + order.outTradeNo();
            assertThat(balance(AccountCode.R2003, payment + ".AVAILABLE"))
                    .isEqualTo(contract.available(order).minorUnits());
            assertThat(balance(AccountCode.R2003, payment + ".RESERVED"))
                    .isEqualTo(contract.reserved(order).minorUnits());
        }
    }

    /** The account, the ledger, and what went through it say the same; nothing is available while something is owed. */
    private void assertAddsUp(MerchantFeeAccountId merchant) {
        var account = account(merchant);
        var available = account.available().minorUnits();
        var reserved = account.reserved().minorUnits();
        var advanced = account.advanced().minorUnits();
        assertThat(balance(AccountCode.R2004, merchant + ".AVAILABLE")).isEqualTo(available);
        assertThat(balance(AccountCode.R2004, merchant + ".RESERVED")).isEqualTo(reserved);
        assertThat(balance(AccountCode.O1201, merchant.value())).isEqualTo(advanced);
        assertThat(cameIn.getOrDefault(merchant, 0L)).isEqualTo(available + reserved);
        assertThat(available == 0 || advanced == 0)
                .as("%s available while %s is owed", available, advanced)
                .isTrue();
    }

    /** Once the policies have nothing left to say, each receipt is where its money is: with a merchant, waiting, or going back. */
    private void assertIsSomewhere(BankReceiptId receipt) {
        var stage = world.find(receipt, PureBankReceipt.class)
                .map(PureBankReceipt::stage)
                .orElseThrow();
        assertThat(stage).as("%s is not on its way for ever", receipt).isIn("SUSPENDED", "CONSUMED", "RETURNING");
        assertThat(taken.contains(receipt)).isEqualTo(stage.equals("CONSUMED"));
        assertThat(balance(AccountCode.R2101, receipt.subLedger()) > 0).isEqualTo(stage.equals("SUSPENDED"));
    }

    private long balance(AccountCode code, String subLedger) {
        return world.books().balance(code, subLedger);
    }

    private PureFeeAccount account(MerchantFeeAccountId merchant) {
        return world.find(merchant, PureFeeAccount.class).orElseThrow();
    }
}
