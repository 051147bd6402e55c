package io.coffer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.approvals.ApprovalCommand.Approve;
import io.coffer.api.approvals.ApprovalCommand.Decline;
import io.coffer.api.approvals.ApprovalCommand.ExpireApproval;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.ledger.AccountCode;
import io.coffer.api.merchants.FeeAccountCommand.ChangeStanding;
import io.coffer.api.merchants.FeeAccountCommand.OpenFeeAccount;
import io.coffer.api.merchants.FeeAccountCommand.RequestAdvanceLimit;
import io.coffer.api.merchants.FeeAccountEvent.FeeAccountNumberAttached;
import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.Capture;
import io.coffer.api.payments.ChannelTerms;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.FeeTerm;
import io.coffer.api.payments.PaymentCommand.AdmitRefund;
import io.coffer.api.payments.PaymentCommand.CancelPaymentOrder;
import io.coffer.api.payments.PaymentCommand.CapturePayment;
import io.coffer.api.payments.PaymentCommand.CreatePaymentOrder;
import io.coffer.api.payments.PaymentCommand.ExpirePaymentOrder;
import io.coffer.api.payments.PaymentEvent.DuplicatePaymentDetected;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentEvent.PaymentNumberAttached;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCreated;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payments.PaymentRejection;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.promotions.CampaignCommand.CreateCampaign;
import io.coffer.api.promotions.CampaignCommand.EndCampaign;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.promotions.CampaignTerms;
import io.coffer.api.promotions.DiscountWish;
import io.coffer.api.promotions.Funder;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptTarget;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.refunds.RecoveryLeg;
import io.coffer.api.refunds.RecoveryPlan;
import io.coffer.api.refunds.RefundCommand.CancelRefund;
import io.coffer.api.refunds.RefundCommand.RequestReroute;
import io.coffer.api.refunds.RefundCommand.RetryFunding;
import io.coffer.api.refunds.RefundCommand.RetryRefund;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RouteWish;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.splits.SplitCommand.CancelSplit;
import io.coffer.api.splits.SplitCommand.DefineSplit;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitTerms;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.People;
import io.coffer.command.merchants.PureContract;
import io.coffer.command.merchants.PureFeeAccount;
import io.coffer.command.payments.PurePaymentOrder;
import io.coffer.command.promotions.PureCampaign;
import io.coffer.command.refunds.PureRefund;
import io.coffer.command.settlements.PureSettlement;
import io.coffer.command.splits.PureSplit;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Two merchants whose customers pay, pay twice and want it back, pushed about at random by everybody at once. */
final class ShopWalk {

    private static final List<MerchantContractId> CONTRACTS = List.of(
            MerchantContractId.of(People.ACME, "M-1", "L-1"),
            MerchantContractId.of(People.ACME, "M-1", "L-2"),
            MerchantContractId.of(People.ACME, "M-2", "L-1"));
    private static final List<MerchantFeeAccountId> MERCHANTS =
            CONTRACTS.stream().map(MerchantContractId::feeAccount).distinct().toList();
    private static final long[] PRICES = {1, 100, 99_999, 100_000, 100_001, 140_000, 5_000_000};
    private static final BankAccountRef PAYER = account("T-P", "H-P");
    private static final BankAccountRef OTHER_CARD = account("T-Q", "H-P");
    private static final BankAccountRef STRANGER = account("T-S", "H-S");
    private static final List<Evidence> PAPERS = List.of(new Evidence("D-1", "BANK_CARD", "1".repeat(64)));
    private static final Set<String> ENDED = Set.of("SUCCEEDED", "CANCELLED", "REJECTED");
    /** Where a policy has something to say at once; nothing stays there. */
    private static final Set<String> PASSED = Set.of("APPROVED", "SOURCE_RESERVED", "RECOVERING", "REROUTE_VERIFIED");

    private static final CampaignId OURS = CampaignId.of(People.ACME, "C-1");
    private static final CampaignId BILLED = CampaignId.of(People.ACME, "C-2");
    private static final Money DISCOUNT_MAX = Money.yuan(30);

