package io.coffer.api.ledger;

import static io.coffer.api.ledger.Posting.credit;
import static io.coffer.api.ledger.Posting.debit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.FundingEvent.JournalReversed;
import io.coffer.api.accounts.HoldbackEvent.HoldbackFunded;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReleased;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReserved;
import io.coffer.api.accounts.Leg;
import io.coffer.api.accounts.ReleaseEvent.ReleaseApproved;
import io.coffer.api.accounts.ReleaseEvent.ReleaseFailed;
import io.coffer.api.accounts.ReturnEvent.ReturnedMoneyRestored;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceRecovered;
import io.coffer.api.merchants.FeeAccountEvent.FeeAdvanced;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBFunded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantReservationEnded;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentEvent.DuplicatePaymentDetected;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payouts.PayoutEvent.PayoutCreated;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutEvent.PayoutReturned;
import io.coffer.api.payouts.PayoutEvent.PayoutSucceeded;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.VerdictEvent.BankReceiptRestored;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReversed;
import io.coffer.api.refunds.RefundEvent.RefundBounced;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundFundsCorrected;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRequested;
import io.coffer.api.refunds.RefundEvent.RefundSetAsideReversed;
import io.coffer.api.refunds.RefundEvent.RefundShortageCompensated;
import io.coffer.api.refunds.RefundEvent.RefundShortageRecorded;
import io.coffer.api.refunds.RefundEvent.RefundSucceeded;
import io.coffer.api.refunds.RefundEvent.RefundTransferRestored;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.settlements.SettlementEvent.ChannelSettled;
import io.coffer.api.settlements.SettlementEvent.SettlementReversed;
import io.coffer.api.splits.SplitEvent.SplitExecuted;
import io.coffer.api.splits.SplitEvent.SplitReturned;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Postings")
class PostingsTest {

    private static final LedgerAccount CASH = new LedgerAccount(AccountCode.R1002, "bank");
    private static final LedgerAccount UNMATCHED = new LedgerAccount(AccountCode.R2101, "receipt");

    /** The rows of {@code domain.md} 3.2 that this system implements. */
    private static final Map<String, Set<Class<? extends DomainEvent>>> CARRIERS = Map.ofEntries(
            Map.entry("PR-101", Set.of(EscrowFunded.class)),
            Map.entry("PR-102", Set.of(BankReceiptRecorded.class)),
            Map.entry("PR-104", Set.of(EscrowOverfunded.class)),
            Map.entry("PR-106", Set.of(DuplicatePaymentDetected.class)),
            Map.entry("PR-111", Set.of(PaymentCaptured.class)),
            Map.entry("PR-112", Set.of(PaymentCaptured.class)),
            Map.entry("PR-113", Set.of(ChannelSettled.class)),
            Map.entry("PR-114", Set.of(PaymentCaptured.class)),
            Map.entry("PR-803", Set.of(PaymentReceived.class)),
            Map.entry("PR-804", Set.of(RefundFunded.class)),
            Map.entry("PR-805", Set.of(PaymentReceived.class)),
            Map.entry("PR-115", Set.of(MerchantBFunded.class)),
            Map.entry("PR-116", Set.of(PaymentReceived.class)),
            Map.entry("PR-117", Set.of(PaymentReceived.class)),
            Map.entry("PR-118", Set.of(FeeReserved.class)),
            Map.entry("PR-119", Set.of(FeeReservationEnded.class)),
            Map.entry("PR-120", Set.of(FeeAdvanced.class)),
            Map.entry("PR-121", Set.of(ContractFundsReserved.class)),
            Map.entry("PR-122", Set.of(ContractReservationEnded.class)),
            Map.entry("PR-201", Set.of(ReleaseApproved.class)),
            Map.entry("PR-202", Set.of(PayoutCreated.class)),
            Map.entry("PR-203", Set.of(PayoutSucceeded.class)),
            Map.entry("PR-204", Set.of(PayoutFailed.class)),
            Map.entry("PR-205", Set.of(PayoutReturned.class)),
            // Every owner takes its own money back.
            Map.entry(
                    "PR-206",
                    Set.of(ReturnedMoneyRestored.class, BankReceiptRestored.class, RefundTransferRestored.class)),
            Map.entry("PR-207", Set.of(ReleaseFailed.class)),
            Map.entry("PR-211", Set.of(HoldbackReserved.class)),
            Map.entry("PR-212", Set.of(HoldbackReleased.class)),
            Map.entry("PR-213", Set.of(HoldbackFunded.class)),
            Map.entry("PR-221", Set.of(FundsDeducted.class)),
            Map.entry("PR-231", Set.of(TerminationExecuted.class)),
            Map.entry("PR-501", Set.of(RefundFunded.class)),
            Map.entry("PR-502", Set.of(RefundCancelled.class)),
            Map.entry("PR-503", Set.of(RefundBounced.class)),
            Map.entry("PR-504", Set.of(RefundFeeFunded.class)),
            Map.entry("PR-505", Set.of(RefundFeeFunded.class)),
            Map.entry("PR-506", Set.of(AdvanceRecovered.class)),
            Map.entry("PR-507", Set.of(RefundSucceeded.class)),
            Map.entry("PR-508", Set.of(RefundRerouteRequested.class)),
            Map.entry("PR-510", Set.of(RefundFeeReturned.class)),
            Map.entry("PR-602", Set.of(SplitExecuted.class)),
            Map.entry("PR-603", Set.of(SplitReturned.class)),
            Map.entry("PR-604", Set.of(MerchantFundsReserved.class)),
            Map.entry("PR-605", Set.of(MerchantReservationEnded.class)),
            Map.entry("PR-952", Set.of(RefundShortageRecorded.class)),
            Map.entry("PR-953", Set.of(RefundShortageCompensated.class)),
            // Every owner takes its own journal back.
            Map.entry(
                    "PR-999",
                    Set.of(
                            JournalReversed.class,
                            BankReceiptReversed.class,
                            SettlementReversed.class,
                            RefundFundsCorrected.class,
                            RefundSetAsideReversed.class)));

