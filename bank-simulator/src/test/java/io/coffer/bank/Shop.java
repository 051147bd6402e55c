package io.coffer.bank;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** The other side of a payment channel: its payers pay, and it refunds them. */
record Shop(Caller caller) {

    static final String CHANNEL = "WECHAT";
    static final String PAYER = "6222000000000001";

    /** 1,400.00 with a fee of 8.40 that comes back with refunds. */
    static String payment(String outTradeNo, String more) {
        return """
                {"channel":"WECHAT","outTradeNo":"%s","amount":"1400.00","currency":"CNY","fee":"8.40",\
                "returnsFee":true,"payerAccountNumber":"6222000000000001","payerName":"王强"%s}""".formatted(outTradeNo, more);
    }

    static String refund(String refundNo, String original, String amount) {
        return """
                {"refundNo":"%s","channel":"WECHAT","original":"%s","amount":"%s","currency":"CNY"}""".formatted(refundNo, original, amount);
    }

    Caller.Answer pays(String outTradeNo, String more) {
        return caller.send("POST", "/simulator/channel-payments", payment(outTradeNo, more));
    }

    /** A payment that waits for its settlement. */
    String paid(String outTradeNo) {
        return pays(outTradeNo, "").text("tradeNo");
    }

    Caller.Answer refunds(String refundNo, String original, String amount) {
        return caller.send("POST", "/channel/refunds", refund(refundNo, original, amount));
    }

    Caller.Answer reverses(String refundNo, String original, String amount) {
        return caller.send("POST", "/channel/reversals", refund(refundNo, original, amount));
    }

    Caller.Answer asksOfReversal(String refundNo) {
        return caller.get("/channel/reversals/" + refundNo);
    }

    /** True when the line is closed, by either side, without an answer. */
    boolean hearsNothing(String refundNo, String original) {
        return caller.hearsNothing("/channel/refunds", refund(refundNo, original, "100.00"), Duration.ofSeconds(20));
    }

    Caller.Answer asks(String refundNo) {
        return caller.get("/channel/refunds/" + refundNo);
    }

    void script(String key, String script) {
        Caller.Answer answer = caller.send("PUT", "/simulator/refund-scripts/" + key, script);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
    }

    void script(String key, Behaviour behaviour) {
        script(key, "{\"behaviour\":\"" + behaviour + "\",\"delayMillis\":20}");
    }

    Caller.Answer settles(String settlementDate) {
        return caller.send("POST", "/simulator/channel-settlements", """
                {"channel":"WECHAT","settlementDate":"%s","virtualAccount":"88010000000009"}""".formatted(settlementDate));
    }

    JsonNode total() {
        return caller.get("/simulator/refund-credits/total").body();
    }

    int credits() {
        return total().path("credits").asInt();
    }
}
