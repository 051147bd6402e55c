package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Carries a planned order out as its merchant, its payer, the channel and the institution's people do. */
final class OrderDesk {

    private static final Duration YEAR_AND_A_DAY = Duration.ofDays(366);

    private final Clerk clerk;
    private final Supplier<SimulatedBank> bank;
    private final MerchantDesk merchants;
    private final CampaignDesk campaigns;
    private final ShareDesk shares;
    private final WishDesk wishes;
    /** What is paid last of a date is paid to no later one. */
    private final ReentrantLock dates = new ReentrantLock();

    OrderDesk(Clerk clerk, Supplier<SimulatedBank> bank) {
        this.clerk = clerk;
        this.bank = bank;
        this.merchants = new MerchantDesk(clerk);
        this.campaigns = new CampaignDesk(clerk);
        this.shares = new ShareDesk(clerk, merchants);
        this.wishes = new WishDesk(clerk, bank, merchants, shares);
    }

    void carryOut(PlannedOrder order) {
        if (order.kind().hasFeeAccount()) {
            merchants.open(order);
        }
        if (order.kind().isDiscounted()) {
            campaigns.open(order);
        }
        clerk.say("acme", Till.PATH, body(order), order.no() + "-make");
        if (order.isRefused()) {
            var refused = is(order, "REFUSED");
            assertThat(refused.at("/code")).isEqualTo("FEE_NOT_COVERED");
            assertThat(refused.at("/gap/value")).isEqualTo("8.40");
            return;
        }
        is(order, "OPEN");
        if (order.kind().hasNeighbour()) {
            payNeighbour(order);
        }
        if (order.kind().endsDate()) {
            payAsLast(order);
        } else {
            pay(order, 1);
        }
        is(order, "PAID");
        if (order.kind().isPaidTwice()) {
            pay(order, 2);
            clerk.read(
                    "acme", order.path(), seen -> seen.json().path("payments").size() == 2);
        }
        shares.carryOut(order);
        if (order.kind() == OrderKind.RACING) {
            wishes.race(order);
        } else {
            order.wishes().forEach(wish -> wishes.carryOut(order, wish));
        }
        if (order.kind() == OrderKind.FEE_LENT_IN_PART) {
            merchants.topUp(order, 2);
        }
        rests(order);
        shares.rests(order);
    }

    /** Behind the answers its contract and its merchant still hear of it. */
    private void rests(PlannedOrder order) {
        clerk.read("acme", order.contractPath(), rests("/available/value", order.left()));
        if (order.kind().hasFeeAccount()) {
            clerk.read("acme", Shop.PATH + "/" + order.feeAccount(), rests("/available/value", order.feeAccountHas()));
        }
    }

    private static Predicate<Reply> rests(String pointer, long amount) {
        return seen -> seen.at(pointer).equals(Day.yuan(amount))
                && seen.at("/reserved/value").equals("0.00");
    }

    private static String body(PlannedOrder order) {
        var whole = body(order, order.no(), order.price());
        return order.kind().isDiscounted() ? CampaignDesk.discounted(order, whole) : whole;
    }

    private static String body(PlannedOrder order, String no, long price) {
        var kind = order.kind();
        var isItself = no.equals(order.no());
        return Till.body(
                no,
                order.merchant(),
                isItself ? kind.way().json() : Till.BY_BANK,
                isItself ? kind.fee().json() : Till.FREE,
                Day.yuan(price),
                order.expiresAt());
    }

    private Reply is(PlannedOrder order, String state) {
        return clerk.read("acme", order.path(), seen -> seen.at("/state").equals(state));
    }

    private void payNeighbour(PlannedOrder order) {
        var neighbour = order.neighbour();
        clerk.say("acme", Till.PATH, body(order, neighbour, PlannedOrder.NEIGHBOUR), neighbour + "-make");
        var path = Till.PATH + "/PO:acme:" + neighbour;
        merchants.receive(order, MerchantDesk.arrival(order, neighbour), numberAt(path));
        clerk.read("acme", path, seen -> seen.at("/state").equals("PAID"));
    }

    private String numberAt(String path) {
        return clerk.read("acme", path, seen -> seen.json().has("virtualAccountNumber"))
                .at("/virtualAccountNumber");
    }

    private JsonNode payByChannel(PlannedOrder order, int time, String more) {
        return Clerk.patiently(() -> bank.get().pays(order, time, more), SimulatedBank::isHeard);
    }

    /** Its channel ends the date after it, and pays what it owes. */
    private void payAsLast(PlannedOrder order) {
        dates.lock();
        try {
            var date = payByChannel(order, 1, "").path("settlementDate").asString();
            Clerk.patiently(() -> bank.get().settles(ClosedDate.CHANNEL, date, SettlementDay.NUMBER), _ -> true);
        } finally {
            dates.unlock();
        }
    }

    private void pay(PlannedOrder order, int time) {
        switch (order.kind().way()) {
            case TRANSFER ->
                merchants.receive(order, MerchantDesk.arrival(order, order.payment(time)), numberAt(order.path()));
            case CHANNEL, GROSS -> payByChannel(order, time, "");
            case NET -> {
                var more = ",\"virtualAccount\":\"" + numberAt(order.path()) + "\"";
                payByChannel(order, time, more);
            }
            // The channel tells of it a year too late.
            case LATE ->
                clerk.say(
                        "bank-adapter",
                        "/v1/bank/channel-payments",
                        """
                        {"channel":"%s","outTradeNo":"%s","tradeNo":"%s","amount":%s,"paidAt":"%s",\
                        "settlementDate":"%s","payerAccount":"%s","payerName":"王强"}\
                        """.formatted(
                                        order.kind().way().channel(),
                                        order.id(),
                                        order.payment(time),
                                        HomeSale.cny(Day.yuan(order.price())),
                                        order.expiresAt().minus(YEAR_AND_A_DAY),
                                        LocalDate.ofInstant(order.expiresAt(), ZoneOffset.UTC),
                                        order.payerAccount()),
                        order.no() + "-late");
        }
    }
}
