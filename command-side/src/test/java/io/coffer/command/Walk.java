package io.coffer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.AgreementCommand.OpenEscrowAccount;
import io.coffer.api.accounts.AgreementCommand.SignSupplement;
import io.coffer.api.accounts.ClosureCommand.CancelBeforeFunding;
import io.coffer.api.accounts.ClosureCommand.CloseAccount;
import io.coffer.api.accounts.ConditionCommand.ConfirmReleaseCondition;
import io.coffer.api.accounts.ContractRef;
import io.coffer.api.accounts.DeductionCommand.RequestDeduction;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.FreezeCommand.ExpireFreeze;
import io.coffer.api.accounts.FreezeCommand.FreezeFunds;
import io.coffer.api.accounts.FreezeCommand.RenewFreeze;
import io.coffer.api.accounts.FreezeCommand.RequestUnfreeze;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.HoldbackCommand.AcceptHoldbackClaim;
import io.coffer.api.accounts.HoldbackCommand.ClaimHoldback;
import io.coffer.api.accounts.HoldbackCommand.ConfirmHandover;
import io.coffer.api.accounts.HoldbackCommand.DisputeHoldbackClaim;
import io.coffer.api.accounts.HoldbackCommand.ExpireObjection;
import io.coffer.api.accounts.HoldbackCommand.HoldBack;
import io.coffer.api.accounts.HoldbackCommand.RejectHoldbackSettlement;
import io.coffer.api.accounts.HoldbackCommand.RequestHoldbackSettlement;
import io.coffer.api.accounts.HoldbackCommand.WithdrawHoldbackClaim;
import io.coffer.api.accounts.LegRequest;
import io.coffer.api.accounts.PayeeCommand.BindPayee;
import io.coffer.api.accounts.PayeeCommand.ChangePayee;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.accounts.ReleaseCommand.RejectRelease;
import io.coffer.api.accounts.ReleaseCommand.RequestRelease;
import io.coffer.api.accounts.ReleaseCondition;
import io.coffer.api.accounts.ReturnCommand.RequestReissue;
import io.coffer.api.accounts.ReturnCommand.RestoreReturned;
import io.coffer.api.accounts.TerminationCommand.AgreeTerminationPlan;
import io.coffer.api.accounts.TerminationCommand.RejectTerminationPlan;
import io.coffer.api.accounts.TerminationCommand.RequestTermination;
import io.coffer.api.accounts.TerminationCommand.WithdrawTermination;
import io.coffer.api.accounts.TerminationLegRequest;
import io.coffer.api.approvals.ApprovalCommand.Approve;
import io.coffer.api.approvals.ApprovalCommand.Decline;
import io.coffer.api.approvals.ApprovalCommand.ExpireApproval;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.ledger.AccountCode;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSwitchCommand.RequestResume;
import io.coffer.api.payouts.PayoutSwitchCommand.StopPayouts;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.LineCommand;
import io.coffer.api.receipts.LineCommand.HandOverReturn;
import io.coffer.api.receipts.LineCommand.NoteOwnTransfer;
import io.coffer.api.receipts.LineCommand.NoteReturn;
import io.coffer.api.receipts.MatchedBy;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptCommand.SuspendReceipt;
import io.coffer.api.receipts.ReceiptUse;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VerdictCommand.RefundExcess;
import io.coffer.api.receipts.VerdictCommand.RequestCorrection;
import io.coffer.api.receipts.VerdictCommand.RequestReturn;
import io.coffer.api.receipts.VerdictCommand.RequestVerdict;
import io.coffer.api.receipts.VerdictCommand.Stated;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.refunds.RefundId;
import io.coffer.command.accounts.DissolvedSale;
import io.coffer.command.accounts.PureEscrowAccount;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.People;
import io.coffer.command.kernel.Scenario;
import io.coffer.command.payouts.PurePayout;
import io.coffer.command.receipts.PureBankReceipt;
import io.coffer.command.refunds.PureRefund;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Two home sales, pushed about at random by everybody at once. */
final class Walk {

