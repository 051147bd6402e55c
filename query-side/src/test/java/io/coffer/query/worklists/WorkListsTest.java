package io.coffer.query.worklists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.accounts.FreezeEvent.FundsFrozen;
import io.coffer.api.accounts.FreezeEvent.FundsUnfrozen;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.ReleaseEvent.ReleasePaid;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.accounts.TerminationEvent.TerminationPlanAgreed;
import io.coffer.api.accounts.TerminationEvent.TerminationRequested;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.approvals.ApprovalEvent.ApprovalExpired;
import io.coffer.api.approvals.ApprovalEvent.ApprovalProposed;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.approvals.ApprovalSubject;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentEvent.RefundDismissed;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payouts.PayoutEvent.PayoutNotFound;
import io.coffer.api.payouts.PayoutEvent.PayoutResultUnknown;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.receipts.LineEvent.BankReturnBooked;
import io.coffer.api.receipts.LineEvent.BankReturnDeclined;
import io.coffer.api.receipts.LineEvent.BankReturnHandedOver;
import io.coffer.api.receipts.LineEvent.BankReturnNoted;
import io.coffer.api.receipts.LineEvent.OwnTransferNoted;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConfirmed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptSuspended;
import io.coffer.api.receipts.StatementEvent.StatementCompleted;
import io.coffer.api.receipts.StatementEvent.StatementOpened;
import io.coffer.api.receipts.StatementId;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.refunds.ClaimVerdict;
import io.coffer.api.refunds.RefundEvent.RefundFailed;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundFundingRequired;
import io.coffer.api.refunds.RefundEvent.RefundNotFound;
import io.coffer.api.refunds.RefundEvent.RefundPending;
import io.coffer.api.refunds.RefundEvent.RefundResolved;
import io.coffer.api.refunds.RefundEvent.RefundResultContradicted;
import io.coffer.api.refunds.RefundEvent.RefundResultUnknown;
import io.coffer.api.refunds.RefundEvent.RefundSubmitted;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundFinding;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.refunds.RefundSource;
import io.coffer.platform.time.CofferClock;
import io.coffer.platform.web.EdgeException;
import io.coffer.query.Purchase;
import io.coffer.query.Sale;
import io.coffer.query.Shop;
import io.coffer.query.TestLog;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.Cursor;
import io.coffer.query.kernel.Reads;
import io.coffer.query.kernel.WorkList;
import io.coffer.query.replay.ReadSide;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

@DisplayName("Work lists")
class WorkListsTest {

    private static final Actor OPERATOR = Actor.institution("olga", Set.of(Role.OPERATOR));
    private static final Actor ADAPTER = Actor.institution("bank", Set.of(Role.BANK_ADAPTER));
    private static final Actor RIVAL = Actor.tenant(new TenantId("rival"), "rival-system", Set.of(Role.BUSINESS));
    private static final Instant FAR = Instant.parse("2999-01-01T00:00:00Z");

    private final ReadSide side = new ReadSide(TestProjections.all());
    private final WorkListController lists = new WorkListController(
            new Reads(JdbcClient.create(side.database.runtime()), List.of(TestProjections.all())),
            CofferClock.real(),
            TestProjections.workLists());
    private final Sale sale = Sale.of("acme", "C-1");
    private final ApprovalSubject subject = new ApprovalSubject.Release(sale.account(), "R-1", "P-seller", Sale.PRICE);

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void say_how_much_waits_since_when_and_for_whom() {
        side.log.append(proposed("R-1"));
        side.log.clock(TestLog.NOON.plus(Duration.ofHours(1)));
        var position = side.log.append(proposed("R-2"));

        var approvals = list(OPERATOR, "approvals", position);
        assertThat(approvals.count()).isEqualTo(2);
        assertThat(approvals.owner()).isEqualTo(Role.CHECKER);
        assertThat(approvals.oldestSince()).isEqualTo(TestLog.NOON);
        assertThat(approvals.oldestAgeSeconds()).isPositive();
        var unknown = list(OPERATOR, "unknown-payouts", position);
        assertThat(unknown.count()).isZero();
        assertThat(unknown.oldestSince()).isNull();
    }

