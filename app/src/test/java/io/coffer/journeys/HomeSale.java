package io.coffer.journeys;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One sale, step by step, as its actors do it. The business system is the tenant acme. */
final class HomeSale {

    static final String BANK = "104100000004";
    static final String CUSTODY = "110060149018800100001";
    static final String PAYER = "6222000000000001";
    static final String EVIDENCE =
            "[{\"documentId\":\"D-1\",\"type\":\"REGISTRATION\",\"sm3\":\"" + "0a".repeat(32) + "\"}]";
    /** A document of a court. */
    static final String PAPER =
            "[{\"documentId\":\"CD-1\",\"type\":\"COURT_DOCUMENT\",\"sm3\":\"" + "0b".repeat(32) + "\"}]";

    private static final AtomicLong SERIAL = new AtomicLong(System.nanoTime() % 1_000_000_000L);

    private final RunningCoffer coffer;
    private final String contract;
    private long seen;

    private HomeSale(RunningCoffer coffer, String contract) {
        this.coffer = coffer;
        this.contract = contract;
    }

    /** A sale with one down payment per amount; at most two. */
    static HomeSale opened(RunningCoffer coffer, String... expected) {
        var sale = new HomeSale(coffer, "C-" + SERIAL.incrementAndGet());
        sale.seen(coffer.as("acme").post("/v1/escrow-accounts", opening(sale.contract, expected)));
        return sale;
    }

    /** A sale whose money comes in at another custody account. */
    static HomeSale openedAt(RunningCoffer coffer, String custodyAccount, String... expected) {
        var sale = new HomeSale(coffer, "C-" + SERIAL.incrementAndGet());
        sale.seen(coffer.as("acme")
                .post("/v1/escrow-accounts", opening(sale.contract, expected).replace(CUSTODY, custodyAccount)));
        return sale;
    }

    /** A sale with a hold-back, a down payment of the buyer and a loan. */
    static HomeSale lent(RunningCoffer coffer, String kept, String down, String loan) {
        var sale = new HomeSale(coffer, "C-" + SERIAL.incrementAndGet());
        sale.seen(coffer.as("acme")
                .post(
                        "/v1/escrow-accounts",
                        lent(sale.contract, down, loan)
                                .replace("\"releaseConditions\"", withHoldback("FROM_BUYER_PAYMENT", kept))));
        return sale;
    }

    /** An opening with a down payment of the buyer and a loan. */
    static String lent(String contract, String down, String loan) {
        return opening(contract, down, loan)
                .replaceFirst("TAIL_PAYMENT(.*?)\"BUYER\"", "LOAN_PROCEEDS$1\"LENDER\"")
                .replace("\"name\":\"李梅\"}]", """
                    "name":"李梅"},{"partyId":"lender-1","role":"LENDER","name":"某银行"}]""");
    }

    /** The lender's account. */
    static String lender(String accountNumber) {
        return """
            {"partyId":"lender-1","bankCode":"105100000017","accountNumber":"%s","holderName":"某银行",
             "accountClass":"CORPORATE","verification":%s}\
            """.formatted(accountNumber, EVIDENCE);
    }

    private static String withHoldback(String source, String amount) {
        return """
            "holdback":{"source":"%s","amount":%s,"objectionDays":5},
            "releaseConditions\"""".formatted(source, cny(amount));
    }

    /** Opened, paid in full, with a seller to pay to. */
    static HomeSale releasable(RunningCoffer coffer, String amount, String payeeAccount) {
        var sale = opened(coffer, amount);
        sale.bindPayee(payeeAccount);
        sale.pay(amount);
        sale.account("FUNDED");
        sale.confirm("TRANSFER_REGISTERED");
        return sale;
    }

    /** Releasable with a part that stays; the seller's card always works. */
    static HomeSale heldBack(RunningCoffer coffer, String amount, String kept) {
        return heldBack(coffer, amount, kept, "6217000000009001");
    }

    static HomeSale heldBack(RunningCoffer coffer, String amount, String kept, String buyerAccount) {
        var sale = openedWith(coffer, "FROM_BUYER_PAYMENT", amount, kept);
        sale.bindPayee("6217000000009000");
        sale.bindBuyer(buyerAccount);
        sale.pay(amount);
        sale.account("FUNDED");
        sale.confirm("TRANSFER_REGISTERED");
        return sale;
    }