    private static final List<EscrowAccountId> ACCOUNTS = List.of(Sale.ACCOUNT, EscrowAccountId.of(People.ACME, "C-2"));
    private static final long[] AMOUNTS = {
        1, 4_999_999, 5_000_000, 60_000_000, 100_000_000, 100_000_001, 140_000_000, 200_000_000
    };
    /** As the names of a contract are known; those of the other one are not. */
    private static final List<Party> NAMED = List.of(
            new Party("B-1", PartyRole.BUYER, Optional.of(Sale.BUYER.account().holderDigest())),
            new Party("S-1", PartyRole.SELLER, Optional.of(Sale.SELLER.account().holderDigest())),
            new Party(
                    "L-1",
                    PartyRole.LENDER,
                    Optional.of(DissolvedSale.LENDER.account().holderDigest())));

    private static final List<Actor> CHECKERS = List.of(People.CAROL, People.CARL, People.OPERATOR, People.BUSINESS);

    private final RandomGenerator random;
    private final RandomBank bank;
    private final World world;
    private final BankTalk talk;
    private final SensibleSteps sensible;
    private final RefundSteps refunds;
    private final int receipts;

    /** Payers pay what is missing and sellers ask for what is there: only such a sale ever gets closed. */
    private final boolean tidy;

    private int quietAt;

    Walk(long seed) {
        // The first answers of java.util.Random hardly differ from one small seed to the next.
        this.random = new SplittableRandom(seed);
        this.bank = new RandomBank(random);
        this.world = new World(bank::witness);
        this.talk = new BankTalk(world, bank, random);
        this.sensible = new SensibleSteps(world, talk, random);
        this.refunds = new RefundSteps(world, random);
        this.tidy = random.nextBoolean();
        this.receipts = 2 + random.nextInt(10);
        ACCOUNTS.forEach(this::open);
    }

    void step() {
        if (random.nextInt(tidy ? 2 : 4) == 0) {
            sensible.step(account());
            return;
        }
        switch (random.nextInt(25)) {
            case 0, 1, 2 -> notice();
            case 3 -> confirm();
            case 4 ->
                world.give(
                        new BindPayee(account(), random.nextInt(3) == 0 ? Sale.BUYER : Sale.SELLER, List.of(Sale.DEED)),
                        People.BUSINESS);
            case 5, 6 -> request();
            case 7, 8 -> approve();
            case 9, 10, 11, 12 ->
                pick(world.ids(PayoutId.class)).ifPresent(payout -> {
                    handOver(payout);
                    talk.step(payout);
                });
            case 13 -> people();
            case 14 -> ending();
            case 15, 16 -> {
                // Before anything went out nothing comes back: such a step is better spent on getting there.
                if (world.ids(PayoutId.class).isEmpty()) {
                    confirm();
                } else {
                    comingBack();
                }
            }
            case 17 -> {
                if (!tidy) {
                    parties();
                }
            }
            case 18, 19 -> hold();
            case 20 -> deduct();
            case 21, 22 -> holdBack();
            case 23 -> dissolve();
            default -> world.pass(Duration.ofSeconds(1L << random.nextInt(20)));
        }
    }

    private void open(EscrowAccountId account) {
        var sale = Sale.open();
        var contract = new ContractRef(account.contractNo(), sale.contract().businessLine(), "110105");
        world.give(
                new OpenEscrowAccount(
                        account,
                        contract,
                        account.equals(ACCOUNTS.getFirst()) ? NAMED : DissolvedSale.PARTIES,
                        switch (random.nextInt(3)) {
                            case 0 -> Sale.HELD_TERMS;
                            case 1 -> Sale.PAID_IN_TERMS;
                            default -> sale.terms();
                        },
                        sale.custodyAccount()),
                People.BUSINESS);
    }

    private void notice() {
        var paidUp = world.find(ACCOUNTS.getFirst(), PureEscrowAccount.class)
                .filter(account -> account.missing().isZero())
                .isPresent();
        if (tidy && paidUp) {
            return;
        }
        var numbers = world.ids(VirtualAccountId.class);
        var number = random.nextInt(8) == 0
                ? Optional.of(Sale.NUMBER)
                : pick(numbers).filter(_ -> random.nextInt(8) > 0);
        var receipt = Sale.receipt("X" + random.nextInt(receipts));
        if (random.nextInt(16) == 0) {
            world.give(noReceipt(receipt), People.BANK);
        }
        var notice = new RecordReceipt(
                receipt,
                amount(PureEscrowAccount::missing),
                number,
                payer(),
                Optional.empty(),
                Scenario.NOON,
                Optional.empty());
        world.give(notice, People.BANK);
        var length = world.length();
        world.give(notice, People.BANK);
        assertThat(world.length()).as("the same notice again").isEqualTo(length);
    }