    private static final int ORDERS = 10;
    private static final int REFUNDS = 30;
    private static final int SPLITS = 12;
    private static final int REPEATS = 40;
    /** Where a split waits for nobody but people, or is over. */
    private static final Set<String> AT_REST =
            Set.of("PENDING_APPROVAL", "EXECUTED", "BLOCKED", "CANCELLED", "REJECTED");

    private final SplittableRandom random;
    private final boolean isLate;
    private final boolean isHonest;
    private final World world;
    private final RandomBank bank;
    private final RandomChannel channel;
    private final BankTalk bankTalk;
    private final RefundTalk refundTalk;
    private final PaperSteps paperSteps;
    private final Map<ReceiptTarget, VirtualAccountId> numbers = new HashMap<>();
    private final List<PaymentOrderId> orders = new ArrayList<>();
    private final Map<PaymentOrderId, List<String>> payments = new HashMap<>();
    private final List<SplitId> splits = new ArrayList<>();
    private final Set<String> refusals = new HashSet<>();
    private final Set<String> stages = new TreeSet<>();
    private final List<PaymentCaptured> captures = new ArrayList<>();
    private int serial;

    ShopWalk(long seed) {
        this.random = new SplittableRandom(seed);
        this.isLate = seed % 2 == 1;
        this.isHonest = seed % 4 < 2;
        this.bank = new RandomBank(random);
        this.channel = new RandomChannel(random);
        this.world = isLate ? World.late(this::witness, random) : new World(this::witness);
        this.bankTalk = new BankTalk(world, bank, random);
        this.refundTalk = new RefundTalk(world, channel, random, isHonest);
        this.paperSteps = new PaperSteps(world, channel, random, isHonest);
        // Transfers leave before channels settle: somebody else's money is in that account too.
        arrive(Money.yuan(1_000_000), Optional.empty());
        MERCHANTS.forEach(merchant -> give(new OpenFeeAccount(merchant, Sale.CUSTODY), People.BUSINESS));
        give(new RequestAdvanceLimit(MERCHANTS.getFirst(), Money.yuan(20)), People.OPERATOR);
        begin(OURS, new Funder.PlatformOwn());
        begin(BILLED, new Funder.PostBilled("RENTAL"));
    }

    /** Budgets for a few discounts, which orders want more of. */
    private void begin(CampaignId campaign, Funder funder) {
        var from = world.now();
        var terms = new CampaignTerms(
                funder, Money.yuan(90), DISCOUNT_MAX, Money.yuan(31), from, from.plus(Duration.ofDays(365)));
        give(new CreateCampaign(campaign, terms), People.OPERATOR);
        world.settle();
        give(new Approve(ApprovalRequestId.ofCampaign(campaign)), People.CAROL);
        world.settle();
    }

    private static BankAccountRef account(String token, String holder) {
        return new BankAccountRef(token, "307584007998", holder, BankAccountRef.AccountClass.PERSONAL);
    }

    World world() {
        return world;
    }

    Set<String> refusals() {
        return refusals;
    }

    Set<String> stages() {
        return stages;
    }