    @Test
    void lead_to_what_waits_in_pages() {
        side.log.append(proposed("R-1"), proposed("R-2"));
        var position = side.log.append(new ApprovalExpired(request("R-1"), subject), proposed("R-3"));

        var first = body(lists.one(OPERATOR, "approvals", null, 1, position));
        var second = body(lists.one(OPERATOR, "approvals", first.next(), 1, null));

        assertThat(first.items())
                .extracting(WorkItem::id)
                .containsExactly(request("R-2").value());
        assertThat(second.items())
                .extracting(WorkItem::id)
                .containsExactly(request("R-3").value());
        assertThat(second.next()).isNull();
        var item = first.items().getFirst();
        assertThat(item.tenant()).isEqualTo("acme");
        assertThat(item.amount()).isEqualTo(Amount.of(Sale.PRICE));
        assertThat(item.due()).isEqualTo(FAR);
        assertThat(item.overdue()).isFalse();
        assertThat(item.detail()).isEqualTo("RELEASE");
    }

    @Test
    void leave_nothing_out_of_a_page_whose_end_parts_items_of_one_position() {
        var ties = new WorkListController(
                new Reads(JdbcClient.create(side.database.runtime()), List.of(TestProjections.all())),
                CofferClock.real(),
                List.of(new WorkList("ties", "approval", Role.OPERATOR)));
        var position = side.log.append(proposed("R-1"));
        for (var limit : List.of(1, 2, 3, 50)) {
            var seen = new ArrayList<String>();
            @Nullable String cursor = null;
            do {
                var page = body(ties.one(OPERATOR, "ties", cursor, limit, position));
                page.items().forEach(item -> seen.add(item.id() + " " + item.detail()));
                cursor = page.next();
            } while (cursor != null);
            assertThat(seen)
                    .as("pages of %d", limit)
                    .startsWith("C-1 first", "A-1 null")
                    .endsWith("A-2 last");
            assertThat(seen).containsExactlyInAnyOrder("C-1 first", "A-1 null", "B-1 one", "B-1 two", "A-2 last");
        }

        var ofBefore = Cursor.of("work-list ties", 7).text();
        assertThat(body(ties.one(OPERATOR, "ties", ofBefore, 50, position)).items())
                .extracting(WorkItem::id)
                .containsExactly("A-2");
        assertThatExceptionOfType(EdgeException.class)
                .isThrownBy(() -> ties.one(
                        OPERATOR, "ties", Cursor.of("work-list ties", 7, "A-1").text(), 50, null));
    }

    @Test
    void keep_an_unknown_payout_from_the_first_doubt_to_its_outcome() {
        var payout = sale.payout("R-1");
        side.log.append(sale.opened());
        side.log.append(sale.paidIn());
        side.log.append(sale.released("R-1", Sale.PRICE));
        side.log.clock(TestLog.NOON.plusSeconds(60));
        side.log.append(new PayoutResultUnknown(payout, "TIMEOUT"));
        side.log.clock(TestLog.NOON.plusSeconds(120));
        var position = side.log.append(new PayoutNotFound(payout));

        var item = body(lists.one(OPERATOR, "unknown-payouts", null, 50, position))
                .items()
                .getFirst();
        assertThat(item.id()).isEqualTo(payout.value());
        assertThat(item.since()).isEqualTo(TestLog.NOON.plusSeconds(60));
        assertThat(item.detail()).isEqualTo("NOT_FOUND");

        var settled = side.log.append(sale.paid("R-1", Sale.PRICE));
        assertThat(list(OPERATOR, "unknown-payouts", settled).count()).isZero();
    }