    /** Somebody names a payout that cannot have come back yet; asked once more, later, it must not take the line. */
    private void handOver(PayoutId payout) {
        world.find(payout, PurePayout.class)
                .filter(seen -> seen.stage().equals("CREATED"))
                .flatMap(_ -> pick(at("RETURN_NOTED")))
                .ifPresent(line -> world.give(new HandOverReturn(line, payout), People.OPERATOR));
    }

    /** The same line as something else, from which nothing may follow once it is known. */
    private LineCommand noReceipt(BankReceiptId line) {
        var amount = amount(PureEscrowAccount::missing);
        return random.nextBoolean()
                ? new NoteOwnTransfer(line, amount, Optional.empty(), Optional.empty(), Scenario.NOON)
                : new NoteReturn(
                        line, amount, Optional.empty(), Optional.empty(), Optional.empty(), Scenario.NOON, false);
    }

    /** One of the contract, by his account or only by his name; somebody else; or the bank does not say who. */
    private Optional<BankAccountRef> payer() {
        return switch (random.nextInt(8)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(named(BankAccountRef.UNNAMED));
            case 2 -> Optional.of(named("H-STRANGER"));
            case 3 -> Optional.of(named(DissolvedSale.LENDER.account().holderDigest()));
            case 4, 5 -> Optional.of(Sale.BUYER.account());
            default -> Optional.of(Sale.payeeWith("T-8").account());
        };
    }

    private static BankAccountRef named(String digest) {
        return new BankAccountRef("T-9", "307584007998", digest, BankAccountRef.AccountClass.PERSONAL);
    }

    private void confirm() {
        var conditions = ReleaseCondition.values();
        var condition = conditions[random.nextInt(conditions.length)];
        world.give(new ConfirmReleaseCondition(account(), condition, List.of(Sale.DEED)), People.BUSINESS);
    }

    private void request() {
        var amount = amount(account -> account.releasable(world.now()));
        world.give(new RequestRelease(account(), release(), "S-1", amount), People.BUSINESS);
    }

    private void approve() {
        var requests = world.ids(ApprovalRequestId.class);
        var latest = requests.isEmpty() || random.nextBoolean() ? pick(requests) : Optional.of(requests.getLast());
        latest.ifPresent(request -> world.give(
                random.nextInt(6) == 0 ? new Decline(request, "DOUBTS") : new Approve(request),
                CHECKERS.get(random.nextInt(CHECKERS.size()))));
    }

    /** The bank gives back what it paid, and somebody decides about it. */
    private void comingBack() {
        if (random.nextInt(tidy ? 5 : 2) == 0) {
            pick(world.ids(PayoutId.class).stream().filter(this::mayComeBack).toList())
                    .ifPresent(talk::giveBack);
            return;
        }
        var account = account();
        var returns = world.find(account, PureEscrowAccount.class)
                .map(PureEscrowAccount::returns)
                .orElse(List.of());
        var release = pick(returns).orElseGet(this::release);
        world.give(
                random.nextInt(3) == 0 ? new RestoreReturned(account, release) : new RequestReissue(account, release),
                random.nextBoolean() ? People.BUSINESS : People.OPERATOR);
    }

    /** What the bank has paid, whether we know it or not. */
    private boolean mayComeBack(PayoutId payout) {
        return bank.hasPaid(payout)
                && world.find(payout, PurePayout.class)
                        .filter(seen -> !seen.stage().equals("RETURNED"))
                        .isPresent();
    }

    /** Another card, and another agreement. */
    private void parties() {
        var account = account();
        if (random.nextInt(3) > 0) {
            world.give(
                    new ChangePayee(account, Sale.payeeWith("T-" + (1 + random.nextInt(3))), List.of(Sale.DEED)),
                    People.BUSINESS);
            return;
        }
        var supplements = world.find(account, PureEscrowAccount.class)
                .map(PureEscrowAccount::supplements)
                .orElse(0);
        var wish = Sale.supplement(account, supplements + 1, Money.yuan(random.nextInt(3) * 1_000L));
        world.give(
                new SignSupplement(account, wish.supplementNo(), wish.terms(), DissolvedSale.ALL_SIGN),
                People.BUSINESS);
    }