    void step() {
        switch (random.nextInt(42)) {
            case 0, 1 -> order();
            case 2, 3, 4 -> pick(orders).ifPresent(this::pay);
            case 5 -> pick(orders).ifPresent(this::end);
            case 6 ->
                arrive(
                        Money.fen(1 + random.nextInt(3_000)),
                        number(pick(MERCHANTS).orElseThrow()));
            case 7 -> merchant(pick(MERCHANTS).orElseThrow());
            case 8, 9, 10, 11 -> pick(orders).ifPresent(this::refund);
            case 12, 13 -> pick(world.ids(ApprovalRequestId.class)).ifPresent(this::decide);
            case 14 -> pick(refunds()).ifPresent(this::askAgain);
            case 15, 16 -> pick(refunds()).ifPresent(this::reroute);
            case 17 -> pick(refunds()).ifPresent(this::cancel);
            case 18, 19, 20, 21 -> pick(world.ids(PayoutId.class)).ifPresent(bankTalk::step);
            case 22 -> pick(world.ids(PayoutId.class)).ifPresent(bankTalk::giveBack);
            case 23, 24 -> pick(refunds()).ifPresent(this::papers);
            case 25, 33 -> pick(orders).ifPresent(this::split);
            case 26 -> pick(splits).ifPresent(this::cancel);
            case 27, 28, 34 -> pick(splits).ifPresent(this::refundSplit);
            // While some payees have set their parts aside and another lacks its own.
            case 29 ->
                pick(refunds().stream()
                                .filter(refund -> stage(refund).equals("RECOVERY_PENDING"))
                                .toList())
                        .ifPresent(this::cancel);
            case 30, 31 -> pick(orders).ifPresent(this::reverse);
            // While a funder has its part back.
            case 32 ->
                pick(refunds().stream().filter(this::givesDiscountBack).toList())
                        .ifPresent(refund -> give(new CancelRefund(refund, "NOT_WANTED"), People.BUSINESS));
            default -> pick(refunds()).ifPresent(refundTalk::step);
        }
        world.pass(Duration.ofSeconds(random.nextInt(4_000)));
        world.readAgain(random);
        refunds().forEach(this::assertPaidOnce);
        if (!isLate || random.nextInt(25) == 0) {
            world.settle();
        }
        // What is wrong then stays so: it need not be seen at once.
        if (world.isSettled() && random.nextInt(3) == 0) {
            assertQuiet();
        }
    }

    /**
     * Whoever reads an old event again asks again for what was refused then, and may get it by now. That comes to an end, and
     * leaves nothing behind.
     */
    void assertConsistent() {
        var length = 0;
        for (var times = 0; length < world.length(); times++) {
            assertThat(times).as("how often a repeat changes something").isLessThan(REPEATS);
            world.settle();
            assertQuiet();
            length = world.length();
            world.readAll();
        }
        world.assertFolds();
    }

    private void give(Command command, Actor actor) {
        var length = world.length();
        var before = world.aggregate(command.target()).state();
        if (world.ask(command, actor) instanceof Decision.Rejected<? extends DomainEvent>(var reason)) {
            refusals.add(reason.code());
            if (reason instanceof PaymentRejection.RefundNotAdmitted(var objections)) {
                objections.forEach(objection -> refusals.add(objection.code()));
            }
            if (!isLate) {
                assertThat(world.length()).as("a refusal records nothing").isEqualTo(length);
                assertThat(world.aggregate(command.target()).state())
                        .as("a refusal changes nothing")
                        .isSameAs(before);
            }
        }
    }

    private void order() {
        if (orders.size() == ORDERS) {
            return;
        }
        var way = way();
        var term = term(way);
        var discount = discount(way);
        var order = PaymentOrderId.of(People.ACME, "P-" + serial++);
        orders.add(order);
        give(
                new CreatePaymentOrder(
                        order,
                        pick(CONTRACTS).orElseThrow(),
                        random.nextBoolean()
                                ? Money.fen(PRICES[random.nextInt(PRICES.length)])
                                : Money.fen(1 + random.nextInt(200_000)),
                        way,
                        term,
                        Sale.CUSTODY,
                        world.now().plus(Duration.ofHours(1 + random.nextInt(72))),
                        discount,
                        List.of(term),
                        Optional.of(Sale.CUSTODY)),
                People.BUSINESS);
    }

    private PaymentWay way() {
        var terms = new ChannelTerms(
                RandomChannel.NAME, random.nextInt(4) == 0 ? 1 : 365, 3, random.nextBoolean() ? 0 : 60, reversals());
        return switch (random.nextInt(6)) {
            case 0, 1 -> new PaymentWay.Channel(terms, PaymentWay.Settling.NET);
            case 2 -> new PaymentWay.Channel(terms, PaymentWay.Settling.GROSS);
            case 3 -> new PaymentWay.BankTransfer();
            default -> new PaymentWay.NetTransfer(terms);
        };
    }

    private Optional<ChannelTerms.ReversalTerms> reversals() {
        var cutOff = random.nextInt(3) == 0 ? Optional.of(LocalTime.of(20, 0)) : Optional.<LocalTime>empty();
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(new ChannelTerms.ReversalTerms(cutOff));
    }