    /** A sale with a hold-back that comes from there. */
    static HomeSale openedWith(RunningCoffer coffer, String source, String amount, String holdback) {
        var sale = new HomeSale(coffer, "C-" + SERIAL.incrementAndGet());
        sale.seen(coffer.as("acme")
                .post("/v1/escrow-accounts", withHoldback(opening(sale.contract, amount), source, holdback)));
        return sale;
    }

    /** An opening with a hold-back that comes from there. */
    static String withHoldback(String opening, String source, String amount) {
        return opening.replace("\"releaseConditions\"", withHoldback(source, amount));
    }

    void bindBuyer(String accountNumber) {
        seen(coffer.as("acme").post(path() + "/payees", buyer(accountNumber)));
    }

    static String buyer(String accountNumber) {
        return """
            {"partyId":"buyer-1","bankCode":"105100000017","accountNumber":"%s","holderName":"王强",
             "accountClass":"PERSONAL","verification":%s}\
            """.formatted(accountNumber, EVIDENCE);
    }

    Reply holdback(String resource, @Nullable String body) {
        return say("acme", "/holdback" + resource, body);
    }

    static String answer(String partyId) {
        return """
            {"partyId":"%s","evidence":%s}\
            """.formatted(partyId, EVIDENCE);
    }

    Reply handOver() {
        return holdback("/handover", """
            {"signatures":[{"partyId":"buyer-1","evidence":%s},{"partyId":"seller-1","evidence":%s}]}\
            """.formatted(EVIDENCE, EVIDENCE));
    }

    Reply claim(String claimNo, String amount) {
        return holdback("/claims", """
            {"claimNo":"%s","partyId":"buyer-1","amount":%s,"evidence":%s}\
            """.formatted(claimNo, cny(amount), EVIDENCE));
    }

    /** One leg to the seller, and one that settles the buyer's claim K-1. */
    Reply settle(String sellerLeg, String toSeller, String buyerLeg, String toBuyer) {
        return holdback("/settlements", """
            {"legs":[{"legNo":"%s","partyId":"seller-1","amount":%s},
                     {"legNo":"%s","partyId":"buyer-1","amount":%s,"claimNo":"K-1"}]}\
            """.formatted(sellerLeg, cny(toSeller), buyerLeg, cny(toBuyer)));
    }

    static String opening(String contract, String... expected) {
        var items =
                Stream.of("DOWN_PAYMENT", "TAIL_PAYMENT").limit(expected.length).iterator();
        var plan = Stream.of(expected)
                .map(amount -> """
                    {"item":"%s","expected":%s,"dueDate":"2026-12-01","payerRole":"BUYER"}\
                    """.formatted(items.next(), cny(amount)))
                .collect(Collectors.joining(","));
        return """
            {"contract":{"contractNo":"%s","businessLine":"SECOND_HAND","cityCode":"110100"},
             "parties":[{"partyId":"buyer-1","role":"BUYER","name":"王强"},
                        {"partyId":"seller-1","role":"SELLER","name":"李梅"}],
             "terms":{"agreementVersion":"BJ-2026-1","plan":[%s],
                      "releaseConditions":{"condition":"TRANSFER_REGISTERED"}},
             "custodyAccount":{"bankCode":"%s","accountNo":"%s"}}\
            """.formatted(contract, plan, BANK, CUSTODY);
    }

    static String cny(String amount) {
        return "{\"value\":\"" + amount + "\",\"currency\":\"CNY\"}";
    }

    static String nextCoreNo() {
        return "N" + SERIAL.incrementAndGet();
    }

    static String notice(String coreNo, String virtualAccount, String amount) {
        return """
            {"bankCode":"%s","custodyAccount":"%s","bankDate":"2026-11-22","direction":"IN","coreNo":"%s",\
            "kind":"RECEIPT","amount":%s,"virtualAccount":"%s","payerAccount":"%s",\
            "payerName":"王强","noticedAt":"2026-11-22T09:30:00+08:00"}\
            """.formatted(BANK, CUSTODY, coreNo, cny(amount), virtualAccount, PAYER);
    }

