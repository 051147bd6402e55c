package io.coffer.api.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.money.Money;
import io.coffer.api.refunds.RefundEvent.RefundFundsCorrected;
import io.coffer.api.refunds.RefundEvent.RefundSetAsideReversed;
import io.coffer.api.refunds.RefundEvent.RefundShortageCompensated;
import io.coffer.api.refunds.RefundEvent.RefundShortageRecorded;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundId;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Postings of a channel's other word that is true")
class RefundClaimPostingsTest {

    private static final RefundId REFUND = new RefundId("RF:acme:R-1");
    private static final Money AMOUNT = Money.yuan(300);
    private static final CustodyAccount CUSTODY = new CustodyAccount("307584007998", "6222000000000001");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final RefundFunds NETTED = new RefundFunds.Netted("ALIPAY", DAY);
    private static final RefundFunds DEBITED = new RefundFunds.Debited(CUSTODY, DAY, "CORE-1");
    private static final LedgerAccount CASH = new LedgerAccount(AccountCode.R1002, "307584007998.6222000000000001");
    private static final LedgerAccount OWED = new LedgerAccount(AccountCode.R1101, "ALIPAY.2026-11-22");
    private static final LedgerAccount SHORT = new LedgerAccount(AccountCode.R1901, "RF:acme:R-1:2");

    @Test
    void record_what_customers_money_is_short_of() {
        assertPosts(new RefundShortageRecorded(REFUND, 2, AMOUNT, "WR-1", DEBITED), one("PR-952", SHORT, CASH));
        assertPosts(new RefundShortageRecorded(REFUND, 2, AMOUNT, "WR-1", NETTED), one("PR-952", SHORT, OWED));
    }

    @Test
    void make_it_up_by_own_cash() {
        assertPosts(
                new RefundShortageCompensated(REFUND, 2, AMOUNT, CUSTODY),
                one(
                        "PR-953",
                        new LedgerAccount(AccountCode.O6403, "RF:acme:R-1:2"),
                        new LedgerAccount(AccountCode.O1003, "307584007998")),
                one("PR-953", CASH, SHORT));
    }

    @Test
    void take_back_what_was_booked_elsewhere() {
        assertPosts(new RefundFundsCorrected(REFUND, AMOUNT, "WR-1", NETTED, DEBITED), one("PR-999", OWED, CASH));
        assertPosts(new RefundFundsCorrected(REFUND, AMOUNT, "WR-1", DEBITED, NETTED), one("PR-999", CASH, OWED));
        assertPosts(
                new RefundSetAsideReversed(REFUND, AMOUNT),
                one(
                        "PR-999",
                        new LedgerAccount(AccountCode.R2103, "RF:acme:R-1:REROUTE"),
                        new LedgerAccount(AccountCode.R2103, "RF:acme:R-1")));
    }

    private static void assertPosts(DomainEvent event, Journal... journals) {
        assertThat(Postings.of(event, Postings.CURRENT)).containsExactly(journals);
    }

    private static Journal one(String rule, LedgerAccount debited, LedgerAccount credited) {
        return Postings.journal(rule, debited, credited, AMOUNT);
    }
}
