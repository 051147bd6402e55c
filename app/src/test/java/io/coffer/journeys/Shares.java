package io.coffer.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How the money of a split order is divided, and what its payees give back of it, by plain arithmetic. All amounts are fen. */
record Shares(PlannedOrder order) {

    private static final long LEFT_OVER = 1_00;
    private static final int POOR = 1;
    private static final int RICH = 2;

    /** Who has a fee account; a blocked split names one more. */
    List<Integer> payees() {
        return switch (order.kind()) {
            case SPLIT_BLOCKED -> List.of(1);
            default -> order.kind().isSplit() ? List.of(POOR, RICH) : List.of();
        };
    }

    String merchant(int payee) {
        return order.merchant() + "-S" + payee;
    }

    String payee(int payee) {
        return "MB:acme:" + merchant(payee);
    }

    String path(int payee) {
        return Shop.PATH + "/" + payee(payee);
    }

    /** The number of its split, or of one of those that are blocked. */
    String splitNo(int time) {
        return order.no() + "-S" + time;
    }

    /** How its splits end, in their order. */
    List<String> endings() {
        return switch (order.kind()) {
            case SPLIT_BLOCKED -> List.of("BLOCKED", "BLOCKED");
            default -> order.kind().isSplit() ? List.of("EXECUTED") : List.of();
        };
    }

    long base() {
        return order.kind().isSplit() ? order.price() - order.price() / 4 : 0;
    }

    long fee() {
        return base() / 10;
    }

    long leg(int payee) {
        var first = (base() - fee()) / 2;
        return payee == POOR ? first : base() - fee() - first;
    }

    /** What one payee is to give back; the contract bears as much as the first. */
    long part(int payee) {
        var third = refunded() / 3;
        return payee == POOR ? third : refunded() - 2 * third;
    }

    private long refunded() {
        return order.kind().isSharedBack() ? order.wishes().getFirst().amount() : 0;
    }

    /** What it has of its leg for a refund, where everything else of it is gone. */
    private long rest() {
        return part(POOR) / 2;
    }

    /** What the first payee has promised to something else before. */
    long spent() {
        return switch (order.kind()) {
            case SHARED_BACK_LATER, SHARED_BACK_NEVER -> leg(POOR) - rest();
            default -> 0;
        };
    }

    long gap() {
        return part(POOR) - rest();
    }

    /** What comes in for the first payee while a refund waits for it. */
    long toppedUp() {
        return order.kind() == OrderKind.SHARED_BACK_LATER ? gap() + LEFT_OVER : 0;
    }

    String topUp() {
        return order.no() + ".S1";
    }

    long has(int payee) {
        var came = leg(payee) + (payee == POOR ? toppedUp() : 0);
        return isGivenBack() ? came - part(payee) : came;
    }

    long reserved(int payee) {
        return payee == POOR ? spent() : 0;
    }

    long allHave() {
        return payees().stream().mapToLong(this::has).sum();
    }

    /** What went from the contract to others and did not come back. */
    long gone() {
        return isGivenBack() ? base() - part(POOR) - part(RICH) : base();
    }

    private boolean isGivenBack() {
        return order.kind().isSharedBack() && order.kind() != OrderKind.SHARED_BACK_NEVER;
    }

    /** Who bears which part of the refund, as the business system says it. */
    String recoveryPlan() {
        var parts = new ArrayList<String>();
        parts.add(Sharing.part("CONTRACT", Day.yuan(part(POOR))));
        payees().forEach(payee -> parts.add(Sharing.back(Sharing.id(splitNo(1)), payee(payee), Day.yuan(part(payee)))));
        return Sharing.plan(parts.toArray(String[]::new));
    }

    /** Every split as it was asked for. */
    List<String> bodies() {
        return switch (order.kind()) {
            case SPLIT_BLOCKED -> {
                var half = order.price() / 2;
                yield List.of(
                        body(1, order.price() + order.part(), 0, order.price() + order.part()),
                        body(2, order.price(), 0, half, order.price() - half));
            }
            default -> order.kind().isSplit() ? List.of(body(1, base(), fee(), leg(POOR), leg(RICH))) : List.of();
        };
    }

    private String body(int time, long base, long fee, long... legs) {
        return Sharing.body(
                splitNo(time),
                order.contract(),
                order.id(),
                Day.yuan(base),
                Day.yuan(fee),
                IntStream.range(0, legs.length)
                        .mapToObj(at -> Sharing.leg(payee(at + 1), Day.yuan(legs[at])))
                        .toArray(String[]::new));
    }
}