    /** Of most transfers; by a channel in vain. */
    private Optional<DiscountWish> discount(PaymentWay way) {
        var isWanted = way instanceof PaymentWay.BankTransfer ? random.nextInt(4) > 0 : random.nextInt(20) == 0;
        return isWanted
                ? Optional.of(new DiscountWish(
                        random.nextBoolean() ? OURS : BILLED,
                        Money.fen(1 + random.nextLong(DISCOUNT_MAX.minorUnits() + 1))))
                : Optional.empty();
    }

    /** One that this way allows. */
    private FeeTerm term(PaymentWay way) {
        var rate = random.nextInt(4) == 0 ? 0 : 60 * (1 + random.nextInt(3));
        return switch (way) {
            case PaymentWay.BankTransfer _ -> new FeeTerm(rate, Optional.empty(), FeeBearer.MERCHANT_B, false);
            case PaymentWay.NetTransfer _ ->
                new FeeTerm(rate, Optional.empty(), FeeBearer.MERCHANT_B, random.nextBoolean());
            case PaymentWay.Channel(var _, var settling) ->
                settling == PaymentWay.Settling.GROSS
                        ? new FeeTerm(
                                rate,
                                Optional.empty(),
                                random.nextBoolean() ? FeeBearer.PAYER : FeeBearer.PLATFORM,
                                false)
                        : new FeeTerm(
                                rate,
                                Optional.empty(),
                                random.nextInt(3) == 0 ? FeeBearer.PLATFORM : FeeBearer.MERCHANT_B,
                                random.nextBoolean());
        };
    }

    /** Mostly what is to be paid; sometimes once more, sometimes something else. */
    private void pay(PaymentOrderId order) {
        created(order).ifPresent(created -> {
            var due = created.way() instanceof PaymentWay.NetTransfer
                    ? created.price().minus(created.fee())
                    : created.price().above(discount(created));
            var amount = random.nextInt(8) == 0 ? Money.fen(1 + random.nextInt(150_000)) : due;
            if (created.way() instanceof PaymentWay.Channel) {
                capture(order, amount);
            } else {
                arrive(amount, random.nextInt(6) == 0 ? Optional.empty() : number(order));
                assign(order);
            }
        });
    }

    private static Money discount(PaymentOrderCreated created) {
        return created.discount().map(DiscountWish::amount).orElse(Money.ZERO);
    }

    private void capture(PaymentOrderId order, Money amount) {
        var told = new Capture(
                RandomChannel.NAME,
                "TX-" + order.outTradeNo() + "-" + random.nextInt(3),
                world.now().minus(Duration.ofDays(random.nextInt(3))),
                LocalDate.ofInstant(world.now(), ZoneOffset.UTC).plusDays(1),
                payer());
        give(new CapturePayment(order, told, amount), People.BANK);
        give(new CapturePayment(order, told, amount), People.BANK);
    }

    private Optional<BankAccountRef> payer() {
        return switch (random.nextInt(4)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(account("T-U", BankAccountRef.UNNAMED));
            default -> Optional.of(PAYER);
        };
    }

    private void arrive(Money amount, Optional<VirtualAccountId> number) {
        give(
                new RecordReceipt(
                        Sale.receipt("S-" + serial++),
                        amount,
                        number,
                        payer(),
                        Optional.empty(),
                        world.now(),
                        Optional.empty()),
                People.BANK);
    }

    /** People say whose the latest receipt is; mostly it is somebody's by then. */
    private void assign(PaymentOrderId order) {
        if (random.nextInt(4) == 0) {
            give(AssignReceipt.byPeople(Sale.receipt("S-" + (serial - 1)), order), People.OPERATOR);
        }
    }

    private void end(PaymentOrderId order) {
        if (random.nextInt(3) == 0) {
            give(new CancelPaymentOrder(order, "NOT_WANTED"), People.BUSINESS);
        } else {
            give(new ExpirePaymentOrder(order), People.POLICY);
        }
    }

