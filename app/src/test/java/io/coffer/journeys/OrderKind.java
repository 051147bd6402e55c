package io.coffer.journeys;

import static io.coffer.journeys.Wish.After.CANCELLED;
import static io.coffer.journeys.Wish.After.GIVEN_UP;
import static io.coffer.journeys.Wish.After.NOT_PAID_BY_PAPERS;
import static io.coffer.journeys.Wish.After.ONCE_PAYEES_HAVE_IT;
import static io.coffer.journeys.Wish.After.REROUTED;
import static io.coffer.journeys.Wish.After.REROUTED_TWICE;
import static io.coffer.journeys.Wish.After.RETRIED;
import static io.coffer.journeys.Wish.After.WITHDRAWN;
import static io.coffer.journeys.Wish.Share.ALL;
import static io.coffer.journeys.Wish.Share.MOST;
import static io.coffer.journeys.Wish.Share.PART;
import static io.coffer.journeys.Wish.Share.REST;
import static io.coffer.journeys.Wish.Share.SIXTH;

import io.coffer.journeys.Wish.Plan;
import java.util.List;

/** What is special about a payment order; most of a day is not. */
enum OrderKind {
    PAID(Way.CHANNEL, Fee.FREE),
    TRANSFERRED(Way.TRANSFER, Fee.FREE),
    BACK_IN_PARTS(Way.CHANNEL, Fee.GIVEN_BACK),
    BACK_BY_ODD_WORDS(Way.CHANNEL, Fee.FREE),
    NET_OF_PLATFORM(Way.CHANNEL, Fee.OF_PLATFORM),
    GROSS_OF_PLATFORM(Way.GROSS, Fee.OF_PLATFORM),
    GROSS_OF_PAYER(Way.GROSS, Fee.OF_PAYER),
    NOT_WANTED(Way.CHANNEL, Fee.FREE),
    TAKEN_BACK(Way.CHANNEL, Fee.FREE),
    NEVER_HEARD_OF(Way.CHANNEL, Fee.FREE),
    CARD_CLOSED(Way.CHANNEL, Fee.FREE),
    TOO_LATE(Way.LATE, Fee.FREE),
    RACING(Way.CHANNEL, Fee.FREE),
    FEE_FROM_B(Way.NET, Fee.OF_MERCHANT),
    FEE_LENT_IN_PART(Way.NET, Fee.OF_MERCHANT),
    FEE_BACK_TO_B(Way.NET, Fee.OF_MERCHANT),
    FEE_MISSING(Way.NET, Fee.OF_MERCHANT),
    FEE_LENT(Way.CHANNEL, Fee.OF_MERCHANT),
    TOO_POOR(Way.CHANNEL, Fee.OF_MERCHANT),
    CAPTURED_TWICE(Way.CHANNEL, Fee.FREE),
    TRANSFERRED_TWICE(Way.TRANSFER, Fee.FREE),
    PUT_OFF_TOO_OFTEN(Way.CHANNEL, Fee.FREE),
    DISCOUNTED_BY_US(Way.TRANSFER, Fee.FREE),
    DISCOUNTED_BY_OTHERS(Way.TRANSFER, Fee.FREE),
    SPLIT(Way.CHANNEL, Fee.FREE),
    SPLIT_BY_TWO(Way.CHANNEL, Fee.FREE),
    SPLIT_BY_THREE(Way.CHANNEL, Fee.FREE),
    SPLIT_BLOCKED(Way.CHANNEL, Fee.FREE),
    SHARED_BACK(Way.CHANNEL, Fee.FREE),
    SHARED_BACK_LATER(Way.CHANNEL, Fee.FREE),
    SHARED_BACK_NEVER(Way.CHANNEL, Fee.FREE),
    LAST_OF_A_DATE(Way.CHANNEL, Fee.FREE),
    LAST_OF_A_DATE_LISTED_WRONGLY(Way.CHANNEL, Fee.FREE);

    private final Way way;
    private final Fee fee;

    OrderKind(Way way, Fee fee) {
        this.way = way;
        this.fee = fee;
    }