    @Test
    void keep_own_cash_that_is_out_until_it_is_paid_back_and_say_when_it_is_late() {
        var shop = Shop.of("acme", "M-1");
        var monthAgo = CofferClock.real().instant().minus(Duration.ofDays(30));
        var old = monthAgo.minus(Duration.ofMinutes(10));
        side.log.clock(old);
        side.log.append(shop.opened());
        side.log.append(shop.advanced("O-1", 740));
        side.log.clock(monthAgo.plus(Duration.ofMinutes(10)));
        var position = side.log.append(shop.advanced("O-2", 100));

        var items =
                body(lists.one(OPERATOR, "fee-receivables", null, 50, position)).items();
        assertThat(items).extracting(WorkItem::detail).containsExactly("order O-1", "order O-2");
        assertThat(items).extracting(WorkItem::overdue).containsExactly(true, false);
        var item = items.getFirst();
        assertThat(item.id()).isEqualTo(shop.account().value());
        assertThat(item.tenant()).isEqualTo("acme");
        assertThat(item.since()).isEqualTo(old);
        assertThat(item.due()).isEqualTo(old.plus(Duration.ofDays(30)));
        assertThat(item.amount()).isEqualTo(Amount.of(Money.fen(740)));
        assertThat(body(lists.one(RIVAL, "fee-receivables", null, 50, position)).items())
                .isEmpty();

        var partly = side.log.append(shop.toppedUp("1", 700, "O-1", 700, 40));
        assertThat(body(lists.one(OPERATOR, "fee-receivables", null, 50, partly))
                        .items()
                        .getFirst()
                        .amount())
                .isEqualTo(Amount.of(Money.fen(40)));
        var paid = side.log.append(shop.recovered("O-2", "O-2", 100, 0), shop.ended("O-2", 0));
        assertThat(list(OPERATOR, "fee-receivables", paid).count()).isEqualTo(1);
    }

    @Test
    void keep_returned_money_until_it_is_decided() {
        side.log.append(sale.opened());
        side.log.append(sale.paidIn());
        side.log.append(sale.releasable());
        side.log.append(sale.released("R-1", Sale.PRICE));
        side.log.append(sale.paid("R-1", Sale.PRICE));
        side.log.clock(TestLog.NOON.plusSeconds(60));
        var position = side.log.append(sale.returned("R-1", Sale.PRICE));

        var item = body(lists.one(OPERATOR, "returned-payouts", null, 50, position))
                .items()
                .getFirst();
        assertThat(item.id()).isEqualTo(sale.account().value());
        assertThat(item.since()).isEqualTo(TestLog.NOON.plusSeconds(60));
        assertThat(item.amount()).isEqualTo(Amount.of(Sale.PRICE));
        assertThat(item.detail()).isEqualTo("R-1: RETURNED");

        var decided = side.log.append(sale.reissued("R-1", Sale.PRICE));
        assertThat(list(OPERATOR, "returned-payouts", decided).count()).isZero();
    }

    @Test
    void keep_a_freeze_with_an_end_until_it_ended() {
        side.log.append(sale.opened());
        side.log.append(sale.paidIn());
        side.log.clock(TestLog.NOON.plusSeconds(60));
        side.log.append(frozen("F-1", FreezeKind.DISPUTE, Optional.of(FAR)));
        var position = side.log.append(frozen("F-2", FreezeKind.DOC_PENDING, Optional.empty()));

        var items = body(lists.one(OPERATOR, "expiring-freezes", null, 50, position))
                .items();
        assertThat(items).hasSize(1);
        var item = items.getFirst();
        assertThat(item.id()).isEqualTo(sale.account().value());
        assertThat(item.since()).isEqualTo(TestLog.NOON.plusSeconds(60));
        assertThat(item.due()).isEqualTo(FAR);
        assertThat(item.amount()).isEqualTo(Amount.of(Sale.PRICE));
        assertThat(item.detail()).isEqualTo("F-1: DISPUTE");

        var lifted = side.log.append(new FundsUnfrozen(sale.account(), "F-1", Optional.empty()));
        assertThat(list(OPERATOR, "expiring-freezes", lifted).count()).isZero();
    }

    @Test
    void name_what_keeps_a_finished_account_open() {
        side.log.append(sale.opened());
        side.log.append(sale.paidIn());
        side.log.append(sale.overpaid());
        side.log.append(sale.releasable());
        side.log.append(sale.released("R-1", Sale.PRICE));
        var busy = side.log.log().head();
        side.awaitHead();
        assertThat(list(OPERATOR, "blocked-closures", busy).count()).isZero();

        var done = side.log.append(sale.paid("R-1", Sale.PRICE));
        var item = body(lists.one(OPERATOR, "blocked-closures", null, 50, done))
                .items()
                .getFirst();
        assertThat(item.id()).isEqualTo(sale.account().value());
        assertThat(item.amount()).isEqualTo(Amount.of(Money.yuan(5)));
        assertThat(item.detail()).isEqualTo("EXCESS_UNDECIDED");
    }