    private void merchant(MerchantFeeAccountId merchant) {
        if (random.nextInt(20) == 0) {
            give(new EndCampaign(random.nextBoolean() ? OURS : BILLED, "NOT_WANTED"), People.OPERATOR);
        } else if (random.nextBoolean()) {
            give(new RequestAdvanceLimit(merchant, Money.yuan(random.nextInt(20))), People.OPERATOR);
        } else {
            var standings = FeeAccountStanding.values();
            var next = random.nextBoolean() ? FeeAccountStanding.ACTIVE : standings[random.nextInt(standings.length)];
            give(new ChangeStanding(merchant, next, "COMPLAINTS"), People.OPERATOR);
        }
    }

    /** All of it, a part, or a fen too much; of any of its payments; sometimes by a number that another order had. */
    private void refund(PaymentOrderId order) {
        var created = created(order);
        if (created.isEmpty() || world.refunds().refunds().size() == REFUNDS) {
            return;
        }
        var price = created.get().price();
        var amount = switch (random.nextInt(6)) {
            case 0, 1 -> price;
            case 2 -> price.plus(Sale.ONE_FEN);
            default -> Money.fen(1 + random.nextLong(price.minorUnits()));
        };
        var no = random.nextInt(8) == 0 ? random.nextInt(serial) : serial++;
        give(
                new AdmitRefund(
                        order,
                        RefundId.of(People.ACME, "R-" + no),
                        random.nextBoolean() ? Optional.empty() : pick(payments.getOrDefault(order, List.of())),
                        amount,
                        random.nextInt(6) == 0 ? RouteWish.REROUTE : RouteWish.ORIGINAL,
                        "NOT_WANTED"),
                People.BUSINESS);
    }

    /** Mostly all of what was just captured; whether payees have a part of it the contract knows better. */
    private void reverse(PaymentOrderId order) {
        var created = created(order);
        if (created.isEmpty() || world.refunds().refunds().size() == REFUNDS) {
            return;
        }
        var price = created.get().price();
        if (created.get().way() instanceof PaymentWay.Channel && random.nextBoolean()) {
            capture(order, price);
        }
        give(
                new AdmitRefund(
                        order,
                        RefundId.of(People.ACME, "R-" + serial++),
                        random.nextBoolean() ? Optional.empty() : pick(payments.getOrDefault(order, List.of())),
                        random.nextInt(6) == 0 ? price.plus(Sale.ONE_FEN) : price,
                        RouteWish.REVERSAL,
                        "NOT_WANTED",
                        Optional.empty(),
                        random.nextInt(8) == 0,
                        Optional.empty()),
                People.BUSINESS);
    }

    /** All of a payment or a part, or a fen too much; to one merchant or both; sometimes what does not add up. */
    private void split(PaymentOrderId order) {
        var created = created(order);
        if (created.isEmpty() || splits.size() == SPLITS) {
            return;
        }
        var id = SplitId.of(People.ACME, "SP-" + (random.nextInt(8) == 0 ? random.nextInt(serial) : serial++));
        var most = created.get().price().plus(Sale.ONE_FEN);
        var base = random.nextInt(4) == 0 ? most : Money.fen(1 + random.nextLong(most.minorUnits()));
        var fee = random.nextBoolean() ? Money.ZERO : Money.fen(random.nextLong(base.minorUnits()));
        var legs = legs(base.minus(fee));
        var wrong = random.nextInt(10) == 0 ? Sale.ONE_FEN : Money.ZERO;
        give(
                new DefineSplit(id, new SplitTerms(created.get().contract(), order, base.plus(wrong), legs, fee)),
                People.BUSINESS);
        if (!stage(id).equals("UNDEFINED") && !splits.contains(id)) {
            splits.add(id);
        }
    }

    private List<SplitLeg> legs(Money money) {
        var fen = money.minorUnits();
        if (fen == 1 || random.nextBoolean()) {
            return List.of(new SplitLeg(pick(MERCHANTS).orElseThrow(), money));
        }
        var first = Money.fen(1 + random.nextLong(fen - 1));
        return List.of(
                new SplitLeg(MERCHANTS.getFirst(), first), new SplitLeg(MERCHANTS.getLast(), money.minus(first)));
    }

    private void cancel(SplitId split) {
        if (random.nextInt(3) == 0) {
            give(new CancelSplit(split, "NOT_WANTED"), People.BUSINESS);
        }
    }

