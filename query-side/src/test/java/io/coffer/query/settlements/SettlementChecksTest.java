package io.coffer.query.settlements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConsumed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptReleased;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptSuspended;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.refunds.RefundEvent.RefundBounced;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundEvent.RefundFundsCorrected;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.settlements.SettlementEvent.ChannelSettled;
import io.coffer.api.settlements.SettlementEvent.ClearingRecorded;
import io.coffer.api.settlements.SettlementEvent.Differing;
import io.coffer.api.settlements.SettlementEvent.SettlementFileTaken;
import io.coffer.api.settlements.SettlementEvent.SettlementLinesListed;
import io.coffer.api.settlements.SettlementEvent.SettlementReceiptDeclined;
import io.coffer.api.settlements.SettlementEvent.SettlementReversed;
import io.coffer.api.settlements.SettlementLine;
import io.coffer.api.settlements.SettlementLine.Kind;
import io.coffer.platform.web.RejectionException;
import io.coffer.query.Purchase;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.Reads;
import io.coffer.query.replay.ReadSide;
import io.coffer.query.settlements.SettlementView.LineView;
import io.coffer.query.settlements.SettlementView.State;
import io.coffer.query.settlements.SettlementView.What;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The check of a settlement")
class SettlementChecksTest {

    private static final Actor AUDITOR = Actor.institution("audrey", Set.of(Role.AUDITOR));
    private static final Actor ACME = Actor.tenant(new TenantId("acme"), "acme-system", Set.of(Role.BUSINESS));
    private static final ChannelSettlementId DAY = ChannelSettlementId.of("WECHAT", Purchase.SETTLED_ON);
    private static final Money PART = Money.yuan(500);
    private static final SettlementLine PAYMENT = new SettlementLine(Kind.PAYMENT, "T-1", Purchase.PRICE, Purchase.FEE);
    private static final SettlementLine REFUND = SettlementLine.of(Kind.REFUND, "RF:acme:RF-1", PART);
    private static final Money NET = Money.fen(89_160);
    private static final Money FEN = Money.fen(1);

    private final ReadSide side = new ReadSide(TestProjections.all());
    private final SettlementController checks = new SettlementController(
            new Reads(JdbcClient.create(side.database.runtime()), List.of(TestProjections.all())));
    private final Purchase purchase = Purchase.of("acme", "PAY-1");

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void waits_for_the_file_then_for_the_bank_and_agrees_to_the_fen() {
        booked();
        var view = view();
        assertThat(view.state()).isEqualTo(State.WAITING_FOR_FILE);
        assertThat(view.ledger().payments()).isEqualTo("1391.60");
        assertThat(view.ledger().refunds()).isEqualTo("-500.00");
        assertThat(view.ledger().balance()).isEqualTo("891.60");
        assertThat(view.fileLessLedger()).isNull();

        listed(1, NET, PAYMENT, REFUND);
        view = view();
        assertThat(view.state()).isEqualTo(State.WAITING_FOR_BANK);
        assertThat(view.fileLessLedger()).isEqualTo("0.00");
        assertThat(view.bankLessFile()).isEqualTo("-891.60");
        assertThat(Objects.requireNonNull(view.file()).payments()).isEqualTo("1391.60");
        assertThat(Objects.requireNonNull(view.file()).refunds()).isEqualTo("-500.00");

        settled("1", NET.minus(FEN));
        assertThat(view().state()).isEqualTo(State.WAITING_FOR_BANK);
        assertThat(view().bankLessFile()).isEqualTo("-0.01");
        settled("2", FEN);
        view = view();
        assertThat(view.state()).isEqualTo(State.AGREED);
        assertThat(view.ledger().settled()).isEqualTo("891.60");
        assertThat(view.ledger().balance()).isEqualTo("0.00");
        assertThat(view.receipts()).hasSize(2);
        assertThat(body(checks.list(AUDITOR, "WECHAT", null, 50, null)).items()).containsExactly(view);
        assertThat(body(checks.list(AUDITOR, "ALIPAY", null, 50, null)).items()).isEmpty();
    }