    @Test
    void keep_a_terminated_contract_until_its_balance_is_divided() {
        side.log.append(sale.opened());
        side.log.append(sale.paidIn());
        side.log.clock(TestLog.NOON.plusSeconds(60));
        var asked = side.log.append(new TerminationRequested(sale.account(), "LOAN_REFUSED", List.of(), "acme-system"));

        var item = body(lists.one(OPERATOR, "terminations", null, 50, asked))
                .items()
                .getFirst();
        assertThat(item.id()).isEqualTo(sale.account().value());
        assertThat(item.since()).isEqualTo(TestLog.NOON.plusSeconds(60));
        assertThat(item.amount()).isEqualTo(Amount.of(Sale.PRICE));
        assertThat(item.detail()).isEqualTo("LOAN_REFUSED: PLAN_MISSING");

        var legs = List.of(new TerminationLeg(
                "Y-1", new Payee("P-seller", Sale.SELLERS_ACCOUNT), Sale.PRICE, Money.ZERO, Optional.empty()));
        var agreed = side.log.append(new TerminationPlanAgreed(sale.account(), 1, legs, List.of(), "acme-system", 1));
        assertThat(detail("terminations", agreed)).isEqualTo("LOAN_REFUSED: PLAN_UNDECIDED");
        var executed =
                side.log.append(new TerminationExecuted(sale.account(), 1, legs, Sale.CUSTODY, Optional.empty()));
        assertThat(detail("terminations", executed)).isEqualTo("LOAN_REFUSED: PAYOUT_IN_TRANSIT");
        var paid = side.log.append(
                new ReleasePaid(sale.account(), "Y-1", PayoutId.ofRelease(sale.account(), "Y-1"), Sale.PRICE));
        assertThat(list(OPERATOR, "terminations", paid).count()).isZero();

        var late =
                side.log.append(new EscrowOverfunded(sale.account(), sale.receipt("9"), Money.yuan(5), Money.yuan(5)));
        assertThat(detail("blocked-closures", late)).isEqualTo("EXCESS_UNDECIDED");
    }

    @Test
    void say_until_when_late_money_goes_back_and_whether_that_has_passed() {
        var longAgo = Instant.parse("2020-01-06T04:00:00Z");
        side.log.clock(longAgo);
        side.log.append(
                sale.recorded("1", Money.yuan(1)),
                new BankReceiptSuspended(sale.receipt("1"), SuspenseReason.ACCOUNT_CLOSED));
        var position = side.log.append(
                sale.recorded("2", Money.yuan(2)),
                new BankReceiptSuspended(sale.receipt("2"), SuspenseReason.UNKNOWN_VIRTUAL_ACCOUNT));
        var items = body(lists.one(OPERATOR, "suspense", null, 50, position)).items();
        assertThat(items).extracting(WorkItem::due).containsExactly(Instant.parse("2020-01-07T16:00:00Z"), null);
        assertThat(items).extracting(WorkItem::overdue).containsExactly(true, false);
        assertThat(list(OPERATOR, "suspense", position).overdue()).isEqualTo(1);
        assertThat(list(OPERATOR, "approvals", side.log.append(proposed("R-1"))).overdue())
                .isZero();
    }