    private void people() {
        switch (random.nextInt(8)) {
            case 0 -> world.give(new StopPayouts(PayoutSwitchId.all(), "DRILL"), People.OPERATOR);
            case 1, 2, 3 -> world.give(new RequestResume(PayoutSwitchId.all(), "CHECKED"), People.OPERATOR);
            default ->
                pick(random.nextBoolean() ? at("SUSPENDED") : world.ids(BankReceiptId.class))
                        .ifPresent(this::onReceipt);
        }
        pick(at("RECORDED")).ifPresent(this::match);
        pick(random.nextBoolean() ? at("OWN_TRANSFER") : at("RETURN_NOTED")).ifPresent(this::isReceipt);
    }

    /** Papers say that what was told as a return or as our own money is a receipt. */
    private void isReceipt(BankReceiptId line) {
        world.give(new RequestVerdict(line, Stated.IS_RECEIPT, Optional.empty(), List.of(Sale.DEED)), People.OPERATOR);
    }

    /** Whatever a lookup finds, be it old or wrong: the account decides by itself. */
    private void match(BankReceiptId receipt) {
        world.give(
                switch (random.nextInt(3)) {
                    case 0 -> new SuspendReceipt(receipt, SuspenseReason.AMBIGUOUS, ACCOUNTS);
                    default -> new AssignReceipt(receipt, account(), Optional.empty(), MatchedBy.PAYER_AND_AMOUNT);
                },
                People.POLICY);
    }

    /** Orders of every kind come and go; the tidy sale is rarely disturbed. */
    private void hold() {
        var account = account();
        var kinds = FreezeKind.values();
        var kind = kinds[random.nextInt(kinds.length)];
        if (tidy && (random.nextInt(8) > 0 || kind == FreezeKind.DOC_PENDING)) {
            return;
        }
        switch (random.nextInt(6)) {
            case 0 ->
                world.give(new RequestUnfreeze(account, order(account), "B-1", List.of(Sale.DEED)), People.OPERATOR);
            case 1 ->
                world.give(new RenewFreeze(account, order(account), inADay(kind), List.of(Sale.DEED)), People.OPERATOR);
            case 2, 3 -> world.give(new ExpireFreeze(account, order(account)), People.POLICY);
            default -> world.give(freeze(account, kind), People.OPERATOR);
        }
    }

    private FreezeFunds freeze(EscrowAccountId account, FreezeKind kind) {
        var amount =
                Optional.of(Money.fen(AMOUNTS[random.nextInt(AMOUNTS.length)])).filter(_ -> random.nextBoolean());
        return new FreezeFunds(
                account,
                new FreezeOrder(
                        "F-" + random.nextInt(12),
                        kind,
                        "B-1",
                        kind.holdsAmount() ? amount : Optional.empty(),
                        item(kind)),
                inADay(kind),
                List.of(Sale.DEED));
    }

    /** Mostly one that exists. */
    private String order(EscrowAccountId account) {
        var known = world.find(account, PureEscrowAccount.class)
                .map(PureEscrowAccount::orders)
                .orElse(List.of());
        return random.nextInt(8) == 0 ? "F-9" : pick(known).orElse("F-0");
    }

    private Optional<PaymentItem> item(FreezeKind kind) {
        return kind == FreezeKind.DISPUTE && random.nextBoolean()
                ? Optional.of(random.nextBoolean() ? PaymentItem.LOAN_PROCEEDS : PaymentItem.HOLDBACK_DEPOSIT)
                : Optional.empty();
    }

    private Optional<Instant> inADay(FreezeKind kind) {
        return Optional.of(world.now().plus(Duration.ofDays(1))).filter(_ -> kind == FreezeKind.JUDICIAL);
    }

    private void deduct() {
        var account = account();
        world.give(
                new RequestDeduction(
                        account,
                        release(),
                        order(account),
                        Money.fen(AMOUNTS[random.nextInt(AMOUNTS.length)]),
                        Sale.SELLER.account(),
                        List.of(Sale.DEED)),
                People.OPERATOR);
    }

    private List<BankReceiptId> at(String stage) {
        return world.ids(BankReceiptId.class).stream()
                .filter(receipt -> world.find(receipt, PureBankReceipt.class)
                        .filter(seen -> seen.stage().equals(stage))
                        .isPresent())
                .toList();
    }

