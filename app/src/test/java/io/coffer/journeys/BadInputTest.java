package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The families of {@code reliability.md} §4 that need the whole program; the edge's own tests have the rest. */
@DisplayName("Bad input")
class BadInputTest {

    private static final List<String> AMOUNTS = List.of(
            "\"-1\"",
            "\"0\"",
            "\"-0.00\"",
            "\"1e400\"",
            "\"1E5\"",
            "\"NaN\"",
            "\"Infinity\"",
            "\"0x10\"",
            "\"012\"",
            "\"+1\"",
            "\"1,000.00\"",
            "\" 1\"",
            "\"1 \"",
            "\"1.\"",
            "\".5\"",
            "\"\"",
            "null",
            "true",
            "[]",
            "{}",
            "1",
            "1.5",
            "1e400",
            "1e999999999",
            "-1",
            "\"١٢\"",
            "\"１２\"",
            "\"१२\"",
            "\"−1\"",
            "\"0.001\"",
            "\"1.005\"",
            "\"9223372036854775807\"",
            "\"9223372036854775808\"",
            "\"99999999999999999\"",
            "01",
            "+1",
            "NaN");
    private static final List<String> CURRENCIES =
            List.of("\"cny\"", "\"CN\"", "\"RMB\"", "\"XXX\"", "\"EUR\"", "\"\\u0421NY\"", "\"\"", "null", "1", "[]");
    private static final List<String> DATES = List.of(
            "\"2026-02-30\"",
            "\"2026-13-01\"",
            "\"10000-01-01\"",
            "\"-0001-01-01\"",
            "\"20261122\"",
            "\"\"",
            "null",
            "1",
            "\"2026-11-22T00:00:00Z\"",
            "\"1026-11-22\"");
    private static final List<String> TIMES = List.of(
            "\"2026-11-22T24:00:00Z\"", "\"2026-11-22T23:59:60Z\"", "\"2026-11-22T09:30:00\"", "\"now\"", "null", "0");
    private static final List<String> KEYS = List.of(
            "\"\"",
            "\"../x\"",
            "\"a b\"",
            "\"a/b\"",
            "\"%00\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202Ex\"",
            "\"😀\"",
            "\"' OR 1=1--\"",
            "\"${jndi:ldap://x}\"",
            "\"a:b\"",
            "\"" + "x".repeat(65) + "\"",
            "null",
            "7",
            "{}",
            "[]",
            "\"" + "x".repeat(10_000) + "\"",
            "\"\\r\\nX: y\"");
    private static final List<String> BODIES = List.of(
            "",
            " ",
            "{",
            "null",
            "[]",
            "\"x\"",
            "7",
            "{}",
            "{}{}",
            "{\"a\":1,\"a\":1}",
            "\uFEFF{}",
            "// {}",
            "{\"a\":'x'}",
            "[".repeat(10_000),
            "{\"a\":".repeat(40) + "1" + "}".repeat(40),
            "{\"tenantId\":\"x\"}",
            "{\"x\":\"" + "y".repeat(1_100_000) + "\"}");
    private static final List<String> IDS = List.of(
            "EA:acme:",
            "EA:acme:..",
            "EA:acme:%2e%2e%2f",
            "EA:acme:%00",
            "EA:ACME:x",
            "ea:acme:x",
            "EA::x",
            "x",
            "PY:acme:x:R-1",
            "EA:acme:x:y",
            "MB:acme:",
            "MB:acme:x:y",
            "MB:ACME:x",
            "EA:acme:" + "x".repeat(3_000),
            "%F0%9F%98%80",
            "EA:acme:x;jsessionid=1",
            "..;",
            "EA:acme:x%0d%0aX:y",
            "'%20OR%201=1--");

    private final RunningCoffer coffer = RunningCoffer.shared();
    private final SoftAssertions soft = new SoftAssertions();
    private int sent;

    private record Form(String client, String method, String path, String body) {}

    @Test
    void of_every_family_to_every_operation_is_refused_by_a_problem_and_leaves_no_event() {
        var sale = HomeSale.opened(coffer, "600000.00");
        sale.virtualAccount();
        var forms = forms(sale);
        var head = coffer.settled();
        forms.forEach(this::fields);
        forms.forEach(this::bodies);
        forms.forEach(this::envelopes);
        Contract.of(coffer.base()).paths().forEach(this::identities);
        assertThat(soft.errorsCollected()).as("of %d requests", sent).isEmpty();
        assertThat(coffer.settled()).isEqualTo(head);
        assertThat(sent).isGreaterThan(2_000);
    }

