package io.coffer.bank;

/** What the bank tells by itself, each at an address of its own. */
public enum Subject {
    PAYOUT_RESULT("callback"),
    ARRIVAL("notices"),
    RETURN("returns"),
    CHANNEL_PAYMENT("channel-payment-callback"),
    REFUND_RESULT("refund-callback");

    private final String segment;

    Subject(String segment) {
        this.segment = segment;
    }

    /** Where a test says who is to be told. */
    String path() {
        return "/simulator/" + segment;
    }
}