    /** Somebody finds out whose it is, or that it is nobody's, or wrong. */
    private void onReceipt(BankReceiptId receipt) {
        var papers = List.of(Sale.DEED);
        world.give(
                switch (random.nextInt(tidy ? 14 : 10)) {
                    case 0, 1, 2 -> new RequestReturn(receipt);
                    case 3 -> new RequestCorrection(receipt, Optional.of(account()));
                    case 4 -> new RequestCorrection(receipt, Optional.empty());
                    case 5 -> new RequestVerdict(receipt, Stated.AS_RECORDED, Optional.empty(), papers);
                    case 6 ->
                        new RequestVerdict(
                                receipt, Stated.OTHER_AMOUNT, Optional.of(amount(PureEscrowAccount::missing)), papers);
                    case 7 -> new RequestVerdict(receipt, Stated.NEVER_BOOKED, Optional.empty(), papers);
                    default -> AssignReceipt.byPeople(receipt, account(), use());
                },
                People.OPERATOR);
    }

    /** Mostly the account is to tell. */
    private Optional<ReceiptUse> use() {
        return Optional.of(random.nextBoolean() ? ReceiptUse.PRICE : ReceiptUse.HOLDBACK)
                .filter(_ -> random.nextInt(3) == 0);
    }

    /** A part stays, is quarrelled about, and goes to both. */
    private void holdBack() {
        var account = account();
        var claimNo = "K-" + random.nextInt(3);
        switch (random.nextInt(11)) {
            case 0 ->
                world.give(
                        new ClaimHoldback(account, claimNo, "B-1", smallAmount(), List.of(Sale.DEED)), People.BUSINESS);
            case 1 -> world.give(new AcceptHoldbackClaim(account, claimNo, "S-1", List.of(Sale.DEED)), People.BUSINESS);
            case 2 ->
                world.give(new DisputeHoldbackClaim(account, claimNo, "S-1", List.of(Sale.DEED)), People.BUSINESS);
            case 3 -> world.give(new WithdrawHoldbackClaim(account, claimNo, "X"), People.BUSINESS);
            case 4 -> {
                world.pass(Duration.ofDays(random.nextInt(7)));
                List.of("K-0", "K-1", "K-2")
                        .forEach(number -> world.give(new ExpireObjection(account, number), People.POLICY));
                world.give(new RejectHoldbackSettlement(account, 1 + random.nextInt(3), "X"), People.BUSINESS);
            }
            case 5, 6, 7 -> world.give(new HoldBack(account), People.BUSINESS);
            case 8, 9 -> world.give(new ConfirmHandover(account, Sale.SIGNED), People.BUSINESS);
            default -> {
                var legs = List.of(new LegRequest("L-" + random.nextInt(6), "S-1", smallAmount(), Optional.empty()));
                world.give(new RequestHoldbackSettlement(account, legs), People.BUSINESS);
            }
        }
    }

    /** Sometimes under a number that another receipt's refund has. */
    private void refundExcess() {
        pick(at("CONSUMED").stream()
                        .filter(receipt -> world.find(receipt, PureBankReceipt.class)
                                .filter(PureBankReceipt::hasExcess)
                                .isPresent())
                        .toList())
                .ifPresent(receipt -> world.give(
                        new RefundExcess(receipt, "X-" + random.nextInt(60), "PAID_TOO_MUCH"), People.OPERATOR));
    }

    /** The parties want out, and some of them back in. */
    private void dissolve() {
        refunds.step();
        refundExcess();
        var account = account();
        switch (random.nextInt(tidy ? 24 : 10)) {
            case 0 -> world.give(new RequestTermination(account, "X", List.of(Sale.DEED)), People.BUSINESS);
            case 1, 2 -> world.give(new WithdrawTermination(account, "X"), People.BUSINESS);
            case 3 -> world.give(new RejectTerminationPlan(account, 1 + random.nextInt(3), "X"), People.BUSINESS);
            case 4 -> {
                var leg = new TerminationLegRequest(
                        release(),
                        List.of("B-1", "S-1", "L-1").get(random.nextInt(3)),
                        amount(PureEscrowAccount::balance),
                        pick(world.ids(BankReceiptId.class)).filter(_ -> random.nextBoolean()));
                world.give(new AgreeTerminationPlan(account, List.of(leg), DissolvedSale.ALL_SIGN), People.BUSINESS);
            }
            default ->
                world.find(account, PureEscrowAccount.class)
                        .map(seen -> seen.plan(this::release))
                        .ifPresent(legs -> world.give(
                                new AgreeTerminationPlan(account, legs, DissolvedSale.ALL_SIGN), People.BUSINESS));
        }
    }