    @Test
    void names_each_line_that_differs_until_a_later_fact_explains_it() {
        booked();
        var dearer = new SettlementLine(Kind.PAYMENT, "T-1", Purchase.PRICE, Purchase.FEE.plus(FEN));
        var second = new SettlementLine(Kind.PAYMENT, "T-2", Purchase.PRICE, Purchase.FEE);
        listed(1, Money.fen(278_319), dearer, second);

        assertThat(view().state()).isEqualTo(State.DIFFERENT);
        assertThat(view().differences()).isEqualTo(3);
        assertThat(view().fileLessLedger()).isEqualTo("1891.59");
        assertThat(differences())
                .extracting(line -> line.what() + " " + line.kind() + " " + line.no())
                .containsExactly("FEE PAYMENT T-1", "ONLY_WITH_US REFUND RF:acme:RF-1", "ONLY_AT_CHANNEL PAYMENT T-2");
        assertThat(waiting())
                .containsExactly(
                        "FEE PAYMENT T-1 1",
                        "ONLY_WITH_US REFUND RF:acme:RF-1 50000",
                        "ONLY_AT_CHANNEL PAYMENT T-2 140000");

        append(purchase.captured("T-2", PaymentPlace.EXCESS), new ClearingRecorded(DAY, second));
        assertThat(differences()).extracting(LineView::what).containsExactly(What.FEE, What.ONLY_WITH_US);
        listed(2, NET.plus(Money.fen(139_160)), PAYMENT, REFUND, second);
        assertThat(differences()).isEmpty();
        assertThat(waiting()).isEmpty();
        assertThat(view().state()).isEqualTo(State.WAITING_FOR_BANK);
    }

    @Test
    void sees_another_amount_and_forgets_the_lines_of_an_earlier_file() {
        booked();
        var dearer = new SettlementLine(Kind.PAYMENT, "T-1", Purchase.PRICE.plus(FEN), Purchase.FEE);
        var strange = SettlementLine.of(Kind.BOUNCE, "RF:acme:RF-9", FEN);
        listed(1, NET.plus(Money.fen(2)), dearer, REFUND, strange);
        assertThat(differences()).extracting(LineView::what).containsExactly(What.AMOUNT, What.ONLY_AT_CHANNEL);
        assertThat(waiting()).containsExactly("AMOUNT PAYMENT T-1 1", "ONLY_AT_CHANNEL BOUNCE RF:acme:RF-9 1");

        listed(2, NET, PAYMENT, REFUND);
        assertThat(differences()).isEmpty();
        assertThat(view().differences()).isZero();
    }

    @Test
    void sees_one_number_that_was_booked_twice() {
        booked();
        append(purchase.captured("T-1", PaymentPlace.EXCESS), new ClearingRecorded(DAY, PAYMENT));
        listed(1, NET, PAYMENT, REFUND);

        assertThat(differences()).extracting(LineView::what).containsExactly(What.AMOUNT);
    }

    @Test
    void counts_money_that_was_declined_while_it_waits() {
        booked();
        listed(1, NET, PAYMENT, REFUND);
        var more = NET.plus(FEN);
        var receipt = purchase.receipt("1");
        append(
                purchase.recorded("1", more),
                new SettlementReceiptDeclined(DAY, receipt, more, NET, "EXCEEDS_CLEARING", Optional.empty()),
                new BankReceiptReleased(receipt, DAY, SuspenseReason.TARGET_REFUSED, "EXCEEDS_CLEARING"),
                new SettlementReceiptDeclined(
                        DAY, receipt, more, NET, "EXCEEDS_CLEARING", Optional.of(List.of(Differing.AMOUNT))));
        assertThat(view().state()).isEqualTo(State.DIFFERENT);
        assertThat(view().bankLessFile()).isEqualTo("0.01");
        assertThat(view().declined()).hasSize(1);
        assertThat(view().declined().getFirst().differs()).isNull();

        append(new BankReceiptConsumed(receipt, purchase.order(), more, Money.ZERO));
        assertThat(view().state()).isEqualTo(State.WAITING_FOR_BANK);
        assertThat(view().declined()).isEmpty();
    }

    @Test
    void is_open_again_for_what_was_taken_back() {
        booked();
        listed(1, NET, PAYMENT, REFUND);
        settled("1", NET);
        assertThat(view().ledger().settled()).isEqualTo("891.60");

        append(new SettlementReversed(DAY, purchase.receipt("1"), 1, NET, 1, Optional.empty()));
        assertThat(view().ledger().settled()).isEqualTo("0.00");
        assertThat(view().ledger().balance()).isEqualTo("891.60");
        assertThat(view().receipts()).isEmpty();
        assertThat(view().state()).isEqualTo(State.WAITING_FOR_BANK);
    }