    @Test
    void keep_a_line_that_nothing_booked_until_its_payout_did() {
        var line = sale.receipt("9");
        var payout = sale.payout("R-1");
        var noted = side.log.append(
                new BankReturnNoted(line, Sale.PRICE, Optional.empty(), Optional.empty(), TestLog.NOON));
        assertThat(detail("unbooked-lines", noted)).isEqualTo("RETURN");
        var handed = side.log.append(new BankReturnHandedOver(line, payout, Sale.PRICE, false));
        assertThat(detail("unbooked-lines", handed)).isEqualTo("RETURN of " + payout);
        var declined = side.log.append(new BankReturnDeclined(line, payout, "NOT_FOUND"));
        assertThat(detail("unbooked-lines", declined)).isEqualTo("RETURN of " + payout + ": NOT_FOUND");
        var booked = side.log.append(new BankReturnBooked(line, payout));
        assertThat(list(OPERATOR, "unbooked-lines", booked).count()).isZero();

        var own = side.log.append(
                new OwnTransferNoted(sale.receipt("10"), Sale.PRICE, Optional.empty(), Optional.empty(), TestLog.NOON));
        var item = body(lists.one(OPERATOR, "unbooked-lines", null, 50, own))
                .items()
                .getFirst();
        assertThat(item.detail()).isEqualTo("OWN_TRANSFER");
        assertThat(item.amount()).isEqualTo(Amount.of(Sale.PRICE));
        assertThat(list(OPERATOR, "differences", own).count()).isZero();
        assertThat(body(lists.one(RIVAL, "unbooked-lines", null, 50, own)).items())
                .isEmpty();
    }

    @Test
    void name_a_return_that_only_our_side_or_only_the_bank_has_once_the_day_is_complete() {
        var statement = StatementId.of(new BookingPlace(Sale.CUSTODY, Sale.BANK_DATE));
        var payout = sale.payout("R-1");
        var ours = sale.receipt("9");
        var theirs = sale.receipt("10");
        side.log.append(
                noted(ours),
                new BankReturnHandedOver(ours, payout, Sale.PRICE, false),
                new BankReturnBooked(ours, payout));
        side.log.append(noted(theirs), new BankReceiptConfirmed(theirs, statement, Sale.PRICE, true));
        side.log.append(new StatementOpened(statement, Money.ZERO, Sale.PRICE, 1, Sale.PRICE));
        assertThat(differences()).isEmpty();

        side.log.append(new StatementCompleted(statement, 1, Sale.PRICE, Money.ZERO));
        assertThat(differences()).containsExactly(ours + ": MISSING_IN_BANK", theirs + ": RETURN_NOT_BOOKED");
        side.log.append(new BankReceiptConfirmed(ours, statement, Sale.PRICE, false));
        assertThat(differences()).containsExactly(theirs + ": RETURN_NOT_BOOKED");
        side.log.append(new BankReturnHandedOver(theirs, payout, Sale.PRICE, false));
        side.log.append(new BankReturnBooked(theirs, payout));
        assertThat(differences()).isEmpty();
    }

    private List<String> differences() {
        side.awaitHead();
        return body(lists.one(OPERATOR, "differences", null, 50, null)).items().stream()
                .map(item -> item.id() + ": " + item.detail())
                .toList();
    }

    private static BankReturnNoted noted(BankReceiptId line) {
        return new BankReturnNoted(line, Sale.PRICE, Optional.empty(), Optional.empty(), TestLog.NOON);
    }

    @Test
    void keep_a_payment_too_many_until_a_refund_promises_it_back() {
        var purchase = Purchase.of("acme", "PAY-1");
        side.log.append(purchase.opened());
        var paid = side.log.append(purchase.captured());
        assertThat(list(OPERATOR, "excess-payments", paid).count()).isZero();

        side.log.clock(TestLog.NOON.plusSeconds(60));
        var twice = side.log.append(purchase.captured("T-2", PaymentPlace.EXCESS));
        var item = body(lists.one(OPERATOR, "excess-payments", null, 50, twice))
                .items()
                .getFirst();
        assertThat(item.id()).isEqualTo(purchase.order().value());
        assertThat(item.since()).isEqualTo(TestLog.NOON.plusSeconds(60));
        assertThat(item.amount()).isEqualTo(Amount.of(Purchase.PRICE));
        assertThat(item.detail()).isEqualTo("payment T-2");
        assertThat(item.position()).isEqualTo(twice);
        assertThat(body(lists.one(RIVAL, "excess-payments", null, 50, null)).items())
                .isEmpty();

        var source = new RefundSource.ExcessCapture(purchase.order(), "T-2");
        var promised = side.log.append(
                purchase.admitted("RF-1", "T-2", purchase.facts(Purchase.PRICE, source, Purchase.CHANNEL, Money.ZERO)));
        assertThat(list(OPERATOR, "excess-payments", promised).count()).isZero();
        var dismissed = side.log.append(new RefundDismissed(purchase.order(), purchase.refund("RF-1"), "NOT_WANTED"));
        assertThat(list(OPERATOR, "excess-payments", dismissed).count()).isEqualTo(1);
    }