    private Money smallAmount() {
        return random.nextInt(8) > 0 ? Money.yuan(random.nextInt(50)).plus(Money.fen(1)) : Money.yuan(50_000);
    }

    private void ending() {
        switch (random.nextInt(7)) {
            case 0 -> world.give(new CancelBeforeFunding(ACCOUNTS.getLast(), "X"), People.BUSINESS);
            case 1 -> world.give(new RejectRelease(account(), release(), "X"), People.BUSINESS);
            case 2 -> world.react(random.nextInt(world.length()));
            case 3 ->
                pick(world.ids(ApprovalRequestId.class))
                        .ifPresent(request -> world.give(new ExpireApproval(request), People.POLICY));
            default -> world.give(new CloseAccount(account()), People.BUSINESS);
        }
    }

    /** What must be true whenever nobody has anything left to say. */
    void assertQuiet() {
        if (world.length() == quietAt) {
            return;
        }
        quietAt = world.length();
        for (var account : ACCOUNTS) {
            world.find(account, PureEscrowAccount.class)
                    .ifPresent(live -> assertThat(live.balance().minorUnits())
                            .as("what %s believes in", account)
                            .isEqualTo(world.books().held(account.tenant() + ":" + account.contractNo())));
        }
        // C12: a receipt is open until it is consumed, a payout until its end.
        for (var receipt : world.ids(BankReceiptId.class)) {
            var open = world.books().balance(AccountCode.R2101, receipt.subLedger()) > 0;
            var stage = world.find(receipt, PureBankReceipt.class).map(PureBankReceipt::stage);
            assertThat(open)
                    .as("%s is %s", receipt, stage)
                    .isEqualTo(stage.filter(Walk::isOpen).isPresent());
        }
        for (var refund : world.ids(RefundId.class)) {
            var stage = world.find(refund, PureRefund.class).map(PureRefund::stage);
            assertThat(world.books().balance(AccountCode.R2103, refund.value()))
                    .as("%s goes by transfer", refund)
                    .isZero();
            assertThat(world.books().balance(AccountCode.R2103, refund.value() + ":REROUTE") > 0)
                    .as("%s is %s", refund, stage)
                    .isEqualTo(stage.filter(name -> name.equals("REROUTE_PENDING") || name.equals("REROUTE_REQUESTED"))
                            .isPresent());
        }
        for (var receipt : world.ids(BankReceiptId.class)) {
            // A refund that nobody must agree to, or that was agreed to, has its money; one that ended wants none.
            world.find(receipt, PureBankReceipt.class)
                    .flatMap(PureBankReceipt::promisedTo)
                    .ifPresent(refund -> assertThat(
                                    world.find(refund, PureRefund.class).map(PureRefund::stage))
                            .as("for whom %s keeps its excess", receipt)
                            .contains("PENDING_APPROVAL"));
        }
        for (var payout : world.ids(PayoutId.class)) {
            var open = world.books().balance(AccountCode.R2104, payout.value()) > 0;
            var stage = world.find(payout, PurePayout.class).map(PurePayout::stage);
            assertThat(open)
                    .as("%s is %s", payout, stage)
                    .isEqualTo(stage.filter(
                                    name -> !name.equals("PAID") && !name.equals("RETURNED") && !name.equals("FAILED"))
                            .isPresent());
        }
    }

    void assertConsistent() {
        world.assertConsistent();
    }

    List<String> accountStages() {
        return ACCOUNTS.stream()
                .flatMap(account -> world.find(account, PureEscrowAccount.class).stream())
                .map(PureEscrowAccount::status)
                .toList();
    }

    World world() {
        return world;
    }

    private static boolean isOpen(String stage) {
        return Set.of("RECORDED", "SUSPENDED", "ASSIGNED").contains(stage);
    }

    private EscrowAccountId account() {
        return random.nextInt(4) == 0 ? ACCOUNTS.getLast() : ACCOUNTS.getFirst();
    }

    private String release() {
        return "R-" + random.nextInt(6);
    }

    private Money amount(Function<PureEscrowAccount, Money> fitting) {
        var right = tidy || random.nextBoolean()
                ? world.find(ACCOUNTS.getFirst(), PureEscrowAccount.class)
                        .map(fitting)
                        .orElse(Money.ZERO)
                : Money.ZERO;
        return right.isZero() ? Money.fen(AMOUNTS[random.nextInt(AMOUNTS.length)]) : right;
    }

    private <T> Optional<T> pick(List<T> from) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
    }
}