    /** Its payees bear what they got or a part of it, or a fen too much; the contract or the merchant may bear the rest. */
    private void refundSplit(SplitId split) {
        if (world.refunds().refunds().size() == REFUNDS || stage(split).equals("UNDEFINED")) {
            return;
        }
        var terms = world.splits().terms(split);
        var parts = new ArrayList<RecoveryLeg>();
        for (var leg : terms.legs()) {
            var most = leg.amount().plus(random.nextInt(6) == 0 ? Sale.ONE_FEN : Money.ZERO);
            var part = random.nextBoolean() ? most : Money.fen(1 + random.nextLong(most.minorUnits()));
            parts.add(new RecoveryLeg.Payee(split, leg.payee(), part));
        }
        if (random.nextInt(3) == 0) {
            parts.add(new RecoveryLeg.Contract(Money.fen(1 + random.nextInt(5_000))));
        }
        if (random.nextInt(3) == 0) {
            parts.add(new RecoveryLeg.Merchant(Money.fen(1 + random.nextInt(2_000))));
        }
        var plan = new RecoveryPlan(parts);
        give(
                new AdmitRefund(
                        terms.order(),
                        RefundId.of(People.ACME, "R-" + serial++),
                        Optional.empty(),
                        plan.total().plus(fee(terms.order(), plan.total())),
                        random.nextInt(6) == 0 ? RouteWish.REROUTE : RouteWish.ORIGINAL,
                        "NOT_WANTED",
                        Optional.of(plan),
                        false,
                        Optional.of(Sale.CUSTODY)),
                People.BUSINESS);
    }

    /** What a channel may have kept of that: all of it or nothing, mostly in vain. */
    private Money fee(PaymentOrderId order, Money total) {
        return created(order)
                .filter(created -> created.way() instanceof PaymentWay.NetTransfer)
                .filter(created -> created.price().equals(total.plus(created.fee())))
                .map(PaymentOrderCreated::fee)
                .orElse(Money.ZERO);
    }

    private void decide(ApprovalRequestId request) {
        var checker = random.nextInt(9) == 0 ? People.OPERATOR : People.CAROL;
        switch (random.nextInt(8)) {
            case 0 -> give(new Decline(request, "NO"), checker);
            case 1 -> give(new ExpireApproval(request), People.POLICY);
            default -> give(new Approve(request), checker);
        }
    }

    private void askAgain(RefundId refund) {
        give(random.nextBoolean() ? new RetryFunding(refund) : new RetryRefund(refund), People.BUSINESS);
    }

    private void reroute(RefundId refund) {
        var payee = random.nextInt(5) == 0 ? STRANGER : OTHER_CARD;
        give(new RequestReroute(refund, payee, random.nextInt(9) == 0 ? List.of() : PAPERS), People.BUSINESS);
    }

    private void papers(RefundId refund) {
        paperSteps.wait(refund);
        paperSteps.about(refund).ifPresent(asked -> give(asked, People.OPERATOR));
        paperSteps.second(refund).ifPresent(approval -> give(approval, People.CAROL));
    }

    private boolean givesDiscountBack(RefundId refund) {
        return stage(refund).equals("REROUTE_PENDING")
                && world.refunds().request(refund).facts().discount().isPresent();
    }

    /** Too many cancellations would end everything early. */
    private void cancel(RefundId refund) {
        if (random.nextInt(3) == 0) {
            give(new CancelRefund(refund, "NOT_WANTED"), People.BUSINESS);
        }
    }

    private void witness(DomainEvent event) {
        bank.witness(event);
        refundTalk.witness(event);
        switch (event) {
            case FeeAccountNumberAttached e -> numbers.put(e.account(), e.number());
            case PaymentNumberAttached e -> numbers.put(e.order(), e.number());
            case PaymentCaptured e -> {
                captures.add(e);
                paid(e.order(), e.capture().tradeNo());
            }
            case PaymentReceived e -> paid(e.order(), e.receipt().value());
            case DuplicatePaymentDetected e -> paid(e.order(), e.receipt().value());
            default -> {
                // Nobody here must know it.
            }
        }
    }