    private static List<Form> forms(HomeSale sale) {
        var missing = "/v1/escrow-accounts/EA:acme:NEVER-WAS";
        var noShop = Shop.PATH + "/MB:acme:NEVER-WAS";
        return List.of(
                new Form("acme", "POST", "/v1/escrow-accounts", HomeSale.opening("BAD-1", "1.00")),
                new Form("acme", "PUT", missing + "/terms", terms()),
                new Form("acme", "POST", missing + "/conditions", """
                        {"condition":"TRANSFER_REGISTERED","evidence":%s}""".formatted(HomeSale.EVIDENCE)),
                new Form("acme", "POST", missing + "/payees", HomeSale.payee("6217000000009000")),
                new Form("acme", "POST", sale.path() + "/releases", """
                        {"releaseNo":"R-1","partyId":"seller-1","amount":%s}""".formatted(HomeSale.cny("1.00"))),
                new Form("acme", "POST", sale.path() + "/releases/R-1/approval", """
                        {"partyId":"seller-1","amount":%s}""".formatted(HomeSale.cny("1.00"))),
                new Form("acme", "POST", missing + "/payee-changes", HomeSale.payee("6217000000009000")),
                new Form("acme", "POST", missing + "/signatures", signatures("")),
                new Form(
                        "acme",
                        "POST",
                        missing + "/supplements",
                        signatures("\"supplementNo\":1,\"terms\":" + terms() + ",")),
                new Form("bank-adapter", "POST", "/v1/bank/payout-returns", """
                        {"payoutNo":"PY:acme:x:R-1","custodyAccount":{"bankCode":"%s","accountNo":"%s"},
                         "coreNo":"1","bankDate":"2026-11-22","amount":%s}""".formatted(
                                HomeSale.BANK, HomeSale.CUSTODY, HomeSale.cny("1.00"))),
                new Form("acme", "POST", missing + "/cancellation", "{\"reason\":\"X\"}"),
                new Form("bank-adapter", "POST", "/v1/bank/notices", HomeSale.notice("BAD-1", "9", "1.00")),
                new Form("bank-adapter", "POST", "/v1/bank/payout-results", """
                        {"payoutNo":"PY:acme:x:R-1","result":"SUCCEEDED","coreNo":"1","bankDate":"2026-11-22"}"""),
                new Form("operator-1", "POST", "/v1/receipts/" + HomeSale.receipt("NEVER-WAS") + "/assignment", """
                        {"account":"EA:acme:x"}"""),
                new Form("operator-1", "POST", "/v1/receipts/" + HomeSale.receipt("NEVER-WAS") + "/corrections", """
                        {"account":"EA:acme:x"}"""),
                new Form("operator-1", "POST", "/v1/receipts/" + HomeSale.receipt("NEVER-WAS") + "/refunds", """
                        {"outRefundNo":"BAD-1","reason":"X"}"""),
                new Form(
                        "operator-1",
                        "POST",
                        "/v1/receipts/" + HomeSale.receipt("NEVER-WAS") + "/verdicts",
                        """
                        {"stated":"OTHER_AMOUNT","amount":%s,"evidence":%s}""".formatted(HomeSale.cny("1.00"), HomeSale.EVIDENCE)),
                new Form(
                        "operator-1",
                        "POST",
                        "/v1/receipts/" + HomeSale.receipt("NEVER-WAS") + "/verdicts/1/withdrawal",
                        "{\"reason\":\"X\"}"),
                new Form("operator-1", "POST", "/v1/payouts/PY:acme:x:R-1/resolutions", """
                        {"outcome":{"result":"SUCCEEDED","coreNo":"1","bankDate":"2026-11-22"},"evidence":%s}""".formatted(
                                HomeSale.EVIDENCE)),
                new Form("operator-1", "POST", "/v1/refunds/RF:acme:NEVER-WAS/resolutions", """
                        {"outcome":{"result":"SUCCEEDED","channelRefundNo":"1","coreNo":"1","bankDate":"2026-11-22"},
                         "evidence":%s,"reason":"X"}""".formatted(
                                HomeSale.EVIDENCE)),
                new Form(
                        "operator-1", "POST", "/v1/refunds/RF:acme:NEVER-WAS/contradictions/1/decisions", """
                        {"verdict":"TRUE","evidence":%s,"reason":"X"}""".formatted(
                                        HomeSale.EVIDENCE)),
                new Form("acme", "POST", Shop.PATH, Shop.opening("BAD-1")),
                new Form("acme", "POST", noShop + "/fee-reservations", Shop.fee("O-1", "8.40")),
                new Form("acme", "POST", noShop + "/fee-reservations/O-1/end", "{\"reason\":\"X\"}"),
                new Form("operator-1", "POST", noShop + "/advance-limits", Shop.limit("8.40")),
                new Form("operator-1", "POST", noShop + "/standing", "{\"standing\":\"FROZEN\",\"reason\":\"X\"}"),
                new Form("operator-1", "POST", "/v1/receipts/" + HomeSale.receipt("NEVER-WAS") + "/assignment", """
                        {"account":"MB:acme:x"}"""),
                new Form(
                        "operator-1",
                        "POST",
                        "/v1/promotion-campaigns",
                        PromotionsTest.body("BAD-1", "{\"kind\":\"POST_BILLED\",\"name\":\"X\"}", "50.00")),
                new Form("operator-1", "POST", "/v1/promotion-campaigns/PC:acme:NEVER-WAS/end", "{\"reason\":\"X\"}"),
                new Form(
                        "operator-1",
                        "POST",
                        "/v1/promotion-campaigns/PC:acme:NEVER-WAS/withdrawal",
                        "{\"reason\":\"X\"}"),
                new Form("acme", "POST", Sharing.PATH, """
                        {"splitNo":"BAD-1","contract":"MC:acme:M:C","order":"PO:acme:O","amount":%s,
                         "legs":[{"payee":"MB:acme:M","amount":%s}],"fee":%s}""".formatted(
                                HomeSale.cny("1.00"), HomeSale.cny("0.50"), HomeSale.cny("0.25"))),
                new Form("acme", "POST", Sharing.PATH + "/SI:acme:NEVER-WAS/cancellation", "{\"reason\":\"X\"}"),
                new Form(
                        "acme",
                        "POST",
                        Till.REFUNDS,
                        Till.asked(
                                "BAD-1",
                                "PO:acme:NEVER-WAS",
                                "1.00",
                                Sharing.plan(Sharing.back("SI:acme:X", "MB:acme:X", "1.00")))),
                new Form(
                        "acme",
                        "POST",
                        Till.REFUNDS,
                        Till.asked("BAD-2", "PO:acme:NEVER-WAS", "1.00", ",\"route\":\"REVERSAL\"")),
                new Form("operator-1", "POST", "/v1/payout-switches/PS:ALL/resume", "{\"stopNo\":1}"),
                new Form("operator-1", "POST", "/v1/split-switches/SS:acme:NEVER-WAS/resume", "{\"stopNo\":1}"),
                new Form(
                        "operator-1",
                        "POST",
                        "/v1/split-switches/SS:acme:NEVER-WAS/resume-requests",
                        "{\"reason\":\"X\"}"),
                new Form("checker-1", "POST", "/v1/approvals/AR:acme:release:x:R-1/decline", "{\"reason\":\"X\"}"));
    }

