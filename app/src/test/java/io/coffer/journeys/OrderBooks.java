package io.coffer.journeys;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Holds what Coffer and the channels say of orders and refunds at the end of a day against the day's own arithmetic. */
final class OrderBooks {

    private static final String NOTHING = "0.00";

    private final Day day;
    private final Function<String, Client> clients;
    private final Findings findings;
    private final ShareBooks shares;
    private final long head;
    /** By refund: what the channels gave and took back, as their journal has it. */
    private final Map<String, Given> given = new HashMap<>();

    private long netted;
    private long debited;

    OrderBooks(Day day, Function<String, Client> clients, Data data, Findings findings, long head) {
        this.day = day;
        this.clients = clients;
        this.findings = findings;
        this.shares = new ShareBooks(clients.apply("acme"), findings, head);
        this.head = head;
        BankJournal.of(data).forEach(this::read);
    }

    private record Given(int credits, long credited, int bounces, long bounced) {

        static final Given NONE = new Given(0, 0, 0, 0);

        static Given once(Wish wish) {
            var bounces = wish.bounces() ? 1 : 0;
            return wish.isCredited() ? new Given(1, wish.amount(), bounces, bounces * wish.amount()) : NONE;
        }

        Given and(Given more) {
            return new Given(
                    credits + more.credits, credited + more.credited, bounces + more.bounces, bounced + more.bounced);
        }
    }

    private void read(JsonNode line) {
        switch (line.path("kind").asString()) {
            case "REFUND_CREDIT" -> {
                var fen = fen(line.path("amount"));
                book(line, new Given(1, fen, 0, 0), -fen);
                netted += fen(line.path("feeReturned"));
            }
            case "REFUND_BOUNCE" -> {
                var fen = fen(line.path("amount"));
                book(line, new Given(0, 0, 1, fen), fen);
            }
            default -> {
                // Tells nothing of a refund's money.
            }
        }
    }

    private void book(JsonNode line, Given more, long change) {
        given.merge(line.path("refundNo").asString(), more, Given::and);
        if (line.hasNonNull("settlementDate")) {
            netted += change;
        } else {
            debited += change;
        }
    }

    private static long fen(JsonNode amount) {
        return Long.parseLong(amount.asString().replace(".", ""));
    }

    /** What orders and refunds leave in the accounts of the reserve. */
    void totals(BiConsumer<String, Long> add) {
        // Every date is over, and its net is at the bank.
        add.accept("R1002", sum(PlannedOrder::custody) + debited + sum(PlannedOrder::settled) + netted);
        add.accept("R1101", sum(PlannedOrder::captured) - sum(PlannedOrder::settled));
        add.accept(
                "R2003",
                sum(PlannedOrder::left) + sum(order -> order.kind().hasNeighbour() ? PlannedOrder.NEIGHBOUR : 0));
        add.accept(
                "R2004",
                sum(PlannedOrder::feeAccountHas) + sum(order -> order.shares().allHave()));
        add.accept("R2103", 0L);
        add.accept("R2201", sum(PlannedOrder::toSweep));
    }

    private long sum(ToLongFunction<PlannedOrder> amount) {
        return day.orders().stream().mapToLong(amount).sum();
    }

    /** What the bank is to have paid for refunds, by payout. */
    Map<String, String> debits() {
        var debits = new TreeMap<String, String>();
        day.orders().stream()
                .flatMap(order -> order.wishes().stream())
                .forEach(wish -> wish.debits().forEach((payout, fen) -> debits.put(payout, Day.yuan(fen))));
        return debits;
    }

    void check(PlannedOrder order) {
        var at = order.toString();
        var acme = clients.apply("acme");
        findings.same(at, acme.get(order.path(), head).at("/state"), order.isRefused() ? "REFUSED" : "PAID");
        if (order.kind().hasFeeAccount()) {
            var account = acme.get(Shop.PATH + "/" + order.feeAccount(), head);
            findings.same(at + " B", account.at("/available/value"), Day.yuan(order.feeAccountHas()));
            findings.same(at + " B set aside", account.at("/reserved/value"), NOTHING);
            findings.same(
                    at + " B lent", account.at("/advanced/value"), Day.yuan(order.advanced() - order.recovered()));
        }
        if (!order.isRefused()) {
            var contract = acme.get(order.contractPath(), head);
            findings.same(at + " A", contract.at("/available/value"), Day.yuan(order.left()));
            findings.same(at + " A set aside", contract.at("/reserved/value"), NOTHING);
            onlyItsOwn(order);
        }
        shares.check(order);
        if (order.kind() == OrderKind.RACING) {
            var got = order.wishes().stream()
                    .map(wish -> given.getOrDefault(wish.refund(), Given.NONE))
                    .reduce(Given.NONE, Given::and);
            findings.same(
                    at + " credits of both", got, Given.once(order.wishes().getFirst()));
        } else {
            order.wishes().forEach(wish -> check(at, wish));
        }
    }

    private void check(String at, Wish wish) {
        findings.same(
                at + " " + wish.no(),
                clients.apply("acme").get(wish.path(), head).at("/state"),
                wish.endsAs());
        findings.same(at + " credits of " + wish.no(), given.getOrDefault(wish.refund(), Given.NONE), Given.once(wish));
    }

    /** The neighbour's money, and who moved the money of the payment: its order, its contract and its refunds alone. */
    private void onlyItsOwn(PlannedOrder order) {
        var own = order.contract() + ":" + order.no();
        Stream.of(own + ".AVAILABLE", own + ".RESERVED")
                .flatMap(subLedger -> entries(subLedger).items().stream())
                .map(entry -> entry.path("aggregateId").asString())
                .filter(mover -> !mover.equals(order.id())
                        && !mover.equals(order.contract())
                        && !mover.startsWith("RF:acme:" + order.no() + "-")
                        && !mover.startsWith(Sharing.id(order.no() + "-")))
                .forEach(mover -> findings.add(order + " was moved by " + mover));
        if (order.kind().hasNeighbour()) {
            var neighbour = "MC:acme:" + order.merchant() + ":L-" + order.neighbour() + ":" + order.neighbour();
            var entries = entries(neighbour + ".AVAILABLE").items();
            findings.same(order + " moves of the neighbour", entries.size(), 1);
            findings.same(
                    order + " neighbour",
                    entries.getLast().path("balance").asString(),
                    Day.yuan(PlannedOrder.NEIGHBOUR));
        }
    }

    private Reply entries(String subLedger) {
        return clients.apply("auditor").get("/v1/ledger/accounts/R2003/" + subLedger + "/entries?limit=200", head);
    }

    /**
     * Every refund that there is, not only those of the plan: what the channels' journal has of it fits to how it ended, and the
     * journal has none that we do not know.
     */
    void journalAgainstReads() {
        var unknown = new HashMap<>(given);
        for (var refund : clients.apply("acme").all(Till.REFUNDS, head)) {
            var id = refund.path("id").asString();
            var got = unknown.getOrDefault(id, Given.NONE);
            unknown.remove(id);
            var fen = fen(refund.at("/amount/value"));
            var isDone = refund.path("state").asString().equals("SUCCEEDED");
            var isByBank = refund.hasNonNull("reroute");
            var expected = isDone && !isByBank ? new Given(1, fen, 0, 0) : Given.NONE;
            var tookBack = isDone && isByBank ? new Given(1, fen, 1, fen) : expected;
            if (!got.equals(expected) && !got.equals(tookBack)) {
                findings.add(id + ", " + refund.path("state").asString() + ", has " + got);
            }
        }
        findings.same("refunds that only channels know", unknown, Map.of());
    }
}
