package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The statement of the bank's day")
class StatementsTest {

    private static final String NOTICES = "/v1/bank/notices";
    private static final String WEAK_CUSTODY = "110060149018800100002";

    private final RunningCoffer coffer = RunningCoffer.shared();
    private final Client bank = coffer.as("bank-adapter");
    private final Client operator = coffer.as("operator-1");

    @Test
    @DisplayName("T2: it brings the core number of a weak notice that is credited; the balance stays")
    void identifies_what_came_without_core_number_and_changes_nothing_when_it_is_sent_again() {
        var day = new Day("2026-10-01", WEAK_CUSTODY);
        var sale = HomeSale.openedAt(coffer, WEAK_CUSTODY, "12000.02");
        var noticeNo = HomeSale.nextCoreNo();
        var coreNo = HomeSale.nextCoreNo();
        bank.post(NOTICES, day.weak(noticeNo, sale, "12000.02")).isAccepted();
        sale.account("FUNDED");

        var file = day.file("12000.02", day.line(coreNo, sale, "12000.02"));
        var key = UUID.randomUUID().toString();

        assertThat(outcomes(key, file)).containsExactly("OPENED", "IDENTIFIED", "COMPLETED");
        var weak = "BRW:" + HomeSale.BANK + ":" + noticeNo;
        var head = coffer.settled();
        var read = operator.get("/v1/receipts/" + weak, head);
        assertThat(read.at("/coreNo") + " " + read.at("/statementId")).isEqualTo(coreNo + " " + day.id());
        assertThat(sale.account().at("/total/value").asString()).isEqualTo("12000.02");
        assertThat(outcomes(key, file)).containsExactly("OPENED", "IDENTIFIED", "COMPLETED");
        assertThat(outcomes(UUID.randomUUID().toString(), file)).containsExactly("OPENED", "CONFIRMED", "COMPLETED");
        assertThat(coffer.head()).isEqualTo(head);
    }

    @Test
    @DisplayName("T44: it decides which of two weak notices a held strong one is, and nothing is booked twice")
    void decides_what_nobody_guessed() {
        var day = new Day("2026-10-02", WEAK_CUSTODY);
        var sale = HomeSale.openedAt(coffer, WEAK_CUSTODY, "100.44", "100.44");
        bank.post(NOTICES, day.weak(HomeSale.nextCoreNo(), sale, "100.44")).isAccepted();
        bank.post(NOTICES, day.weak(HomeSale.nextCoreNo(), sale, "100.44")).isAccepted();
        sale.account("FUNDED");
        var coreNo = HomeSale.nextCoreNo();
        var held = bank.post(NOTICES, day.strong(coreNo, sale, "100.44"));
        assertThat(held.at("/outcome")).isEqualTo("POSSIBLE_TWIN");
        assertThat(differences("POSSIBLE_TWIN", held.position())).contains(held.at("/id"));

        var other = HomeSale.nextCoreNo();
        var file = day.file("200.88", day.line(coreNo, sale, "100.44"), day.line(other, sale, "100.44"));

        assertThat(outcomes(UUID.randomUUID().toString(), file))
                .containsExactly("OPENED", "IDENTIFIED", "IDENTIFIED", "COMPLETED");
        var head = coffer.settled();
        assertThat(operator.get("/v1/receipts/" + held.at("/id"), head).at("/state"))
                .isEqualTo("MERGED");
        assertThat(differences("POSSIBLE_TWIN", head)).doesNotContain(held.at("/id"));
        assertThat(differences("MISSING_IN_BANK", head)).doesNotContain(held.at("/id"));
        var account = sale.account();
        assertThat(account.at("/total/value").asString()).isEqualTo("200.88");
        assertThat(account.at("/setApart/value").asString("0.00")).isEqualTo("0.00");
    }

