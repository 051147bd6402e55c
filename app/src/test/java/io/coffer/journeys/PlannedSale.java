package io.coffer.journeys;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What will happen in one sale, and by plain arithmetic what must be left of it. All amounts are fen.
 *
 * @param no its place in the day, from which its payer has an account of its own
 * @param part somewhere between nothing and the price, for kinds that need such an amount
 * @param released what the seller is promised
 */
record PlannedSale(
        String contract,
        int no,
        String tenant,
        Kind kind,
        long price,
        long part,
        List<Arrival> arrivals,
        long released) {

    private static final String WEAK_CUSTODY = "110060149018800100002";
    private static final long NO_CHECKER_UP_TO = 49_999_99;

    /**
     * Money on its way.
     *
     * @param copies how often the bank tells of it; the twist tells what is told 0 times
     */
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
        ASSIGNED_WRONGLY("9000"),
        SENT_BACK("9000"),
        EXCESS_SENT_BACK("9000"),
        NOTICED_WEAKLY("9000"),
        TWINS("9000"),
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
        RETURNED_BEFORE_PAID("9011"),
        SETTLED_BY_PAPERS("9012"),
        PAID_BY_PAPERS("9013"),
        PAYEE_CHANGED("9000"),
        SUPPLEMENTED("9000"),
        DISPUTED("9000"),
        STOPPED_BY_ALL("9000"),
        DEDUCTED("9000"),
        HELD_BACK("9000"),
        HELD_BACK_BY_SELLER("9000"),
        TERMINATED("9000"),
        TERMINATED_WITH_LOAN("9000"),
        LATE_MONEY("9000");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        Twist twist() {
            return switch (this) {
                case CONTRADICTED -> new ContradictedNotice();
                case UNKNOWN_NUMBER -> new NobodysMoney();
                case ASSIGNED_BY_HAND -> new AssignedMoney();
                case ASSIGNED_WRONGLY -> new CorrectedMoney();
                case SENT_BACK -> new MoneySentBack();
                case EXCESS_SENT_BACK -> new ExcessSentBack();
                case NOTICED_WEAKLY -> new WeakNotice();
                case TWINS -> new PossibleTwins();
                case REFUSED, REFUSED_LATE -> new RefusedPayout();
                case RETURNED, RETURNED_BEFORE_PAID -> new ReturnedTwice();
                case PAYEE_CHANGED -> new ChangedPayee();
                case SUPPLEMENTED -> new SupplementedTerms();
                case DISPUTED -> new LiftedDispute();
                case STOPPED_BY_ALL -> new EveryStop();
                case DEDUCTED -> new CourtDeduction();
                case HELD_BACK, HELD_BACK_BY_SELLER -> new HeldBack();
                case SETTLED_BY_PAPERS -> new SettledByPapers();
                case PAID_BY_PAPERS -> new PaidByPapers();
                case TERMINATED, TERMINATED_WITH_LOAN -> new Termination();
                case LATE_MONEY -> new LateMoney();
                default -> new PlainCourse();
            };
        }

        String payeeAccount() {
            return "621700000000" + ending;
        }

        boolean isReleased() {
            return switch (this) {
                case TOO_LITTLE, NOT_RELEASED -> false;
                default -> twist().isReleased();
            };
        }
    }

    static PlannedSale of(String day, int no, Kind kind, RandomGenerator random) {
        var contract = day + no;
        var asked = random.nextInt(10) == 0 ? random.nextLong(50_000_00, 2_000_000_00) : random.nextLong(10, 49_999_99);
        // Twins are of one amount.
        var price = kind == Kind.TWINS ? 2 * (asked / 2) : asked;
        var part = random.nextLong(1, price);
        var tenant = random.nextInt(10) == 0 ? "globex" : "acme";
        var released = switch (kind) {
            case PARTLY_RELEASED, PAYEE_CHANGED -> part;
            case SUPPLEMENTED -> price + part;
            case HELD_BACK -> price - kept(price);
            default -> kind.isReleased() ? price : 0;
        };
        return new PlannedSale(
                contract, no, tenant, kind, price, part, arrivals(contract, kind, price, part), released);
    }

    private static List<Arrival> arrivals(String contract, Kind kind, long price, long part) {
        var first = contract + ".1";
        var second = contract + ".2";
        return switch (kind) {
            case TWO_PARTS -> List.of(new Arrival(first, part, 1), new Arrival(second, price - part, 1));
            case TOO_LITTLE -> List.of(new Arrival(first, price - part, 1));
            case TOO_MUCH, EXCESS_SENT_BACK -> List.of(new Arrival(first, price + part, 1));
            case TOLD_THREE_TIMES -> List.of(new Arrival(first, price, 3));
            case NOTICED_WEAKLY -> List.of(new Arrival(first, price, 0));
            case TWINS -> List.of(new Arrival(first, price / 2, 0), new Arrival(second, price / 2, 0));
            case TERMINATED_WITH_LOAN -> List.of(new Arrival(first, part, 1), new Arrival(second, price - part, 0));
            case SUPPLEMENTED, LATE_MONEY -> List.of(new Arrival(first, price, 1), new Arrival(second, part, 0));
            case HELD_BACK_BY_SELLER -> List.of(new Arrival(first, price, 1), new Arrival(second, kept(price), 0));
            default -> List.of(new Arrival(first, price, 1));
        };
    }

    /** What stays until the handover: enough to be shared, too little to need a checker. */
    private static long kept(long price) {
        return Math.clamp(price / 20, 2, NO_CHECKER_UP_TO);
    }

    long kept() {
        return kept(price);
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

    /** Where its money is kept. */
    String custody() {
        return kind == Kind.NOTICED_WEAKLY || kind == Kind.TWINS ? WEAK_CUSTODY : HomeSale.CUSTODY;
    }

    /** Two payers of one amount on one day must not be taken for one. */
    String payerAccount() {
        return "6222%08d0001".formatted(no);
    }

    /** The receipt that the bank's core number makes of an arrival. */
    String receipt(Arrival arrival) {
        return kind.twist().receipt(this, arrival);
    }

    long cameIn() {
        return arrivals.stream().mapToLong(Arrival::amount).sum();
    }

    long suspended() {
        return arrivals.stream().mapToLong(this::suspended).sum();
    }

    /** What of an arrival nobody was credited with in the end. */
    long suspended(Arrival arrival) {
        return kind.twist().isSuspended(this, arrival) ? arrival.amount() : 0;
    }

    /** Whether its account ever held any of it. */
    boolean isCredited() {
        return kind.isReleased() || !endsAs().equals("OPENED");
    }

    /** What its plan did not expect. */
    long excess() {
        return kind == Kind.TOO_MUCH ? part : 0;
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
            case TOO_LITTLE -> "FUNDING";
            case NOT_RELEASED -> "FUNDED";
            case PARTLY_RELEASED -> "RELEASABLE";
            default -> kind.twist().endsAs();
        };
    }
}