    @Test
    void of_one_rule_have_one_event_type_and_mirrors_have_none() {
        var found = new TreeMap<String, Set<Class<?>>>();
        for (var type : Samples.everyEventType()) {
            for (var journal : Postings.of(Samples.of(type), Postings.CURRENT)) {
                found.computeIfAbsent(journal.rule(), _ -> new HashSet<>()).add(type);
            }
        }
        for (var event : PaymentSamples.otherShapes()) {
            for (var journal : Postings.of(event, Postings.CURRENT)) {
                found.computeIfAbsent(journal.rule(), _ -> new HashSet<>()).add(event.getClass());
            }
        }
        assertThat(found).isEqualTo(new TreeMap<>(CARRIERS));
    }

    static Stream<Class<?>> everyEventType() {
        return Samples.everyEventType().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyEventType")
    void of_every_event_type_exist_balance_and_move_the_events_amount(Class<?> type) {
        var journals = Postings.of(Samples.of(type), Postings.CURRENT);

        assertThat(journals).allMatch(Journal::isBalanced);
        assertThat(journals.stream().map(Journal::book)).doesNotHaveDuplicates();
        assertThat(journals.stream()
                        .flatMap(journal -> journal.postings().stream())
                        .map(Posting::amount))
                .allMatch(Samples.AMOUNT::equals);
        assertThat(Postings.of(Samples.of(type), Postings.CURRENT)).isEqualTo(journals);
    }

    @Test
    void give_returned_money_back_to_where_a_release_takes_it_from() {
        var account = new EscrowAccountId("EA:acme:C-1");
        var payout = PayoutId.ofReissue(account, "R-1", 2);
        var restored = new ReturnedMoneyRestored(account, "R-1", payout, Samples.AMOUNT);

        assertThat(Postings.of(restored, Postings.CURRENT))
                .containsExactly(new Journal(
                        "PR-206",
                        Book.R,
                        List.of(
                                debit(new LedgerAccount(AccountCode.R2105, "PY:acme:C-1:R-1:2"), Samples.AMOUNT),
                                credit(
                                        new LedgerAccount(AccountCode.R2001, "EA:acme:C-1.AVAILABLE"),
                                        Samples.AMOUNT))));
    }

    @Test
    void of_money_from_both_buckets_name_both() {
        var home = new EscrowAccountId("EA:acme:C-1");
        var payout = PayoutId.ofRelease(home, "D-1");
        var deducted = (FundsDeducted) Samples.of(FundsDeducted.class);
        var fifty = Money.fen(50);
        var twenty = Money.fen(20);
        var available = new LedgerAccount(AccountCode.R2001, home + ".AVAILABLE");
        var holdback = new LedgerAccount(AccountCode.R2001, home + ".HOLDBACK");
        var inRelease = new LedgerAccount(AccountCode.R2001, home + ".IN_RELEASE");

        assertThat(Postings.of(
                        new FundsDeducted(
                                home,
                                "D-1",
                                "F-1",
                                payout,
                                deducted.courtAccount(),
                                fifty,
                                twenty,
                                deducted.custodyAccount(),
                                Optional.empty()),
                        Postings.CURRENT))
                .containsExactly(new Journal(
                        "PR-221",
                        Book.R,
                        List.of(debit(available, Money.fen(30)), debit(holdback, twenty), credit(inRelease, fifty))));
        assertThat(Postings.of(
                        new ReleaseFailed(home, "D-1", payout, fifty, "CLOSED", Optional.of(twenty)), Postings.CURRENT))
                .containsExactly(new Journal(
                        "PR-207",
                        Book.R,
                        List.of(debit(inRelease, fifty), credit(available, Money.fen(30)), credit(holdback, twenty))));
    }

    @Test
    void of_several_legs_promise_their_sum_from_the_hold_back() {
        var home = new EscrowAccountId("EA:acme:C-1");
        var sample = (HoldbackReleased) Samples.of(HoldbackReleased.class);
        var payee = sample.legs().getFirst().payee();
        var legs = List.of(
                new Leg("L-1", payee, Money.fen(47), Optional.empty()),
                new Leg("L-2", payee, Money.fen(3), Optional.of("K-1")));

        assertThat(Postings.of(
                        new HoldbackReleased(home, 1, legs, sample.custodyAccount(), Optional.empty()),
                        Postings.CURRENT))
                .containsExactly(new Journal(
                        "PR-212",
                        Book.R,
                        List.of(
                                debit(new LedgerAccount(AccountCode.R2001, home + ".HOLDBACK"), Money.fen(50)),
                                credit(new LedgerAccount(AccountCode.R2001, home + ".IN_RELEASE"), Money.fen(50)))));
    }

    @Test
    void of_a_divided_balance_empty_both_buckets() {
        var home = new EscrowAccountId("EA:acme:C-1");
        var sample = (HoldbackReleased) Samples.of(HoldbackReleased.class);
        var payee = sample.legs().getFirst().payee();
        var legs = List.of(
                new TerminationLeg("L-1", payee, Money.fen(47), Money.ZERO, Optional.empty()),
                new TerminationLeg("L-2", payee, Money.fen(5), Money.fen(3), Optional.empty()));

        assertThat(Postings.of(
                        new TerminationExecuted(home, 1, legs, sample.custodyAccount(), Optional.empty()),
                        Postings.CURRENT))
                .containsExactly(new Journal(
                        "PR-231",
                        Book.R,
                        List.of(
                                debit(new LedgerAccount(AccountCode.R2001, home + ".AVAILABLE"), Money.fen(49)),
                                debit(new LedgerAccount(AccountCode.R2001, home + ".HOLDBACK"), Money.fen(3)),
                                credit(new LedgerAccount(AccountCode.R2001, home + ".IN_RELEASE"), Money.fen(52)))));
    }

    @Test
    void take_back_what_a_receipt_brought_by_the_mirror_of_each_of_its_journals() {
        var account = new EscrowAccountId("EA:acme:C-1");
        var receipt = BankReceiptId.weak("102", "N-1");
        var funded = new EscrowFunded(account, receipt, Samples.AMOUNT, Samples.AMOUNT);
        var apart = new EscrowOverfunded(account, receipt, Samples.AMOUNT, Samples.AMOUNT);
        var heldBack = new HoldbackFunded(account, receipt, Samples.AMOUNT, Samples.AMOUNT);

        assertThat(lines(reversed(account, receipt, JournalReversed.Credited.EXPECTED)))
                .containsExactlyElementsOf(mirrored(funded));
        assertThat(lines(reversed(account, receipt, JournalReversed.Credited.EXCESS)))
                .containsExactlyElementsOf(mirrored(apart));
        assertThat(lines(reversed(account, receipt, JournalReversed.Credited.HOLDBACK)))
                .containsExactlyElementsOf(mirrored(heldBack));
    }

    @Test
    void take_back_what_settled_a_channel_by_the_mirror_of_its_journal() {
        var day = ChannelSettlementId.of("UMS", LocalDate.of(2026, 11, 23));
        var receipt = BankReceiptId.weak("102", "N-1");
        assertThat(lines(new SettlementReversed(day, receipt, 1, Samples.AMOUNT, Postings.CURRENT, Optional.empty())))
                .containsExactlyElementsOf(mirrored(new ChannelSettled(day, receipt, Samples.AMOUNT)));
    }

    @Test
    void of_a_hold_back_that_the_seller_pays_in_never_touch_what_may_be_released() {
        var account = new EscrowAccountId("EA:acme:C-1");
        var receipt = BankReceiptId.weak("102", "N-1");

        assertThat(Postings.of(new HoldbackFunded(account, receipt, Money.fen(40), Samples.AMOUNT), Postings.CURRENT))
                .containsExactly(new Journal(
                        "PR-213",
                        Book.R,
                        List.of(
                                debit(new LedgerAccount(AccountCode.R2101, receipt.value()), Money.fen(40)),
                                credit(new LedgerAccount(AccountCode.R2001, account + ".HOLDBACK"), Money.fen(40)))));
    }

    private static JournalReversed reversed(
            EscrowAccountId account, BankReceiptId receipt, JournalReversed.Credited credited) {
        return new JournalReversed(
                account, receipt, 1, credited, Samples.AMOUNT, Money.ZERO, Postings.CURRENT, Optional.empty());
    }

    private static List<Posting> lines(DomainEvent event) {
        return Postings.of(event, Postings.CURRENT).getFirst().postings();
    }

    private static List<Posting> mirrored(DomainEvent event) {
        return lines(event).reversed().stream()
                .map(line -> line.side() == Posting.Side.DEBIT
                        ? credit(line.account(), line.amount())
                        : debit(line.account(), line.amount()))
                .toList();
    }

    @Test
    void of_a_version_that_was_never_released_do_not_exist() {
        assertThatThrownBy(() -> Postings.version(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Postings.version(Postings.CURRENT + 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void are_found_out_when_they_do_not_balance() {
        assertThat(journal(debit(CASH, Money.fen(100)), credit(UNMATCHED, Money.fen(100)))
                        .isBalanced())
                .isTrue();
        assertThat(journal(debit(CASH, Money.fen(100)), credit(UNMATCHED, Money.fen(99)))
                        .isBalanced())
                .isFalse();
        assertThat(journal(debit(CASH, Money.fen(99)), credit(UNMATCHED, Money.fen(100)))
                        .isBalanced())
                .isFalse();
        assertThat(journal(debit(CASH, Money.fen(1))).isBalanced()).isFalse();
        assertThat(journal(debit(CASH, Money.fen(1)), debit(UNMATCHED, Money.fen(1)))
                        .isBalanced())
                .isFalse();
    }

    @Test
    void are_found_out_when_a_line_belongs_to_another_book() {
        var lines = List.of(debit(CASH, Money.fen(1)), credit(UNMATCHED, Money.fen(1)));

        assertThat(new Journal("PR-000", Book.O, lines).isBalanced()).isFalse();
        assertThat(new Journal("PR-000", Book.R, lines).isBalanced()).isTrue();
    }

    @Test
    void use_accounts_of_the_book_they_are_named_after_with_the_side_they_grow_on() {
        for (var code : AccountCode.values()) {
            assertThat(code.book()).isEqualTo(code.name().startsWith("O") ? Book.O : Book.R);
            assertThat(code.type())
                    .isEqualTo(
                            switch (code.name().substring(1, 3)) {
                                case "60" -> AccountCode.Type.INCOME;
                                case "64" -> AccountCode.Type.EXPENSE;
                                default ->
                                    code.name().charAt(1) == '1' ? AccountCode.Type.ASSET : AccountCode.Type.LIABILITY;
                            });
            assertThat(code.type().growsByDebit()).isEqualTo(code.name().matches("[RO](1|64).*"));
        }
    }

    @Test
    void of_an_advance_mirror_own_cash_in_the_reserve() {
        var merchant = new MerchantFeeAccountId("MB:acme:M-1");
        var custody = new CustodyAccount("102100000021", "6222000000000001");

        assertThat(Postings.of(new FeeAdvanced(merchant, "O-1", Samples.AMOUNT, custody), Postings.CURRENT))
                .containsExactly(
                        journal(
                                "PR-120",
                                Book.O,
                                debit(new LedgerAccount(AccountCode.O1201, merchant.value()), Samples.AMOUNT),
                                credit(new LedgerAccount(AccountCode.O1003, "102100000021"), Samples.AMOUNT)),
                        journal(
                                "PR-120",
                                Book.R,
                                debit(new LedgerAccount(AccountCode.R1002, custody.subLedger()), Samples.AMOUNT),
                                credit(new LedgerAccount(AccountCode.R2004, merchant + ".RESERVED"), Samples.AMOUNT)));
    }

    @Test
    void of_a_recovery_name_the_order_in_one_book_and_the_merchant_in_the_other() {
        var merchant = new MerchantFeeAccountId("MB:acme:M-1");
        var recovered =
                new AdvanceRecovered(merchant, "O-1", new FeeTaker.Recovery("O-1"), Samples.AMOUNT, Money.fen(1));

        assertThat(Postings.of(recovered, Postings.CURRENT))
                .containsExactly(
                        journal(
                                "PR-506",
                                Book.R,
                                debit(new LedgerAccount(AccountCode.R2004, merchant + ".RESERVED"), Samples.AMOUNT),
                                credit(new LedgerAccount(AccountCode.R2201, merchant + ".O-1"), Samples.AMOUNT)),
                        journal(
                                "PR-506",
                                Book.O,
                                debit(new LedgerAccount(AccountCode.O1203, "ALL"), Samples.AMOUNT),
                                credit(new LedgerAccount(AccountCode.O1201, merchant.value()), Samples.AMOUNT)));
    }

    @Test
    void of_a_reservation_that_went_into_advances_as_a_whole_are_none() {
        var merchant = new MerchantFeeAccountId("MB:acme:M-1");

        assertThat(Postings.of(new FeeReservationEnded(merchant, "O-1", Money.ZERO, "EXPIRED"), Postings.CURRENT))
                .isEmpty();
        assertThat(Postings.of(new FeeReservationEnded(merchant, "O-1", Money.fen(1), "EXPIRED"), Postings.CURRENT))
                .containsExactly(journal(
                        "PR-119",
                        Book.R,
                        debit(new LedgerAccount(AccountCode.R2004, merchant + ".RESERVED"), Money.fen(1)),
                        credit(new LedgerAccount(AccountCode.R2004, merchant + ".AVAILABLE"), Money.fen(1))));
    }

    @Test
    void of_a_top_up_and_a_reservation_stay_in_the_merchants_own_buckets() {
        var merchant = new MerchantFeeAccountId("MB:acme:M-1");
        var receipt = BankReceiptId.weak("102", "N-1");
        var available = new LedgerAccount(AccountCode.R2004, merchant + ".AVAILABLE");

        assertThat(Postings.of(new MerchantBFunded(merchant, receipt, Samples.AMOUNT), Postings.CURRENT))
                .containsExactly(journal(
                        "PR-115",
                        Book.R,
                        debit(new LedgerAccount(AccountCode.R2101, receipt.value()), Samples.AMOUNT),
                        credit(available, Samples.AMOUNT)));
        assertThat(Postings.of(new FeeReserved(merchant, new FeeTaker.Order("O-1"), Samples.AMOUNT), Postings.CURRENT))
                .containsExactly(journal(
                        "PR-118",
                        Book.R,
                        debit(available, Samples.AMOUNT),
                        credit(new LedgerAccount(AccountCode.R2004, merchant + ".RESERVED"), Samples.AMOUNT)));
    }

    private static Journal journal(String rule, Book book, Posting... lines) {
        return new Journal(rule, book, List.of(lines));
    }

    private static Journal journal(Posting... lines) {
        return new Journal("PR-000", Book.R, List.of(lines));
    }
}