    private static String signatures(String before) {
        return """
                {%s"signatures":[{"partyId":"buyer-1","evidence":%s},{"partyId":"seller-1","evidence":%s}]}""".formatted(before, HomeSale.EVIDENCE, HomeSale.EVIDENCE);
    }

    private static String terms() {
        var opening = Reply.JSON.readTree(HomeSale.opening("BAD-1", "1.00"));
        return opening.path("terms").toString();
    }

    /** One field after the other is replaced by what it must not be; and a field that nobody knows is added. */
    private void fields(Form form) {
        for (var family : families().entrySet()) {
            for (var name : family.getKey().split(" ", -1)) {
                var field = "\"" + name + "\":(\"[^\"]*\"|[0-9]+)";
                if (form.body().matches("(?s).*" + field + ".*")) {
                    family.getValue()
                            .forEach(bad -> refused(
                                    form,
                                    form.body()
                                            .replaceFirst(
                                                    field,
                                                    java.util.regex.Matcher.quoteReplacement(
                                                            "\"" + name + "\":" + bad))));
                    refused(form, form.body().replaceFirst(field, "\"" + name + "X\":1"));
                }
            }
        }
        for (var secret : List.of("status", "balance", "tenantId", "version", "createdBy", "approvedBy")) {
            refused(form, form.body().replaceFirst("\\{", "{\"" + secret + "\":\"1\","));
        }
    }

    private static Map<String, List<String>> families() {
        var families = new TreeMap<String, List<String>>();
        families.put("value", AMOUNTS);
        families.put("currency", CURRENCIES);
        families.put("bankDate dueDate", DATES);
        families.put("noticedAt", TIMES);
        families.put(
                "contractNo partyId releaseNo coreNo documentId bankCode accountNo custodyAccount account payoutNo"
                        + " splitNo contract order split payee from reason condition direction kind businessLine sm3 result verdict channelRefundNo stated stopNo merchantNo orderNo standing",
                KEYS);
        return families;
    }