    static String receipt(String coreNo) {
        return "BR:" + BANK + ":" + CUSTODY + ":2026-11-22:IN:" + coreNo;
    }

    /** From now on nothing older is read. */
    private void seen(Reply answer) {
        seen = Math.max(seen, answer.isAccepted().position());
    }

    String contract() {
        return contract;
    }

    String id() {
        return "EA:acme:" + contract;
    }

    String path() {
        return "/v1/escrow-accounts/" + id();
    }

    String payout(String releaseNo) {
        return "PY:acme:" + contract + ":" + releaseNo;
    }

    String approval(String releaseNo) {
        return "AR:acme:release:" + contract + ":" + releaseNo;
    }

    JsonNode account() {
        return coffer.as("acme").get(path(), seen).isAccepted().json();
    }

    JsonNode account(String state) {
        return Until.is(
                this::account, account -> account.path("state").asString().equals(state));
    }

    String virtualAccount() {
        return Until.is(this::account, account -> account.has("virtualAccountNumber"))
                .path("virtualAccountNumber")
                .asString();
    }

    /** A notice of the bank, as its adapter delivers it; gives its core number. */
    String pay(String amount) {
        var coreNo = nextCoreNo();
        seen(coffer.as("bank-adapter").post("/v1/bank/notices", notice(coreNo, virtualAccount(), amount)));
        return coreNo;
    }

    /** Money that somebody of this name pays; gives its core number. */
    String payAs(String payerName, String amount) {
        return tell(notice(nextCoreNo(), virtualAccount(), amount)
                .replace("\"payerName\":\"王强\"", "\"payerName\":\"" + payerName + "\""));
    }

    /** Money whose payer the bank does not name; gives its core number. */
    String payNamelessly(String amount) {
        return tell(notice(nextCoreNo(), virtualAccount(), amount)
                .replace("\"payerAccount\":\"6222000000000001\",\"payerName\":\"王强\",", ""));
    }

    private String tell(String notice) {
        seen(coffer.as("bank-adapter").post("/v1/bank/notices", notice));
        return Reply.JSON.readTree(notice).path("coreNo").asString();
    }

    void confirm(String condition) {
        seen(coffer.as("acme").post(path() + "/conditions", """
            {"condition":"%s","evidence":%s}\
            """.formatted(condition, EVIDENCE)));
    }

    void bindPayee(String accountNumber) {
        seen(coffer.as("acme").post(path() + "/payees", payee(accountNumber)));
    }

    static String payee(String accountNumber) {
        return """
            {"partyId":"seller-1","bankCode":"105100000017","accountNumber":"%s","holderName":"李梅",
             "accountClass":"PERSONAL","verification":%s}\
            """.formatted(accountNumber, EVIDENCE);
    }

    Reply release(String releaseNo, String amount) {
        return say("acme", "/releases", """
            {"releaseNo":"%s","partyId":"seller-1","amount":%s}\
            """.formatted(releaseNo, cny(amount)));
    }

    Reply freeze(String client, String orderNo, String kind, String authority, String amount) {
        return say(client, "/freezes", """
                {"orderNo":"%s","kind":"%s","authority":"%s","amount":%s,"evidence":[]}""".formatted(orderNo, kind, authority, cny(amount)));
    }

    Reply freezeWith(String client, String orderNo, String kind, String authority, String evidence) {
        return say(client, "/freezes", """
                {"orderNo":"%s","kind":"%s","authority":"%s","evidence":%s}""".formatted(orderNo, kind, authority, evidence));
    }

    Reply freezeUntil(String orderNo, String amount, Instant until, String evidence) {
        return say("operator-1", "/freezes", """
                {"orderNo":"%s","kind":"JUDICIAL","authority":"COURT-7","amount":%s,"expiresAt":"%s","evidence":%s}""".formatted(orderNo, cny(amount), until, evidence));
    }

    Reply unfreeze(String client, String orderNo, String authority, String evidence) {
        return say(client, "/freezes/" + orderNo + "/release", """
                {"authority":"%s","evidence":%s}""".formatted(authority, evidence));
    }