    /** What is wanted back of it. */
    List<Plan> plans() {
        return switch (this) {
            case PAID,
                    TRANSFERRED,
                    FEE_LENT,
                    TOO_POOR,
                    SPLIT,
                    SPLIT_BY_TWO,
                    SPLIT_BY_THREE,
                    SPLIT_BLOCKED,
                    LAST_OF_A_DATE,
                    LAST_OF_A_DATE_LISTED_WRONGLY -> List.of();
            case BACK_IN_PARTS -> List.of(Plan.of(PART, "AT_ONCE"), Plan.of(REST, "LATE"));
            case BACK_BY_ODD_WORDS ->
                List.of(
                        Plan.of(SIXTH, "NEVER_ANSWERS_EXECUTED"),
                        Plan.of(SIXTH, "NEVER_ANSWERS_NOT_EXECUTED"),
                        Plan.of(SIXTH, "NOT_FOUND_FIRST"),
                        Plan.of(SIXTH, "RETRYABLE_FIRST"),
                        Plan.of(SIXTH, "TWICE"),
                        Plan.of(SIXTH, "OUT_OF_ORDER"));
            case NET_OF_PLATFORM -> List.of(Plan.of(PART, "AT_ONCE"));
            case GROSS_OF_PLATFORM, FEE_FROM_B, FEE_LENT_IN_PART, FEE_MISSING -> List.of(Plan.of(ALL, "AT_ONCE"));
            case GROSS_OF_PAYER -> List.of(Plan.of(PART, "LOST_CALLBACK"));
            case NOT_WANTED ->
                List.of(
                        Plan.of(ALL, "AT_ONCE").then(WITHDRAWN),
                        Plan.of(PART, "REFUSES_FINAL").then(CANCELLED),
                        Plan.of(PART, "NEVER_ANSWERS_REFUSED").then(CANCELLED));
            case TAKEN_BACK -> List.of(Plan.of(ALL, "BOUNCES").then(REROUTED));
            case NEVER_HEARD_OF -> List.of(Plan.of(PART, "NEVER_ENDS").then(NOT_PAID_BY_PAPERS));
            case CARD_CLOSED -> List.of(Plan.of(ALL, "REFUSES_INSTRUMENT").then(REROUTED_TWICE));
            case TOO_LATE -> List.of(Plan.of(ALL, Plan.ANOTHER_WAY).then(REROUTED));
            case RACING -> List.of(Plan.of(MOST, "AT_ONCE"), Plan.of(MOST, "AT_ONCE"));
            case FEE_BACK_TO_B -> List.of(Plan.of(ALL, "REFUSES_FINAL").then(CANCELLED));
            case CAPTURED_TWICE -> List.of(Plan.of(ALL, "AT_ONCE").ofSecond());
            case TRANSFERRED_TWICE -> List.of(Plan.of(ALL, Plan.TRANSFER).ofSecond(), Plan.of(PART, Plan.TRANSFER));
            case PUT_OFF_TOO_OFTEN -> List.of(Plan.of(PART, "REFUSES_RETRYABLE").then(RETRIED));
            case DISCOUNTED_BY_US -> List.of(Plan.of(PART, Plan.TRANSFER));
            case DISCOUNTED_BY_OTHERS -> List.of(Plan.of(PART, Plan.TRANSFER), Plan.of(REST, Plan.TRANSFER));
            case SHARED_BACK -> List.of(Plan.of(SIXTH, "AT_ONCE"));
            case SHARED_BACK_LATER -> List.of(Plan.of(SIXTH, "AT_ONCE").then(ONCE_PAYEES_HAVE_IT));
            case SHARED_BACK_NEVER -> List.of(Plan.of(SIXTH, "AT_ONCE").then(GIVEN_UP));
        };
    }

    Way way() {
        return way;
    }

    Fee fee() {
        return fee;
    }

    boolean hasFeeAccount() {
        return fee == Fee.OF_MERCHANT || fee == Fee.GIVEN_BACK;
    }

    /** What happens all day long; whatever else is rare. */
    boolean isUsual() {
        return this == PAID || this == TRANSFERRED;
    }

    boolean isLent() {
        return this == FEE_LENT || this == FEE_LENT_IN_PART;
    }

    boolean isPaidTwice() {
        return this == CAPTURED_TWICE || this == TRANSFERRED_TWICE;
    }

    boolean isDiscounted() {
        return this == DISCOUNTED_BY_US || this == DISCOUNTED_BY_OTHERS;
    }

    /** Whether payees get most of it. */
    boolean isSplit() {
        return switch (this) {
            case SPLIT, SPLIT_BY_TWO, SPLIT_BY_THREE -> true;
            default -> isSharedBack();
        };
    }

    /** Whether payees are to give something back. */
    boolean isSharedBack() {
        return this == SHARED_BACK || this == SHARED_BACK_LATER || this == SHARED_BACK_NEVER;
    }

    /** Whether its channel ends a settlement date with it. */
    boolean endsDate() {
        return this == LAST_OF_A_DATE || this == LAST_OF_A_DATE_LISTED_WRONGLY;
    }

    /** Whether another contract of the merchant has money that nobody may touch. */
    boolean hasNeighbour() {
        return this == FEE_LENT_IN_PART || this == FEE_MISSING;
    }

    /** What the fee account has when the order is made. */
    long toppedUp() {
        return switch (this) {
            case BACK_IN_PARTS, FEE_FROM_B, FEE_BACK_TO_B -> 20_00;
            case FEE_LENT_IN_PART -> 5_00;
            case FEE_LENT -> 1_00;
            default -> 0;
        };
    }

    long toppedUpLater() {
        return switch (this) {
            case FEE_LENT_IN_PART -> 10_00;
            case FEE_MISSING -> 20_00;
            default -> 0;
        };
    }

    /** How the money comes. */
    enum Way {
        CHANNEL(Till.BY_CHANNEL, "ALIPAY"),
        GROSS("{\"kind\":\"CHANNEL\",\"channel\":\"ALIPAY\",\"settling\":\"GROSS\"}", "ALIPAY"),
        LATE(Till.BY_WECHAT, "WECHAT"),
        NET(Till.NET, "UMS"),
        TRANSFER(Till.BY_BANK, "");

        private final String json;
        private final String channel;

        Way(String json, String channel) {
            this.json = json;
            this.channel = channel;
        }

        String json() {
            return json;
        }

        String channel() {
            return channel;
        }
    }

    /** Who bears 0.60 %, if anybody does. */
    enum Fee {
        FREE(Till.FREE),
        OF_MERCHANT(Till.OF_MERCHANT),
        GIVEN_BACK("{\"rateBp\":60,\"bearer\":\"MERCHANT_B\",\"refundable\":true}"),
        OF_PLATFORM(Till.OF_PLATFORM),
        OF_PAYER("{\"rateBp\":60,\"bearer\":\"PAYER\",\"refundable\":false}");

        private final String json;

        Fee(String json) {
            this.json = json;
        }

        String json() {
            return json;
        }

        boolean isGivenBack() {
            return this == GIVEN_BACK;
        }
    }
}
