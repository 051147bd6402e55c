package io.coffer.journeys;

import tools.jackson.databind.JsonNode;

/** A merchant with a fee account, opened over HTTP. */
final class Shop {

    static final String PATH = "/v1/merchant-fee-accounts";

    private final RunningCoffer coffer;
    private final String merchant;
    private long seen;
    private int limits;

    private Shop(RunningCoffer coffer, String merchant) {
        this.coffer = coffer;
        this.merchant = merchant;
    }

    static Shop opened(RunningCoffer coffer) {
        var shop = new Shop(coffer, "M-" + HomeSale.nextCoreNo());
        shop.seen(coffer.as("acme").post(PATH, opening(shop.merchant)));
        return shop;
    }

    /** Topped up with what it has, at its own number. */
    static Shop with(RunningCoffer coffer, String amount) {
        var shop = opened(coffer);
        shop.pay(amount);
        shop.once("/available/value", amount);
        return shop;
    }

    /** Two people let fees be advanced up to this. */
    Shop lent(String limit) {
        say("operator-1", "/advance-limits", limit(limit)).isAccepted();
        limits++;
        HomeSale.approve(coffer, "AR:_:advance:acme:" + merchant + ":" + limits, "checker-1", seen);
        once("/advanceLimit/value", limit);
        return this;
    }

    static String limit(String amount) {
        return "{\"limit\":" + HomeSale.cny(amount) + "}";
    }

    static String opening(String merchant) {
        return """
            {"merchantNo":"%s","custodyAccount":{"bankCode":"%s","accountNo":"%s"}}\
            """.formatted(merchant, HomeSale.BANK, HomeSale.CUSTODY);
    }

    static String fee(String orderNo, String amount) {
        return """
            {"orderNo":"%s","fee":%s}\
            """.formatted(orderNo, HomeSale.cny(amount));
    }

    String merchant() {
        return merchant;
    }

    String id() {
        return "MB:acme:" + merchant;
    }

    String path() {
        return PATH + "/" + id();
    }

    JsonNode account() {
        return coffer.as("acme").get(path(), seen).isAccepted().json();
    }

    /** The account, as soon as it says so. */
    JsonNode once(String pointer, String value) {
        return Until.is(this::account, account -> account.at(pointer).asString().equals(value));
    }

    String number() {
        return Until.is(this::account, account -> account.has("virtualAccountNumber"))
                .path("virtualAccountNumber")
                .asString();
    }

    /** Money to its own number; gives the core number. */
    String pay(String amount) {
        var coreNo = HomeSale.nextCoreNo();
        seen(coffer.as("bank-adapter").post("/v1/bank/notices", HomeSale.notice(coreNo, number(), amount)));
        return coreNo;
    }

    Reply reserve(String orderNo, String amount) {
        return say("acme", "/fee-reservations", fee(orderNo, amount));
    }

    Reply end(String orderNo) {
        return say("acme", "/fee-reservations/" + orderNo + "/end", "{\"reason\":\"EXPIRED\"}");
    }

    Reply stand(String standing) {
        return say("operator-1", "/standing", "{\"standing\":\"" + standing + "\",\"reason\":\"COMPLAINTS\"}");
    }

    Reply say(String client, String resource, String body) {
        var answer = coffer.as(client).post(path() + resource, body);
        seen = Math.max(seen, answer.position());
        return answer;
    }

    /** What the ledger says of an account of the chart. */
    String balance(String code, String subLedger) {
        var entries = coffer.as("auditor")
                .get("/v1/ledger/accounts/" + code + "/" + subLedger + "/entries?limit=200", coffer.settled());
        return entries.status() == 404
                ? "0.00"
                : entries.items().getLast().path("balance").asString();
    }

    /** From now on nothing older is read. */
    void seen(Reply answer) {
        seen = Math.max(seen, answer.isAccepted().position());
    }
}