    private void bodies(Form form) {
        BODIES.forEach(body -> refused(form, body));
    }

    /** Media types, headers, tokens and roles around a body that is right. */
    private void envelopes(Form form) {
        for (var media : List.of("text/plain", "application/xml", "application/json;charset=utf-16", "a")) {
            refused(form, request -> request.setHeader("Content-Type", media));
        }
        refused(form, request -> request.setHeader("Accept", "image/png"));
        for (var key : List.of("", " ", "x".repeat(256), "a b")) {
            refused(form, request -> request.setHeader("Idempotency-Key", key));
        }
        for (var etag : List.of("3", "W/\"3\"", "\"x\"", "\"1\",", "\"999999999999999999999\"")) {
            if (form.method().equals("PUT")
                    || form.path().endsWith("assignment")
                    || form.path().endsWith("decline")) {
                refused(form, request -> request.setHeader("If-Match", etag));
            }
        }
        for (var token : List.of("", "Bearer", "Bearer x", "Bearer a.b.c", "Basic YWNtZTphY21lLXNlY3JldA==")) {
            refused(form, request -> request.setHeader("Authorization", token), 401);
        }
        for (var method : List.of("GET", "PATCH", "DELETE", "PROPFIND")) {
            refused(new Form(form.client(), method, form.path() + "/no-such", form.body()), form.body());
        }
        refused(new Form("auditor", form.method(), form.path(), form.body()), form.body());
    }

    /** Every address with identities and parameters that no object has. */
    private void identities(String template) {
        for (var client : List.of("acme", "operator-1")) {
            for (var id : IDS) {
                if (template.contains("{")) {
                    refused(new Form(client, "GET", template.replaceAll("\\{[^}]*}", id), ""), "");
                }
            }
        }
        if (!Contract.of(coffer.base()).operation(template, "GET").isMissingNode()) {
            for (var query : List.of("limit=-1", "limit=0", "limit=1e9", "limit=x", "min-position=x", "limit=99999")) {
                var path = template.replaceAll("\\{id}", "EA:acme:NEVER-WAS").replaceAll("\\{[^}]*}", "R1002");
                if (!template.contains("projections") && !template.contains("{") && hasParameter(template, query)) {
                    refused(new Form("auditor", "GET", path + "?" + query, ""), "");
                }
            }
            if (hasParameter(template, "cursor=")) {
                for (var cursor : List.of("x", "%00", "AAAA", "e30", "' OR 1=1--".replace(" ", "%20"))) {
                    refused(
                            new Form("auditor", "GET", template.replaceAll("\\{[^}]*}", "x") + "?cursor=" + cursor, ""),
                            "");
                }
            }
        }
    }

    private boolean hasParameter(String template, String query) {
        return Contract.of(coffer.base())
                .operation(template, "GET")
                .path("parameters")
                .toString()
                .contains("\"" + query.replaceAll("=.*", "") + "\"");
    }

    private void refused(Form form, String body) {
        send(form, body, _ -> {}, 0);
    }

    private void refused(Form form, Consumer<HttpRequest.Builder> change) {
        send(form, form.body(), change, 0);
    }

    private void refused(Form form, Consumer<HttpRequest.Builder> change, int status) {
        send(form, form.body(), change, status);
    }

    private void send(Form form, String body, Consumer<HttpRequest.Builder> change, int status) {
        var at = form.method() + " " + form.path() + " " + body.substring(0, Math.min(300, body.length()));
        HttpRequest request;
        try {
            var builder = HttpRequest.newBuilder(URI.create(coffer.base() + form.path()))
                    .setHeader(
                            "Authorization",
                            "Bearer " + coffer.as(form.client()).token())
                    .setHeader("Content-Type", "application/json")
                    .setHeader("Idempotency-Key", UUID.randomUUID().toString())
                    .setHeader("If-Match", "*")
                    .method(
                            form.method(),
                            body.isEmpty() && form.method().equals("GET")
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)));
            change.accept(builder);
            request = builder.build();
        } catch (IllegalArgumentException notEvenHttp) {
            return;
        }
        var answer = Client.send(request);
        sent++;
        soft.assertThat(answer.status()).as("%s -> %s", at, answer).isBetween(400, 499);
        soft.assertThat(answer.mediaType()).as("%s -> %s", at, answer).isEqualTo("application/problem+json");
        soft.assertThat(answer.code()).as("%s -> %s", at, answer).matches("[A-Z][A-Z_]+");
        if (status > 0) {
            soft.assertThat(answer.status()).as("%s -> %s", at, answer).isEqualTo(status);
        }
    }
}
