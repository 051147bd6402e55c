package io.coffer.journeys;

import java.util.Map;
import java.util.Set;

/**
 * What somebody wants back in the day, and what must come of it. All amounts are fen.
 *
 * @param amount of the price
 * @param byFunder what of that a campaign gets, because it paid it
 */
record Wish(String no, long amount, long byFunder, Plan plan) {

    private static final Set<String> NOT_PAID =
            Set.of("REFUSES_INSTRUMENT", "REFUSES_FINAL", "NEVER_ANSWERS_REFUSED", "NEVER_ENDS", Plan.ANOTHER_WAY);

    /**
     * One wish of a kind of orders.
     *
     * @param behaviour what the channel does; the number of the refund ends with it, which is how the simulator knows
     * @param isOfSecond whether it is about the second payment of an order, which paid it too often
     */
    record Plan(Share share, String behaviour, After after, boolean isOfSecond) {

        /** The channel is not asked at all. */
        static final String ANOTHER_WAY = "ANOTHER_WAY";

        /** To the account that paid, as transfers go back. */
        static final String TRANSFER = "TRANSFER";

        static Plan of(Share share, String behaviour) {
            return new Plan(share, behaviour, After.DONE, false);
        }

        Plan then(After next) {
            return new Plan(share, behaviour, next, isOfSecond);
        }

        Plan ofSecond() {
            return new Plan(share, behaviour, after, true);
        }
    }

    /** How much of the price. */
    enum Share {
        ALL,
        PART,
        REST,
        SIXTH,
        MOST
    }

    /** What people do when the channel has had its word. */
    enum After {
        DONE,
        REROUTED,
        /** The first transfer comes back, a second one stays. */
        REROUTED_TWICE,
        CANCELLED,
        /** The channel never says; its papers say that it paid nothing, two people believe them, and it is cancelled. */
        NOT_PAID_BY_PAPERS,
        /** Cancelled before anybody else agreed to it. */
        WITHDRAWN,
        /** The channel put it off too often; people let it be tried again. */
        RETRIED,
        /** A payee lacks its part; it goes on by itself when the payee has it. */
        ONCE_PAYEES_HAVE_IT,
        /** A payee lacks its part, and it is cancelled. */
        GIVEN_UP
    }

    String refund() {
        return "RF:acme:" + no;
    }

    String path() {
        return Till.REFUNDS + "/" + refund();
    }

    String approval(String of) {
        return "AR:acme:" + of + ":" + no;
    }

    boolean isCancelled() {
        return switch (plan.after()) {
            case CANCELLED, NOT_PAID_BY_PAPERS, WITHDRAWN, GIVEN_UP -> true;
            case DONE, REROUTED, REROUTED_TWICE, RETRIED, ONCE_PAYEES_HAVE_IT -> false;
        };
    }

    String endsAs() {
        return isCancelled() ? "CANCELLED" : "SUCCEEDED";
    }

    /** Whether the channel gives it to the payer, whatever it does later. */
    boolean isCredited() {
        return plan.after() != After.WITHDRAWN
                && plan.after() != After.GIVEN_UP
                && !plan.behaviour().equals(Plan.TRANSFER)
                && !NOT_PAID.contains(plan.behaviour());
    }

    boolean bounces() {
        return plan.behaviour().equals("BOUNCES");
    }

    /** What the bank is to have paid, by payout. */
    Map<String, Long> debits() {
        return switch (plan.after()) {
            case DONE -> plan.behaviour().equals(Plan.TRANSFER) ? Map.of(payout(1), amount - byFunder) : Map.of();
            case REROUTED -> Map.of(payout(1), amount);
            case REROUTED_TWICE -> Map.of(payout(1), amount, payout(2), amount);
            case CANCELLED, NOT_PAID_BY_PAPERS, WITHDRAWN, RETRIED, ONCE_PAYEES_HAVE_IT, GIVEN_UP -> Map.of();
        };
    }

    long cameBack() {
        return plan.after() == After.REROUTED_TWICE ? amount : 0;
    }

    private String payout(int rerouteNo) {
        return "PY:" + refund() + ":" + rerouteNo;
    }
}