    @Test
    void books_what_was_held_and_knows_that_a_notice_had_told_of_it() {
        var day = new Day("2026-10-07", WEAK_CUSTODY);
        var sale = HomeSale.openedAt(coffer, WEAK_CUSTODY, "100.47", "200.94");
        bank.post(NOTICES, day.weak(HomeSale.nextCoreNo(), sale, "100.47")).isAccepted();
        bank.post(NOTICES, day.weak(HomeSale.nextCoreNo(), sale, "100.47")).isAccepted();
        var coreNo = HomeSale.nextCoreNo();
        var held = bank.post(NOTICES, day.strong(coreNo, sale, "100.47"));
        assertThat(held.at("/outcome")).isEqualTo("POSSIBLE_TWIN");

        var file = day.file(
                "301.41",
                day.line(HomeSale.nextCoreNo(), sale, "100.47"),
                day.line(HomeSale.nextCoreNo(), sale, "100.47"),
                day.line(coreNo, sale, "100.47"));

        assertThat(outcomes(UUID.randomUUID().toString(), file))
                .containsExactly("OPENED", "IDENTIFIED", "IDENTIFIED", "RECORDED", "COMPLETED");
        assertThat(differences("MISSING_IN_BOOK", coffer.settled())).doesNotContain(held.at("/id"));
        assertThat(sale.account().at("/total/value").asString()).isEqualTo("301.41");
    }

    @Test
    void lists_what_is_missing_on_either_side_and_what_it_says_otherwise() {
        var day = new Day("2026-10-03", HomeSale.CUSTODY);
        var sale = HomeSale.opened(coffer, "11.00", "22.00");
        var onlyHere = HomeSale.nextCoreNo();
        var onlyThere = HomeSale.nextCoreNo();
        var contested = HomeSale.nextCoreNo();
        bank.post(NOTICES, day.strong(onlyHere, sale, "11.00")).isAccepted();
        bank.post(NOTICES, day.strong(contested, sale, "5.00")).isAccepted();

        var file = day.file("28.00", day.line(onlyThere, sale, "22.00"), day.line(contested, sale, "6.00"));

        assertThat(outcomes(UUID.randomUUID().toString(), file))
                .containsExactly("OPENED", "RECORDED", "CONFLICT", "COMPLETED");
        var head = coffer.settled();
        assertThat(differences("MISSING_IN_BANK", head))
                .contains(day.receipt(onlyHere))
                .doesNotContain(day.receipt(onlyThere));
        assertThat(differences("MISSING_IN_BOOK", head)).contains(day.receipt(onlyThere));
        assertThat(differences("AMOUNT", head)).contains(day.receipt(contested));
        // A later notice settles nothing; the bank's next word is a line, and it is not sent twice with another amount.
        assertThat(outcomes(UUID.randomUUID().toString(), file))
                .containsExactly("OPENED", "CONFIRMED", "CONFLICT", "COMPLETED");
        assertThat(coffer.settled()).isEqualTo(head);
    }

    @Test
    void settles_a_conflict_between_notices_by_its_own_amount() {
        var day = new Day("2026-10-04", HomeSale.CUSTODY);
        var sale = HomeSale.opened(coffer, "70.00");
        var coreNo = HomeSale.nextCoreNo();
        bank.post(NOTICES, day.strong(coreNo, sale, "70.00")).isAccepted();
        sale.account("FUNDED");
        assertThat(bank.post(NOTICES, day.strong(coreNo, sale, "71.00")).at("/outcome"))
                .isEqualTo("CONFLICT");

        assertThat(outcomes(UUID.randomUUID().toString(), day.file("70.00", day.line(coreNo, sale, "70.00"))))
                .containsExactly("OPENED", "CONFIRMED", "COMPLETED");
        assertThat(differences("AMOUNT", coffer.settled())).doesNotContain(day.receipt(coreNo));
    }

    @Test
    void confirms_the_debit_of_a_payout_by_our_number() {
        var sale = HomeSale.releasable(coffer, "300.00", "6217000000009000");
        sale.release("R-1", "300.00").isAccepted();
        var paid = sale.payoutView("R-1", "SUCCEEDED");
        var day = new Day(paid.path("bankDate").asString(), HomeSale.CUSTODY);
        var debit =
                """
                {"line":{"direction":"OUT","coreNo":"%s","kind":"RECEIPT","amount":%s,"payoutNo":"%s",\
                "bookedAt":"%sT09:30:00+08:00"}}
                """.formatted(paid.path("coreNo").asString(), HomeSale.cny("300.00"), sale.payout("R-1"), day.date());
        var head = coffer.settled();

        assertThat(outcomes(UUID.randomUUID().toString(), day.header("300.00", "0.00", 1, "300.00") + debit))
                .containsExactly("OPENED", "CONFIRMED", "COMPLETED");
        // Two facts of the statement, and none of the payout.
        assertThat(coffer.settled()).isEqualTo(head + 2);
        var more = debit.replace("300.00", "300.01");
        assertThat(outcomes(UUID.randomUUID().toString(), day.header("300.00", "0.00", 1, "300.00") + more))
                .containsExactly("OPENED", "REFUSED", "COMPLETED");
        assertThat(coffer.settled()).isEqualTo(head + 2);
        var nameless = debit.replaceFirst("\"payoutNo\":\"[^\"]*\",", "");
        assertThat(outcomes(UUID.randomUUID().toString(), day.header("300.00", "0.00", 1, "300.00") + nameless))
                .containsExactly("OPENED", "REFUSED", "COMPLETED");
    }