    /** Each owner takes back what is its own: a refund that was netted from another date is no receipt that came. */
    @Test
    void tells_what_a_refund_takes_back_from_what_a_receipt_does() {
        booked();
        settled("1", NET);
        append(
                new SettlementReversed(DAY, purchase.receipt("1"), 1, NET, 1, Optional.empty()),
                new RefundFundsCorrected(
                        purchase.refund("RF-1"),
                        PART,
                        "WR-1",
                        Purchase.NETTED,
                        new RefundFunds.Netted("WECHAT", Purchase.SETTLED_ON.plusDays(1))));
        assertThat(view().ledger().settled()).isEqualTo("0.00");
        assertThat(view().ledger().refunds()).isEqualTo("0.00");
        assertThat(view().ledger().balance()).isEqualTo("1391.60");
    }

    @Test
    void keeps_fees_and_refunds_that_came_back_apart() {
        booked();
        append(
                new RefundFeeReturned(
                        purchase.refund("RF-1"),
                        purchase.contract().feeAccount(),
                        FeeBearer.PLATFORM,
                        Money.fen(300),
                        "WECHAT",
                        Purchase.SETTLED_ON,
                        Optional.empty()),
                new ClearingRecorded(DAY, SettlementLine.of(Kind.FEE_RETURNED, "RF:acme:RF-1", Money.fen(300))),
                new RefundBounced(purchase.refund("RF-1"), PART, "WR-1", Purchase.NETTED),
                new ClearingRecorded(DAY, SettlementLine.of(Kind.BOUNCE, "RF:acme:RF-1", PART)));
        var ledger = view().ledger();
        assertThat(List.of(ledger.payments(), ledger.refunds(), ledger.feesReturned(), ledger.bounces()))
                .containsExactly("1391.60", "-500.00", "3.00", "500.00");
        assertThat(ledger.balance()).isEqualTo("1394.60");
    }

    @Test
    void is_for_people_of_the_institution() {
        booked();
        side.awaitHead();
        assertThatExceptionOfType(RejectionException.class).isThrownBy(() -> checks.one(ACME, DAY.value(), null));
        assertThatExceptionOfType(RejectionException.class)
                .isThrownBy(() -> checks.one(AUDITOR, "CS:WECHAT:2026-01-01", null));
    }

    /** 1,400.00 were captured and 500.00 of it refunded. */
    private void booked() {
        side.log.append(purchase.opened());
        append(purchase.captured(), new ClearingRecorded(DAY, PAYMENT));
        side.log.append(purchase.submitted("RF-1", PART.minorUnits()));
        append(purchase.succeeded("RF-1", PART.minorUnits()), new ClearingRecorded(DAY, REFUND));
    }

    private void listed(int version, Money net, SettlementLine... lines) {
        append(
                new SettlementFileTaken(DAY, version, lines.length, net, Optional.empty(), Optional.empty()),
                new SettlementLinesListed(DAY, version, List.of(lines)));
    }

    private void settled(String coreNo, Money amount) {
        BankReceiptId receipt = purchase.receipt(coreNo);
        append(
                purchase.recorded(coreNo, amount),
                new BankReceiptSuspended(receipt, SuspenseReason.NO_VIRTUAL_ACCOUNT),
                new ChannelSettled(DAY, receipt, amount));
    }

    private void append(DomainEvent... events) {
        side.log.append(events);
        side.awaitHead();
    }

    private SettlementView view() {
        return body(checks.one(AUDITOR, DAY.value(), null));
    }

    private List<LineView> differences() {
        return body(checks.differences(AUDITOR, DAY.value(), null, 50, null)).items();
    }

    private List<String> waiting() {
        var list = new SettlementConfiguration().settlementDifferences();
        return JdbcClient.create(side.database.runtime())
                .sql("select detail || ' ' || minor_units from (" + list.rows()
                        + ") waiting where detail <> 'OPEN' order by position")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static <T> T body(ResponseEntity<T> answer) {
        @Nullable T body = answer.getBody();
        return Objects.requireNonNull(body);
    }
}