    private void paid(PaymentOrderId order, String paymentNo) {
        payments.computeIfAbsent(order, _ -> new ArrayList<>()).add(paymentNo);
    }

    private Optional<PaymentOrderCreated> created(PaymentOrderId order) {
        return world.refunds().created(order);
    }

    private Optional<VirtualAccountId> number(ReceiptTarget target) {
        return Optional.ofNullable(numbers.get(target));
    }

    private List<RefundId> refunds() {
        return List.copyOf(world.refunds().refunds());
    }

    /** The journals of an honest channel and of the bank: whatever our log says, the payer has it once at most. */
    private void assertPaidOnce(RefundId refund) {
        if (isHonest) {
            var byChannel = channel.hasPaid(refund) && !channel.hasTakenBack(refund) ? 1 : 0;
            var byBank = world.refunds().payouts(refund).stream()
                    .filter(payout -> bank.hasPaid(payout) && !bank.hasGivenBack(payout))
                    .count();
            assertThat(byChannel + byBank)
                    .as("how often the payer of %s has it", refund)
                    .isLessThanOrEqualTo(1);
            if (stage(refund).equals("CANCELLED")) {
                assertThat(channel.hasPaid(refund))
                        .as("%s was cancelled", refund)
                        .isFalse();
            }
        }
    }

    /** What must be so when no policy has anything to say: C12, and nothing is set aside for nobody. */
    private void assertQuiet() {
        world.books().assertNothingShort();
        refunds().forEach(this::assertSettled);
        splits.forEach(split -> {
            stages.add("split " + stage(split));
            assertThat(AT_REST).as("%s waits for nobody", split).contains(stage(split));
        });
        world.ids(MerchantContractId.class).forEach(this::assertAddsUp);
        MERCHANTS.forEach(this::assertSetAsideForOrders);
        world.ids(ChannelSettlementId.class).forEach(this::assertMirrors);
        assertThat(world.books().balance(AccountCode.O2201, RandomChannel.NAME))
                .as("what the channel will send invoices for")
                .isEqualTo(world.refunds().invoiced(captures));
        world.campaigns().campaigns().forEach(this::assertTold);
        for (var order : orders) {
            var stage = stage(order);
            assertThat(stage).as("%s waits for nobody", order).isNotEqualTo("CREATED");
            stages.add("order " + stage);
        }
    }

    private void assertSettled(RefundId refund) {
        var stage = stage(refund);
        stages.add(stage);
        assertThat(PASSED).as("%s waits for nobody", refund).doesNotContain(stage);
        var limits = world.refunds();
        if (limits.reversal(refund).isPresent()) {
            stages.add("reversal " + stage);
            assertThat(stage).as("a refused %s is over", refund).isNotIn("FAILED_FINAL", "FAILED_INSTRUMENT");
            limits.assertCostsNothing(refund);
        }
        var request = limits.request(refund);
        var isOpen = limits.isFunded(refund) && !ENDED.contains(stage);
        assertThat(limits.held(refund))
                .as("C12 of %s, %s", refund, stage)
                .isEqualTo(isOpen ? request.facts().amount().minorUnits() : 0);
        assertThat(limits.isPromised(refund))
                .as("whether %s, %s, keeps its part of the payment", refund, stage)
                .isEqualTo(stage.equals("CANCELLED") ? limits.mayBePaid(refund) : !stage.equals("REJECTED"));
    }

    /** What is left of a payment, and what of it refunds have set aside, are what the ledger says. */
    private void assertAddsUp(MerchantContractId id) {
        var contract = world.find(id, PureContract.class).orElseThrow();
        for (var order : contract.orders()) {
            var payment = id + ":" + order.outTradeNo();
            var waiting = refunds().stream()
                    .filter(refund -> world.refunds().request(refund).order().equals(Optional.of(order)))
                    .filter(refund -> !contract.reserved(refund).isZero())
                    .toList();
            assertThat(waiting)
                    .as("for whom %s has set aside", id)
                    .allMatch(refund ->
                            Set.of("FUNDING_REQUIRED", "RECOVERY_PENDING").contains(stage(refund)));
            assertThat(world.books().balance(AccountCode.R2003, payment + ".AVAILABLE"))
                    .isEqualTo(contract.available(order).minorUnits());
            assertThat(world.books().balance(AccountCode.R2003, payment + ".RESERVED"))
                    .isEqualTo(contract.reserved(order).minorUnits())
                    .isEqualTo(waiting.stream()
                            .mapToLong(refund -> contract.reserved(refund).minorUnits())
                            .sum());
        }
    }