    @Test
    void keep_a_refund_that_waits_for_money_or_for_another_account() {
        var purchase = Purchase.of("acme", "PAY-1");
        var refund = purchase.refund("RF-1");
        side.log.append(purchase.opened());
        side.log.append(purchase.captured());
        side.log.append(purchase.reserved("RF-1", 500));
        side.log.clock(TestLog.NOON.plusSeconds(60));
        var lacking = side.log.append(new RefundFundingRequired(refund, Money.fen(20), Money.fen(3)));
        var item = body(lists.one(OPERATOR, "refunds-waiting", null, 50, lacking))
                .items()
                .getFirst();
        assertThat(item.id()).isEqualTo(refund.value());
        assertThat(item.since()).isEqualTo(TestLog.NOON.plusSeconds(60));
        assertThat(item.amount()).isEqualTo(Amount.of(Money.fen(23)));
        assertThat(item.detail()).isEqualTo("FUNDING_REQUIRED");

        side.log.append(
                new RefundFunded(refund, purchase.ofContract(), Money.fen(500), Purchase.CHANNEL, Optional.empty()));
        var sent = side.log.append(new RefundSubmitted(refund, 1));
        assertThat(list(OPERATOR, "refunds-waiting", sent).count()).isZero();
        var never = side.log.append(new RefundFailed(refund, RefundFailure.FINAL, "CLOSED"));
        assertThat(detail("refunds-waiting", never)).isEqualTo("FAILED_FINAL: CLOSED");
        var closed = side.log.append(new RefundFailed(refund, RefundFailure.INSTRUMENT, "ACCOUNT_CLOSED"));
        assertThat(detail("refunds-waiting", closed)).isEqualTo("REROUTE_PENDING: ACCOUNT_CLOSED");
        assertThat(body(lists.one(OPERATOR, "refunds-waiting", null, 50, null))
                        .items()
                        .getFirst()
                        .amount())
                .isEqualTo(Amount.of(Money.fen(500)));
        assertThat(body(lists.one(RIVAL, "refunds-waiting", null, 50, null)).items())
                .isEmpty();
    }

    @Test
    void keep_a_refund_from_the_first_doubt_to_its_outcome_and_one_of_two_outcomes_until_people_decide() {
        var purchase = Purchase.of("acme", "PAY-1");
        var refund = purchase.refund("RF-1");
        side.log.append(purchase.opened());
        side.log.append(purchase.captured());
        side.log.append(purchase.submitted("RF-1", 500));
        side.log.clock(TestLog.NOON.plusSeconds(60));
        var unknown = side.log.append(new RefundResultUnknown(refund, "TIMEOUT"));
        assertThat(detail("refunds-unknown", unknown)).isEqualTo("UNKNOWN: TIMEOUT");
        side.log.clock(TestLog.NOON.plusSeconds(120));
        var lost = side.log.append(new RefundNotFound(refund));
        var item = body(lists.one(OPERATOR, "refunds-unknown", null, 50, lost))
                .items()
                .getFirst();
        assertThat(item.since()).isEqualTo(TestLog.NOON.plusSeconds(60));
        assertThat(item.detail()).isEqualTo("NOT_FOUND");
        assertThat(item.amount()).isEqualTo(Amount.of(Money.fen(500)));

        var done = side.log.append(purchase.succeeded("RF-1", 500));
        assertThat(list(OPERATOR, "refunds-unknown", done).count()).isZero();
        var recorded = new RefundOutcome.Done("WR-RF-1", Purchase.NETTED, Optional.empty());
        var both = side.log.append(new RefundResultContradicted(
                refund, recorded, new RefundOutcome.Refused(RefundFailure.FINAL, "CLOSED")));
        item = body(lists.one(OPERATOR, "refunds-unknown", null, 50, both))
                .items()
                .getFirst();
        assertThat(item.detail()).isEqualTo("CONTRADICTED");
        assertThat(item.since()).isEqualTo(TestLog.NOON.plusSeconds(120));

        side.log.clock(TestLog.NOON.plusSeconds(180));
        side.log.append(new RefundResolved(
                refund, 1, new RefundFinding.OnContradiction(1, ClaimVerdict.NOT_TRUE), Optional.empty()));
        var again = side.log.append(new RefundResultContradicted(
                refund, recorded, new RefundOutcome.Refused(RefundFailure.INSTRUMENT, "CLOSED")));
        assertThat(body(lists.one(OPERATOR, "refunds-unknown", null, 50, again))
                        .items()
                        .getFirst()
                        .since())
                .isEqualTo(TestLog.NOON.plusSeconds(180));
        var decided = side.log.append(new RefundResolved(
                refund, 2, new RefundFinding.OnContradiction(2, ClaimVerdict.TRUE), Optional.empty()));
        assertThat(list(OPERATOR, "refunds-unknown", decided).count()).isZero();
    }

