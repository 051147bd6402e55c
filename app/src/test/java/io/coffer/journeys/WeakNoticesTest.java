package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Money that the bank tells of without core number")
class WeakNoticesTest {

    private static final String NOTICES = "/v1/bank/notices";
    private static final String CUSTODY = "110060149018800100002";

    private final RunningCoffer coffer = RunningCoffer.shared();
    private final Client bank = coffer.as("bank-adapter");
    private final Client operator = coffer.as("operator-1");

    @Test
    @DisplayName("T43: a strong notice of a weak one that is credited identifies it and credits nothing")
    void is_identified_by_the_strong_notice_that_follows() {
        var sale = HomeSale.openedAt(coffer, CUSTODY, "12000.43");
        var noticeNo = HomeSale.nextCoreNo();
        var coreNo = HomeSale.nextCoreNo();
        var told = bank.post(NOTICES, weak(noticeNo, sale, "12000.43"));
        assertThat(told.at("/outcome")).isEqualTo("RECORDED");
        assertThat(told.at("/id")).isEqualTo(weakId(noticeNo));
        sale.account("FUNDED");

        var strong = bank.post(NOTICES, strong(coreNo, sale, "12000.43"));

        assertThat(strong.at("/outcome") + " " + strong.at("/id")).isEqualTo("IDENTIFIED " + weakId(noticeNo));
        assertThat(bank.post(NOTICES, strong(coreNo, sale, "12000.43")).at("/outcome"))
                .isEqualTo("DUPLICATE");
        assertThat(bank.post(NOTICES, weak(noticeNo, sale, "12000.43")).at("/outcome"))
                .isEqualTo("DUPLICATE");
        var read = operator.get("/v1/receipts/" + weakId(noticeNo), strong.position());
        assertThat(read.at("/coreNo") + " " + read.at("/state")).isEqualTo(coreNo + " CONSUMED");
        assertCreditedOnce(sale, "12000.43");
        assertThat(bank.post(NOTICES, strong(coreNo, sale, "1.00")).at("/outcome"))
                .isEqualTo("CONFLICT");
    }

    @Test
    @DisplayName("T44: a strong notice that may be either of two weak ones is held and books nothing")
    void is_held_when_it_may_be_either_of_two() {
        var sale = HomeSale.openedAt(coffer, CUSTODY, "100.44", "100.44");
        bank.post(NOTICES, weak(HomeSale.nextCoreNo(), sale, "100.44")).isAccepted();
        bank.post(NOTICES, weak(HomeSale.nextCoreNo(), sale, "100.44")).isAccepted();
        sale.account("FUNDED");

        var strong = bank.post(NOTICES, strong(HomeSale.nextCoreNo(), sale, "100.44"));

        assertThat(strong.at("/outcome")).isEqualTo("POSSIBLE_TWIN");
        var read = operator.get("/v1/receipts/" + strong.at("/id"), strong.position());
        assertThat(read.at("/state")).isEqualTo("POSSIBLE_TWIN");
        assertThat(read.json().path("twins")).hasSize(2);
        assertCreditedOnce(sale, "200.88");
    }

    @Test
    void is_credited_once_when_thirty_two_tell_of_it_at_the_same_moment_in_both_ways() throws InterruptedException {
        var sale = HomeSale.openedAt(coffer, CUSTODY, "32.32");
        var weak = weak(HomeSale.nextCoreNo(), sale, "32.32");
        var strong = strong(HomeSale.nextCoreNo(), sale, "32.32");
        var calls = IntStream.range(0, 32)
                .<Callable<Reply>>mapToObj(caller -> () -> bank.post(NOTICES, caller % 2 == 0 ? weak : strong))
                .toList();
        try (var callers = Executors.newFixedThreadPool(32)) {
            assertThat(callers.invokeAll(calls))
                    .allSatisfy(answer -> answer.get().isAccepted());
        }
        coffer.settled();
        sale.account("FUNDED");
        assertCreditedOnce(sale, "32.32");
    }

    @Test
    void is_refused_where_every_line_has_a_core_number() {
        var weak = HomeSale.notice("N-1", "9", "1.00").replace("coreNo", "noticeNo");
        bank.post(NOTICES, weak).isRefused(422, "LINE_NOT_IDENTIFIABLE");
        bank.post(NOTICES, weak.replace(HomeSale.CUSTODY, CUSTODY).replace("\"noticeNo\":\"N-1\",", ""))
                .isRefused(422, "LINE_NOT_IDENTIFIABLE");
    }

    /** A second credit would stand apart, because the plan does not expect it. */
    private static void assertCreditedOnce(HomeSale sale, String amount) {
        var account = sale.account();
        assertThat(account.at("/total/value").asString()).isEqualTo(amount);
        assertThat(account.at("/setApart/value").asString("0.00")).isEqualTo("0.00");
    }

    private static String weak(String noticeNo, HomeSale sale, String amount) {
        return strong(noticeNo, sale, amount).replace("coreNo", "noticeNo");
    }

    private static String strong(String coreNo, HomeSale sale, String amount) {
        return HomeSale.notice(coreNo, sale.virtualAccount(), amount).replace(HomeSale.CUSTODY, CUSTODY);
    }

    private static String weakId(String noticeNo) {
        return "BRW:" + HomeSale.BANK + ":" + noticeNo;
    }
}
