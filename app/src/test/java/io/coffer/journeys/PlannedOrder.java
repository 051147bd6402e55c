package io.coffer.journeys;

import io.coffer.journeys.OrderKind.Fee;
import io.coffer.journeys.OrderKind.Way;
import io.coffer.journeys.PlannedSale.Arrival;
import io.coffer.journeys.Wish.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What will happen to one payment order of a merchant, and by plain arithmetic what must be left of it. All amounts are fen.
 *
 * @param at its place in the day, from which its payer has an account of its own
 * @param part somewhere between nothing and the price, for kinds that need such an amount
 */
record PlannedOrder(String no, int at, OrderKind kind, long price, long part, Instant expiresAt) {

    static final long NEIGHBOUR = 3_500_00;
    private static final long INCIDENT = 1_400_00;
    private static final long SECOND_PERSON = 1_500_00;
    private static final int PAYERS_FROM = 10_000_000;
    /** Of what is split, three quarters must be more than one person decides, or two. */
    private static final long FOR_TWO = 70_000_00;

    private static final long FOR_THREE = 1_400_000_00;

    static PlannedOrder of(String day, int at, OrderKind kind, RandomGenerator random, Instant expiresAt) {
        var price = switch (kind) {
            case FEE_FROM_B, FEE_BACK_TO_B, FEE_LENT_IN_PART, FEE_MISSING, FEE_LENT, TOO_POOR -> INCIDENT;
            case NOT_WANTED -> SECOND_PERSON;
            case SPLIT_BY_TWO -> random.nextLong(FOR_TWO, 2 * FOR_TWO);
            case SPLIT_BY_THREE -> random.nextLong(FOR_THREE, FOR_THREE + FOR_TWO);
            // What is left of it after a part is never its funder's alone.
            case DISCOUNTED_BY_US, DISCOUNTED_BY_OTHERS -> random.nextLong(200_00, 1_000_00);
            default -> random.nextLong(100_00, 1_000_00);
        };
        // Of every part a second person need not be asked.
        return new PlannedOrder(day + "P" + at, at, kind, price, random.nextLong(1, 100_00), expiresAt);
    }

    String id() {
        return "PO:acme:" + no;
    }

    String path() {
        return Till.PATH + "/" + id();
    }

    String merchant() {
        return "M-" + no;
    }

    String feeAccount() {
        return "MB:acme:" + merchant();
    }

    String contract() {
        return "MC:acme:" + merchant() + ":L-" + no;
    }

    String contractPath() {
        return "/v1/merchant-contracts/" + contract();
    }

    /** Another order of the same merchant. */
    String neighbour() {
        return no + "-N";
    }

    /** The number of its first payment, or the second, as whoever brings the money has it. */
    String payment(int time) {
        return no + "." + time;
    }

    String payerAccount() {
        return "6222%08d0001".formatted(PAYERS_FROM + at);
    }

    boolean isRefused() {
        return kind == OrderKind.TOO_POOR;
    }

    List<Wish> wishes() {
        var wishes = new ArrayList<Wish>();
        var before = 0L;
        for (var plan : kind.plans()) {
            var amount = amount(plan);
            var after = before + amount;
            var wishNo = no + "-R" + wishes.size() + "." + plan.behaviour();
            wishes.add(new Wish(wishNo, amount, discount() * after / price - discount() * before / price, plan));
            before = after;
        }
        return wishes;
    }

    private long amount(Plan plan) {
        return switch (plan.share()) {
            case ALL -> price;
            case PART -> part;
            case REST -> price - part;
            case SIXTH -> price / 6;
            case MOST -> 4 * price / 5;
        };
    }

    Shares shares() {
        return new Shares(this);
    }

    /** What a campaign pays of its price. */
    long discount() {
        return kind.isDiscounted() ? price / 7 : 0;
    }

    long fee() {
        return kind.fee() == Fee.FREE ? 0 : (price * 60 + 5_000) / 10_000;
    }

    /** What of its fee the channel keeps of the payment; for the rest it sends an invoice. */
    long kept() {
        return kind.way() == Way.GROSS ? 0 : fee();
    }

    /** What the bank's adapter tells of: what its payer and its merchant transfer. */
    List<Arrival> arrivals() {
        var all = new ArrayList<Arrival>();
        add(all, no + ".B1", kind.toppedUp());
        add(all, no + ".B2", kind.toppedUpLater());
        add(all, neighbour(), kind.hasNeighbour() ? NEIGHBOUR : 0);
        add(all, shares().topUp(), shares().toppedUp());
        add(all, payment(1), kind.way() == Way.TRANSFER ? price - discount() : 0);
        add(all, payment(2), kind == OrderKind.TRANSFERRED_TWICE ? price : 0);
        return all;
    }

    private static void add(List<Arrival> all, String coreNo, long amount) {
        if (amount > 0) {
            all.add(new Arrival(coreNo, amount, 1));
        }
    }

    /** What of its payment its contract has in the end; of two payments it never had but the first. */
    long left() {
        if (isRefused()) {
            return 0;
        }
        var back = switch (kind) {
            case RACING -> wishes().getFirst().amount();
            default ->
                wishes().stream()
                        .filter(wish -> !wish.isCancelled() && !wish.plan().isOfSecond())
                        .mapToLong(Wish::amount)
                        .sum();
        };
        // What the channel kept comes with the refund, and goes with it.
        return price - back - shares().gone() - (kind == OrderKind.FEE_BACK_TO_B ? fee() : 0);
    }

    /** Own cash that was lent for its fee, whether it came back or not. */
    long advanced() {
        return kind.isLent() ? fee() - kind.toppedUp() : 0;
    }

    /** What of it came back. */
    long recovered() {
        return kind == OrderKind.FEE_LENT_IN_PART ? advanced() : 0;
    }

    /** What of it is the institution's in the end, and still in the reserve. */
    long toSweep() {
        return recovered()
                + shares().fee()
                + wishes().stream().mapToLong(Wish::byFunder).sum();
    }

    /** What the merchant has for fees in the end. */
    long feeAccountHas() {
        var topped = kind.toppedUp() + kind.toppedUpLater();
        return switch (kind) {
            case FEE_FROM_B, FEE_MISSING, FEE_LENT_IN_PART -> topped - fee();
            case FEE_LENT -> 0;
            default -> topped;
        };
    }

    /** What a channel owes for its captures, before refunds. */
    long captured() {
        return switch (kind.way()) {
            case CHANNEL, LATE -> isRefused() ? 0 : (kind == OrderKind.CAPTURED_TWICE ? 2 : 1) * (price - fee());
            case GROSS -> price;
            case NET, TRANSFER -> 0;
        };
    }

    /** What of that the channel pays itself, when it ends the date. */
    long settled() {
        return kind.way() == Way.LATE ? 0 : captured();
    }

    /** What came into the custody account and left it again by payouts; not what channels took from it themselves. */
    long custody() {
        var came = arrivals().stream().mapToLong(Arrival::amount).sum();
        var net = kind.way() == Way.NET ? price - fee() : 0;
        var own = kind == OrderKind.NET_OF_PLATFORM ? fee() : advanced();
        var paid = wishes().stream()
                .mapToLong(wish -> wish.debits().values().stream()
                                .mapToLong(Long::longValue)
                                .sum()
                        - wish.cameBack())
                .sum();
        return came + net + own + discount() - paid;
    }
}