    Reply deduct(String deductionNo, String orderNo, String amount, String evidence) {
        return say("operator-1", "/deductions", """
                {"deductionNo":"%s","orderNo":"%s","amount":%s,"evidence":%s,
                 "courtAccount":{"bankCode":"105100000017","accountNumber":"11001000000000001"}}""".formatted(deductionNo, orderNo, cny(amount), evidence));
    }

    /** Another person agrees to lift an order. */
    void approveUnfreeze(String orderNo) {
        seen(approve(coffer, "AR:_:unfreeze:acme:" + contract + ":" + orderNo + ":1", "checker-1", seen));
    }

    /** Another person lets a court have what it demands. */
    void approveDeduction(String deductionNo) {
        seen(approve(coffer, "AR:_:deduct:acme:" + contract + ":" + deductionNo, "checker-1", seen));
    }

    /** The account as soon as orders hold this much. */
    JsonNode frozen(String amount) {
        return Until.is(
                this::account,
                account -> account.at("/effectiveFrozen/value").asString().equals(amount));
    }

    Reply say(String client, String resource, @Nullable String body) {
        var answer = coffer.as(client).post(path() + resource, body);
        seen = Math.max(seen, answer.position());
        return answer;
    }

    /** A checker agrees to what he read, and that is not older than what anybody here did before. */
    void approve(String releaseNo, String checker) {
        seen(approve(coffer, approval(releaseNo), checker, seen));
    }

    /** A checker agrees to what has this number. */
    void approveAs(String approval, String checker) {
        seen(approve(coffer, approval, checker, seen));
    }

    static Reply approve(RunningCoffer coffer, String approval, String checker, long seen) {
        var path = "/v1/approvals/" + approval;
        var read = Until.is(() -> coffer.as(checker).get(path, seen), answer -> answer.status() == 200);
        return coffer.as(checker)
                .ask("POST", path + "/approve", null)
                .ifMatch(read.etag())
                .answer()
                .isAccepted();
    }

    /** The bank says, by its adapter, that it gave a payout back. */
    Reply tellReturn(String releaseNo, String amount) {
        var answer = coffer.as("bank-adapter").post("/v1/bank/payout-returns", """
                {"payoutNo":"%s","custodyAccount":{"bankCode":"%s","accountNo":"%s"},"coreNo":"%s",
                 "bankDate":"2026-11-22","amount":%s}""".formatted(
                        payout(releaseNo), BANK, CUSTODY, nextCoreNo(), cny(amount)));
        seen(answer);
        return answer;
    }

    /** The bank gives the payout of a release back, and the account knows it. */
    void comesBack(String releaseNo) {
        coffer.bank().returns(payout(releaseNo));
        releaseIs(releaseNo, "RETURNED");
    }

    /** The account, once its release is there. */
    JsonNode releaseIs(String releaseNo, String state) {
        return Until.is(
                this::account,
                account -> StreamSupport.stream(account.path("releases").spliterator(), false)
                        .anyMatch(
                                release -> release.path("releaseNo").asString().equals(releaseNo)
                                        && release.path("state").asString().equals(state)));
    }

    Reply reissue(String releaseNo) {
        return say("acme", "/releases/" + releaseNo + "/reissues", null);
    }

    /** A checker lets returned money go again. */
    void approveReissue(String releaseNo, String checker) {
        seen(approve(coffer, "AR:acme:reissue:" + contract + ":" + releaseNo + ":1", checker, seen));
    }

    /** Another account of the seller, proposed and approved. */
    void changePayee(int changeNo, String accountNumber) {
        seen(coffer.as("acme").post(path() + "/payee-changes", payee(accountNumber)));
        seen(approve(coffer, "AR:acme:payee:" + contract + ":" + changeNo, "checker-1", seen));
        Until.is(this::account, account -> account.at("/payees/0").has("effectiveFrom"));
    }

    JsonNode payoutView(String releaseNo, String state) {
        return Until.is(
                        () -> coffer.as("operator-1").get("/v1/payouts/" + payout(releaseNo)),
                        answer -> answer.status() == 200 && answer.at("/state").equals(state))
                .json();
    }
}