    @Test
    void is_not_complete_when_a_line_is_missing_or_refused_and_takes_the_others() {
        var day = new Day("2026-10-06", HomeSale.CUSTODY);
        var sale = HomeSale.opened(coffer, "1.00");
        var header = day.header("0.00", "2.00", 2, "2.00");
        var good = day.line(HomeSale.nextCoreNo(), sale, "1.00");

        assertThat(outcomes(UUID.randomUUID().toString(), header + good))
                .containsExactly("OPENED", "RECORDED", "REFUSED");
        assertThat(outcomes(UUID.randomUUID().toString(), header + good + "not json"))
                .containsExactly("OPENED", "CONFIRMED", "REFUSED", "REFUSED");
        assertThat(outcomes(UUID.randomUUID().toString(), good)).containsExactly("REFUSED", "REFUSED");
        assertThat(outcomes(UUID.randomUUID().toString(), day.header("0.00", "2.00", 3, "2.00") + good))
                .containsExactly("REFUSED", "REFUSED", "REFUSED");
        assertThat(outcomes(UUID.randomUUID().toString(), header + good + good.replace("RECEIPT", "RETURN")))
                .containsExactly("OPENED", "CONFIRMED", "REFUSED", "REFUSED");
        var last = day.line(HomeSale.nextCoreNo(), sale, "1.00");
        assertThat(outcomes(UUID.randomUUID().toString(), header + good + last))
                .containsExactly("OPENED", "CONFIRMED", "RECORDED", "COMPLETED");
    }

    private List<String> outcomes(String key, String file) {
        var answer = bank.ask("POST", "/v1/bank/statements", file)
                .as("application/x-ndjson")
                .key(key)
                .answer()
                .isAccepted();
        return answer.text()
                .lines()
                .map(line -> Reply.JSON.readTree(line).path("outcome").asString())
                .toList();
    }

    private List<String> differences(String kind, long position) {
        return operator.get("/v1/receipts/differences?limit=200&kind=" + kind, position).isAccepted().items().stream()
                .map(found -> found.at("/receipt/id").asString())
                .toList();
    }

    /** One day of one custody account; no other test uses it. */
    private record Day(String date, String custody) {

        String id() {
            return "ST:" + HomeSale.BANK + ":" + custody + ":" + date;
        }

        String receipt(String coreNo) {
            return "BR:" + HomeSale.BANK + ":" + custody + ":" + date + ":IN:" + coreNo;
        }

        String strong(String coreNo, HomeSale sale, String amount) {
            return HomeSale.notice(coreNo, sale.virtualAccount(), amount)
                    .replace(HomeSale.CUSTODY, custody)
                    .replace("\"2026-11-22\"", "\"" + date + "\"");
        }

        String weak(String noticeNo, HomeSale sale, String amount) {
            return strong(noticeNo, sale, amount).replace("coreNo", "noticeNo");
        }

        String header(String opening, String closing, int count, String total) {
            return """
                {"header":{"bankCode":"%s","custodyAccount":"%s","bankDate":"%s","openingBalance":%s,\
                "closingBalance":%s,"count":%d,"total":%s}}
                """.formatted(
                            HomeSale.BANK,
                            custody,
                            date,
                            HomeSale.cny(opening),
                            HomeSale.cny(closing),
                            count,
                            HomeSale.cny(total));
        }

        String line(String coreNo, HomeSale sale, String amount) {
            return """
                {"line":{"direction":"IN","coreNo":"%s","kind":"RECEIPT","amount":%s,"virtualAccount":"%s",\
                "payerAccount":"6222000000000001","payerName":"王强","bookedAt":"%sT09:30:00+08:00"}}
                """.formatted(coreNo, HomeSale.cny(amount), sale.virtualAccount(), date);
        }

        /** Lines that came in on an empty account. */
        String file(String total, String... lines) {
            return header("0.00", total, lines.length, total)
                    + String.join("", Stream.of(lines).toList());
        }
    }
}