    /** What B has set aside is what open orders will take; a refund takes its fee at once or not at all. */
    private void assertSetAsideForOrders(MerchantFeeAccountId merchant) {
        var account = world.find(merchant, PureFeeAccount.class).orElseThrow();
        var open = orders.stream()
                .flatMap(order -> created(order).stream())
                .filter(created -> created.contract().feeAccount().equals(merchant) && created.reservesFee())
                .filter(created -> world.find(created.order(), PurePaymentOrder.class)
                        .filter(order -> order.stage().equals("OPEN"))
                        .isPresent())
                .toList();
        open.forEach(
                created -> assertThat(account.reserved(created.order().value())).isEqualTo(created.fee()));
        assertThat(world.books().balance(AccountCode.R2004, merchant + ".RESERVED"))
                .as("what %s has set aside, for %s", merchant, account.orders())
                .isEqualTo(account.reserved().minorUnits())
                .isEqualTo(open.stream()
                                .mapToLong(created -> created.fee().minorUnits())
                                .sum()
                        + account.claimed().minorUnits());
        assertClaimsAreWanted(merchant, account);
        assertThat(world.books().balance(AccountCode.R2004, merchant + ".AVAILABLE"))
                .isEqualTo(account.available().minorUnits());
        assertThat(account.lent()).as("what is lent, and promised to nobody").isEqualTo(account.advanced());
        assertThat(world.books().balance(AccountCode.O1201, merchant.value()))
                .isEqualTo(account.advanced().minorUnits());
    }

    /** What others than fees have, or wait for, is for refunds that wait for other payees, or for this one. */
    private void assertClaimsAreWanted(MerchantFeeAccountId merchant, PureFeeAccount account) {
        var wanted = refunds().stream()
                .filter(refund -> stage(refund).equals("RECOVERY_PENDING"))
                .flatMap(refund -> world.refunds().request(refund).facts().recovery().stream())
                .flatMap(plan -> plan.splits().stream().flatMap(split -> plan.legsOf(split).stream()))
                .filter(leg -> leg.payee().equals(merchant))
                .mapToLong(leg -> leg.amount().minorUnits())
                .sum();
        // A split of which all payees had their part is back already.
        assertThat(account.claimed().plus(account.awaited()).minorUnits())
                .as("what %s gives back", merchant)
                .isLessThanOrEqualTo(wanted);
        assertThat(account.isServed())
                .as("nobody waits for what %s has", merchant)
                .isTrue();
    }

    /** What a settlement was told is what the ledger has, and with nothing forgotten: nobody has settled anything. */
    private void assertMirrors(ChannelSettlementId id) {
        assertThat(world.books().balance(AccountCode.R1101, id.channel() + "." + id.settlementDate()))
                .as("what %s owes", id)
                .isEqualTo(world.find(id, PureSettlement.class).orElseThrow().booked());
    }

    private void assertTold(CampaignId campaign) {
        world.campaigns()
                .assertTold(
                        campaign,
                        world.find(campaign, PureCampaign.class).orElseThrow(),
                        world.books(),
                        order -> stage(order).equals("OPEN"));
    }

    private String stage(PaymentOrderId order) {
        return world.find(order, PurePaymentOrder.class)
                .map(PurePaymentOrder::stage)
                .orElseThrow();
    }

    private String stage(RefundId refund) {
        return world.find(refund, PureRefund.class).map(PureRefund::stage).orElse("UNREQUESTED");
    }

    private String stage(SplitId split) {
        return world.find(split, PureSplit.class).map(PureSplit::stage).orElse("UNDEFINED");
    }

    private <T> Optional<T> pick(List<T> from) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
    }
}
