package io.coffer.journeys;

import io.coffer.journeys.PlannedSale.Arrival;
import tools.jackson.databind.JsonNode;

/** A line of the bank's statement, and what we say about it. */
record StatedLine(boolean in, String row, long amount, String outcome) {

    static StatedLine of(Arrival arrival, String date, String payerAccount, String outcome) {
        return new StatedLine(
                true,
                """
                {"line":{"direction":"IN","coreNo":"%s","kind":"RECEIPT","amount":%s,"payerAccount":"%s",\
                "payerName":"%s","bookedAt":"%sT09:30:00+08:00"}}
                """.formatted(
                                arrival.coreNo(),
                                HomeSale.cny(Day.yuan(arrival.amount())),
                                payerAccount,
                                outcome.equals("RECORDED") ? "无名氏" : "王强",
                                date),
                arrival.amount(),
                outcome);
    }

    /** What the bank's journal has of one of our payouts, and what we know already. */
    static StatedLine ofPayout(JsonNode line, String direction, String kind) {
        var amount = line.path("amount").asString();
        return new StatedLine(
                direction.equals("IN"),
                """
                {"line":{"direction":"%s","coreNo":"%s","kind":"%s","amount":%s,"payoutNo":"%s",\
                "bookedAt":"%sT09:30:00+08:00"}}
                """.formatted(
                                direction,
                                line.path("coreNo").asString(),
                                kind,
                                HomeSale.cny(amount),
                                line.path("payoutNo").asString(),
                                line.path("bankDate").asString()),
                Long.parseLong(amount.replace(".", "")),
                "CONFIRMED");
    }
}
