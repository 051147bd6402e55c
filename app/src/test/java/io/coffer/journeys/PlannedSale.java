package io.coffer.journeys;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What will happen in one sale, and by plain arithmetic what must be left of it. All amounts are fen.
 *
 * @param part somewhere between nothing and the price, for kinds that need such an amount
 * @param released what the seller is promised
 */
record PlannedSale(
        String contract, String tenant, Kind kind, long price, long part, List<Arrival> arrivals, long released) {

    /** Money on its way, and how often the bank tells of it. */
    record Arrival(String coreNo, long amount, int copies) {}

    /** What is special about it; most of a day is not. */
    enum Kind {
        PLAIN("9000"),
        TWO_PARTS("9000"),
        TOO_LITTLE("9000"),
        TOO_MUCH("9000"),
        TOLD_THREE_TIMES("9000"),
        CONTRADICTED("9000"),
        UNKNOWN_NUMBER("9000"),
        ASSIGNED_BY_HAND("9000"),
        NOT_RELEASED("9000"),
        PARTLY_RELEASED("9000"),
        PAID_LATE("9001"),
        PAID_IN_SILENCE("9002"),
        LOST("9003"),
        CALLBACK_LOST("9004"),
        CALLED_BACK_TWICE("9005"),
        CALLED_BACK_EARLY("9006"),
        REFUSED("9007"),
        REFUSED_LATE("9008"),
        DENIED_FIRST("9009"),
        RETURNED("9010"),
        DISPUTED("9000"),
        DEDUCTED("9000"),
        TERMINATED("9000");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        Twist twist() {
            return switch (this) {
                case REFUSED, REFUSED_LATE -> new RefusedPayout();
                case RETURNED -> new ReturnedTwice();
                case DISPUTED -> new LiftedDispute();
                case DEDUCTED -> new CourtDeduction();
                case TERMINATED -> new Termination();
                default -> new PlainCourse();
            };
        }

        String payeeAccount() {
            return "621700000000" + ending;
        }

        boolean isReleased() {
            return switch (this) {
                case TOO_LITTLE, UNKNOWN_NUMBER, NOT_RELEASED -> false;
                default -> twist().isReleased();
            };
        }

        boolean hasKnownNumber() {
            return this != UNKNOWN_NUMBER && this != ASSIGNED_BY_HAND;
        }
    }

    static PlannedSale of(String contract, Kind kind, RandomGenerator random) {
        var price = random.nextInt(10) == 0 ? random.nextLong(50_000_00, 2_000_000_00) : random.nextLong(10, 49_999_99);
        var part = random.nextLong(1, price);
        var tenant = random.nextInt(10) == 0 ? "globex" : "acme";
        var released = kind == Kind.PARTLY_RELEASED ? part : kind.isReleased() ? price : 0;
        return new PlannedSale(contract, tenant, kind, price, part, arrivals(contract, kind, price, part), released);
    }

    private static List<Arrival> arrivals(String contract, Kind kind, long price, long part) {
        return switch (kind) {
            case TWO_PARTS ->
                List.of(new Arrival(contract + ".1", part, 1), new Arrival(contract + ".2", price - part, 1));
            case TOO_LITTLE -> List.of(new Arrival(contract + ".1", price - part, 1));
            case TOO_MUCH -> List.of(new Arrival(contract + ".1", price + part, 1));
            case TOLD_THREE_TIMES -> List.of(new Arrival(contract + ".1", price, 3));
            default -> List.of(new Arrival(contract + ".1", price, 1));
        };
    }

    String account() {
        return "EA:" + tenant + ":" + contract;
    }

    String path() {
        return "/v1/escrow-accounts/" + account();
    }

    String payout(String itemNo) {
        return "PY:" + tenant + ":" + contract + ":" + itemNo;
    }

    long cameIn() {
        return arrivals.stream().mapToLong(Arrival::amount).sum();
    }

    long suspended() {
        return kind == Kind.UNKNOWN_NUMBER ? cameIn() : 0;
    }

    long excess() {
        return suspended() > 0 ? 0 : Math.max(0, cameIn() - price);
    }

    /** What the bank has paid and not given back. */
    long paid() {
        return debits().values().stream().mapToLong(Long::longValue).sum()
                - kind.twist().cameBack(this);
    }

    Map<String, Long> debits() {
        return kind.twist().debits(this);
    }

    /** What the account still holds when the day is over. */
    long left() {
        return cameIn() - suspended() - excess() - paid();
    }

    String endsAs() {
        return switch (kind) {
            case UNKNOWN_NUMBER -> "OPENED";
            case TOO_LITTLE -> "FUNDING";
            case NOT_RELEASED -> "FUNDED";
            case PARTLY_RELEASED -> "RELEASABLE";
            default -> kind.twist().endsAs();
        };
    }
}