    @Test
    void show_a_refund_that_its_channel_took_a_day_ago_and_said_nothing_of_since() {
        var purchase = Purchase.of("acme", "PAY-1");
        side.log.append(purchase.opened());
        side.log.append(purchase.captured());
        side.log.append(purchase.submitted("RF-1", 500));
        var taken = side.log.append(new RefundPending(purchase.refund("RF-1")));
        var item = body(lists.one(OPERATOR, "refunds-unknown", null, 50, taken))
                .items()
                .getFirst();
        assertThat(item.detail()).isEqualTo("PENDING");
        assertThat(item.since()).isEqualTo(TestLog.NOON);

        side.log.clock(Instant.now().minusSeconds(3_600));
        side.log.append(new RefundSubmitted(purchase.refund("RF-1"), 2));
        var again = side.log.append(new RefundPending(purchase.refund("RF-1")));
        assertThat(list(OPERATOR, "refunds-unknown", again).count()).isZero();
    }

    @Test
    void show_a_tenant_its_own_and_nothing_to_those_who_only_deliver() {
        var position = side.log.append(proposed("R-1"));

        assertThat(list(RIVAL, "approvals", position).count()).isZero();
        assertThat(body(lists.one(RIVAL, "approvals", null, 50, null)).items()).isEmpty();
        assertThatThrownBy(() -> lists.all(ADAPTER, null)).hasMessage("NOT_PERMITTED");
        assertThatThrownBy(() -> lists.one(OPERATOR, "wishes", null, 50, null)).hasMessage("NOT_FOUND");
    }

    /** A query with a parameter, an order or a missing column would fail only when somebody looks. */
    @Test
    void can_all_be_asked() {
        assertThat(TestProjections.workLists()).extracting(WorkList::name).doesNotHaveDuplicates();
        for (var list : TestProjections.workLists()) {
            assertThat(body(lists.one(OPERATOR, list.name(), null, 50, null)).items())
                    .isEmpty();
        }
        assertThat(body(lists.all(OPERATOR, null)))
                .hasSameSizeAs(TestProjections.workLists())
                .allMatch(list -> list.count() == 0);
    }

    private @Nullable String detail(String list, long position) {
        return body(lists.one(OPERATOR, list, null, 50, position))
                .items()
                .getFirst()
                .detail();
    }

    private WorkListView list(Actor actor, String name, long position) {
        return body(lists.all(actor, position)).stream()
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private FundsFrozen frozen(String orderNo, FreezeKind kind, Optional<Instant> end) {
        var amount = Optional.of(Sale.PRICE).filter(_ -> kind.holdsAmount());
        return new FundsFrozen(
                sale.account(),
                new FreezeOrder(orderNo, kind, "P-buyer", amount, Optional.empty()),
                end,
                1,
                Money.ZERO,
                List.of(),
                "olga");
    }

    private ApprovalRequestId request(String releaseNo) {
        return ApprovalRequestId.ofRelease(sale.account(), releaseNo);
    }

    private ApprovalProposed proposed(String releaseNo) {
        return new ApprovalProposed(request(releaseNo), subject, subject.digest(), "clerk", 2, FAR);
    }

    private static <T> T body(ResponseEntity<T> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
