package io.coffer.command.settlements;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.MalformedKey;
import io.coffer.api.kernel.Role;
import io.coffer.api.ledger.Postings;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.settlements.Clearing;
import io.coffer.api.settlements.SettlementCommand.RecordClearing;
import io.coffer.api.settlements.SettlementCommand.ReverseSettlement;
import io.coffer.api.settlements.SettlementCommand.SettleChannel;
import io.coffer.api.settlements.SettlementCommand.TakeSettlementFile;
import io.coffer.api.settlements.SettlementEvent;
import io.coffer.api.settlements.SettlementEvent.ChannelSettled;
import io.coffer.api.settlements.SettlementEvent.ClearingRecorded;
import io.coffer.api.settlements.SettlementEvent.Differing;
import io.coffer.api.settlements.SettlementEvent.SettlementFileTaken;
import io.coffer.api.settlements.SettlementEvent.SettlementLinesListed;
import io.coffer.api.settlements.SettlementEvent.SettlementReceiptDeclined;
import io.coffer.api.settlements.SettlementEvent.SettlementReversed;
import io.coffer.api.settlements.SettlementLine;
import io.coffer.api.settlements.SettlementLine.Kind;
import io.coffer.api.settlements.SettlementPlace;
import io.coffer.api.settlements.SettlementRejection.NotTheSettlementsReceipt;
import io.coffer.api.settlements.SettlementRejection.SettlementFileDiffers;
import io.coffer.api.settlements.SettlementRejection.SettlementFileIncomplete;
import io.coffer.api.settlements.SettlementRejection.SettlementFileTooLong;
import io.coffer.api.settlements.SettlementRejection.SettlementLineRepeated;
import io.coffer.api.settlements.SettlementRejection.SettlementNetNegative;
import io.coffer.api.settlements.SettlementRejection.SettlementVersionNotNext;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A channel's settlement")
class SettlementRulesTest {

    private static final ChannelSettlementId DAY = ChannelSettlementId.of("WECHAT", LocalDate.of(2026, 11, 23));
    private static final BankReceiptId RECEIPT = Sale.receipt("S-1");
    private static final BankReceiptId OTHER = Sale.receipt("S-2");
    private static final Money NET = Money.fen(129_160);
    private static final Money FEN = Money.fen(1);
    private static final SettlementLine PAYMENT =
            new SettlementLine(Kind.PAYMENT, "T-1", Money.yuan(1_400), Money.fen(840));
    private static final SettlementLine REFUND = SettlementLine.of(Kind.REFUND, "RF:acme:R-1", Money.yuan(100));
    private static final List<SettlementLine> LINES = List.of(PAYMENT, REFUND);
    private static final SettlementFileTaken TAKEN =
            new SettlementFileTaken(DAY, 1, 2, NET, Optional.of(RECEIPT), Optional.empty());
    private static final BankAccountRef ITS_ACCOUNT =
            new BankAccountRef("T-CHANNEL", "102", BankAccountRef.UNNAMED, BankAccountRef.AccountClass.CORPORATE);
    private static final CustodyAccount ELSEWHERE = new CustodyAccount(Sale.CUSTODY.bankCode(), "1");
    private static final SettlementLinesListed LISTED = new SettlementLinesListed(DAY, 1, LINES);
    private static final ChannelSettled SETTLED = new ChannelSettled(DAY, RECEIPT, NET);

    @Test
    void mirrors_what_was_booked() {
        settlement().when(new RecordClearing(DAY, PAYMENT), POLICY).records(new ClearingRecorded(DAY, PAYMENT));
        settlement().when(new RecordClearing(DAY, PAYMENT), BANK).isRefused(new NotPermitted(Set.of(Role.POLICY)));
    }

    @Test
    void takes_the_file_that_its_channel_announced() {
        settlement().when(file(1, LINES), BANK).records(TAKEN, LISTED);
        settlement().when(file(1, LINES), OPERATOR).isRefused(new NotPermitted(Set.of(Role.BANK_ADAPTER)));
        settlement().when(file(1, LINES), BUSINESS).isRefused(new NotFound(DAY.value()));
        settlement()
                .when(
                        new TakeSettlementFile(DAY, 1, 0, Money.ZERO, Optional.empty(), Optional.empty(), List.of()),
                        BANK)
                .records(new SettlementFileTaken(DAY, 1, 0, Money.ZERO, Optional.empty(), Optional.empty()));
    }

    @Test
    void takes_nothing_of_a_file_with_a_line_or_a_fen_more_or_less() {
        incomplete(1, NET);
        incomplete(3, NET);
        incomplete(-2, NET);
        incomplete(2, NET.minus(FEN));
        incomplete(2, NET.plus(FEN));
    }

    @Test
    void takes_no_line_twice_though_one_number_may_have_several_kinds() {
        settlement()
                .when(file(1, List.of(PAYMENT, PAYMENT)), BANK)
                .isRefused(new SettlementLineRepeated("PAYMENT T-1"));
        var back = SettlementLine.of(Kind.FEE_RETURNED, "RF:acme:R-1", FEN);
        var lines = List.of(PAYMENT, REFUND, back);
        settlement()
                .when(new TakeSettlementFile(DAY, 1, 3, NET.plus(FEN), Optional.empty(), Optional.empty(), lines), BANK)
                .records(
                        new SettlementFileTaken(DAY, 1, 3, NET.plus(FEN), Optional.empty(), Optional.empty()),
                        new SettlementLinesListed(DAY, 1, lines));
    }

    @Test
    void may_keep_all_that_it_owes_and_not_a_fen_more() {
        var kept = SettlementLine.of(Kind.REFUND, "RF:acme:R-1", Money.fen(139_160));
        var more = SettlementLine.of(Kind.REFUND, "RF:acme:R-1", Money.fen(139_161));
        settlement()
                .when(
                        new TakeSettlementFile(
                                DAY, 1, 2, Money.ZERO, Optional.empty(), Optional.empty(), List.of(PAYMENT, kept)),
                        BANK)
                .records(
                        new SettlementFileTaken(DAY, 1, 2, Money.ZERO, Optional.empty(), Optional.empty()),
                        new SettlementLinesListed(DAY, 1, List.of(PAYMENT, kept)));
        settlement()
                .when(
                        new TakeSettlementFile(
                                DAY, 1, 2, Money.ZERO, Optional.empty(), Optional.empty(), List.of(PAYMENT, more)),
                        BANK)
                .isRefused(new SettlementNetNegative(FEN));
    }

    @Test
    void changes_nothing_for_the_same_file_and_refuses_other_content_with_what_differs() {
        var taken = settlement().given(TAKEN, LISTED);

        taken.when(file(1, LINES), BANK).changesNothing();
        taken.when(file(1, List.of(REFUND, PAYMENT)), BANK).changesNothing();
        var dearer = new SettlementLine(Kind.PAYMENT, "T-1", Money.yuan(1_400), Money.fen(841));
        taken.when(file(1, List.of(dearer, REFUND)), BANK)
                .isRefused(new SettlementFileDiffers(1, NET, NET.minus(FEN), 1, List.of("PAYMENT T-1")));
        taken.when(new TakeSettlementFile(DAY, 1, 2, NET, Optional.of(OTHER), Optional.empty(), LINES), BANK)
                .isRefused(new SettlementFileDiffers(1, NET, NET, 0, List.of()));
        taken.when(file(1, payments(12)), BANK)
                .isRefused(new SettlementFileDiffers(
                        1,
                        NET,
                        Money.fen(12),
                        14,
                        List.of(
                                "PAYMENT T-1",
                                "PAYMENT T1",
                                "PAYMENT T10",
                                "PAYMENT T11",
                                "PAYMENT T12",
                                "PAYMENT T2",
                                "PAYMENT T3",
                                "PAYMENT T4",
                                "PAYMENT T5",
                                "PAYMENT T6")));
    }

    @Test
    void takes_a_corrected_file_under_the_next_version_only() {
        settlement().when(file(2, LINES), BANK).isRefused(new SettlementVersionNotNext(1, 2));
        settlement().when(file(0, LINES), BANK).isRefused(new SettlementVersionNotNext(1, 0));
        var taken = settlement().given(TAKEN, LISTED);
        taken.when(file(3, LINES), BANK).isRefused(new SettlementVersionNotNext(2, 3));
        var corrected = taken.when(file(2, List.of(PAYMENT)), BANK).then();
        corrected.when(file(2, List.of(PAYMENT)), BANK).changesNothing();
        corrected.when(file(1, LINES), BANK).isRefused(new SettlementVersionNotNext(3, 1));
    }

    @Test
    void has_so_many_lines_and_no_more_in_events_of_a_bounded_size() {
        var most = payments(SettlementRules.LINES_MAX);
        var decision = settlement().when(file(1, most), BANK).decision();
        assertThat(decision instanceof Decision.Accepted<?>(var events) ? events : List.of())
                .hasSize(1 + SettlementRules.LINES_MAX / SettlementRules.LINES_PER_EVENT);
        settlement()
                .when(file(1, payments(SettlementRules.LINES_MAX + 1)), BANK)
                .isRefused(new SettlementFileTooLong(SettlementRules.LINES_MAX));
        settlement()
                .when(file(1, payments(SettlementRules.LINES_PER_EVENT + 1)), BANK)
                .then()
                .when(file(1, payments(SettlementRules.LINES_PER_EVENT + 1)), BANK)
                .changesNothing();
    }

    @Test
    void takes_the_banks_money_before_and_after_the_file_and_in_parts() {
        var part = Money.yuan(1_000);
        booked().when(settle(RECEIPT, NET), POLICY).records(SETTLED);
        booked().given(TAKEN, LISTED).when(settle(RECEIPT, NET), POLICY).records(SETTLED);
        booked().given(new ChannelSettled(DAY, RECEIPT, part))
                .when(settle(OTHER, NET.minus(part)), POLICY)
                .records(new ChannelSettled(DAY, OTHER, NET.minus(part)));
        booked().given(SETTLED).when(settle(RECEIPT, NET), POLICY).changesNothing();
    }

    @Test
    void declines_what_is_more_than_was_booked_or_than_the_channel_lists() {
        var more = NET.plus(FEN);
        booked().when(settle(RECEIPT, more), POLICY).records(declined(RECEIPT, more, NET));
        booked().given(SETTLED).when(settle(OTHER, FEN), POLICY).records(declined(OTHER, FEN, Money.ZERO));
        settlement()
                .given(TAKEN, LISTED)
                .when(settle(RECEIPT, NET), POLICY)
                .records(declined(RECEIPT, NET, Money.ZERO));

        var less = new SettlementFileTaken(DAY, 1, 2, NET.minus(FEN), Optional.empty(), Optional.empty());
        booked().given(less).when(settle(RECEIPT, NET), POLICY).records(declined(RECEIPT, NET, NET.minus(FEN)));
        booked().given(less)
                .when(settle(RECEIPT, NET.minus(FEN)), POLICY)
                .records(new ChannelSettled(DAY, RECEIPT, NET.minus(FEN)));
    }

    @Test
    void takes_what_only_the_channel_names_from_the_channel_alone() {
        var listed = booked().given(agreed(), LISTED);
        listed.when(named(ITS_ACCOUNT, Sale.CUSTODY), POLICY).records(SETTLED);
        listed.when(named(at(BankAccountRef.UNKNOWN_BANK, "T-CHANNEL"), Sale.CUSTODY), POLICY)
                .records(SETTLED);
        for (var other : List.of(at("103", "T-CHANNEL"), at("102", "T-BUYER"), at(BankAccountRef.UNKNOWN_BANK, "X"))) {
            listed.when(named(other, Sale.CUSTODY), POLICY).records(differing(NET, Differing.PAYER));
        }
        listed.when(settle(RECEIPT, NET, Optional.empty(), Sale.CUSTODY, true), POLICY)
                .records(differing(NET, Differing.PAYER));
        listed.when(settle(RECEIPT, NET, Optional.empty(), Sale.CUSTODY, false), POLICY)
                .records(SETTLED);
        booked().given(TAKEN, LISTED)
                .when(named(ITS_ACCOUNT, Sale.CUSTODY), POLICY)
                .records(differing(NET, Differing.PAYER));
    }

    @Test
    void takes_nothing_that_came_into_another_account_of_ours_and_says_all_that_differs() {
        var listed = booked().given(agreed(), LISTED);
        listed.when(settle(RECEIPT, NET, Optional.empty(), ELSEWHERE, false), POLICY)
                .records(differing(NET, Differing.CUSTODY_ACCOUNT));
        listed.when(settle(RECEIPT, NET.plus(FEN), Optional.empty(), ELSEWHERE, true), POLICY)
                .records(differing(NET.plus(FEN), Differing.AMOUNT, Differing.PAYER, Differing.CUSTODY_ACCOUNT));
        assertThat(new NotTheSettlementsReceipt(List.of(Differing.PAYER, Differing.AMOUNT)).sentence())
                .isEqualTo("The receipt is not what the channel pays: PAYER, AMOUNT.");
    }

    @Test
    void gives_a_receipt_of_another_date_back_once_for_each_verdict_and_is_open_again() {
        var back = new ReverseSettlement(DAY, RECEIPT, 1, Optional.of("AR:_:x:1"));
        var reversed = new SettlementReversed(DAY, RECEIPT, 1, NET, Postings.CURRENT, Optional.of("AR:_:x:1"));
        booked().given(SETTLED).when(back, POLICY).records(reversed);
        booked().given(SETTLED).when(back, OPERATOR).isRefused(new NotPermitted(Set.of(Role.POLICY)));
        booked().when(back, POLICY).changesNothing();
        booked().given(SETTLED, reversed).when(back, POLICY).changesNothing();
        booked().given(SETTLED, reversed).when(settle(OTHER, NET), POLICY).records(new ChannelSettled(DAY, OTHER, NET));
        booked().given(SETTLED, reversed, SETTLED).when(back, POLICY).changesNothing();
        booked().given(SETTLED, reversed, SETTLED)
                .when(new ReverseSettlement(DAY, RECEIPT, 2, Optional.empty()), POLICY)
                .records(new SettlementReversed(DAY, RECEIPT, 2, NET, Postings.CURRENT, Optional.empty()));
    }

    @Test
    void does_not_take_from_a_file_what_two_people_took_out() {
        var reversed = new SettlementReversed(DAY, RECEIPT, 1, NET, Postings.CURRENT, Optional.empty());
        var other = new SettlementReversed(DAY, OTHER, 1, NET, Postings.CURRENT, Optional.empty());
        var listed = booked().given(agreed(), LISTED, SETTLED, reversed);
        listed.when(named(ITS_ACCOUNT, Sale.CUSTODY), POLICY).records(differing(NET, Differing.TAKEN_OUT));
        listed.when(settle(RECEIPT, NET, Optional.of(ITS_ACCOUNT), Sale.CUSTODY, false), POLICY)
                .records(SETTLED);
        booked().given(agreed(), LISTED, new ChannelSettled(DAY, OTHER, NET), other)
                .when(named(ITS_ACCOUNT, Sale.CUSTODY), POLICY)
                .records(SETTLED);
    }

    private static SettleChannel named(BankAccountRef payer, CustodyAccount into) {
        return settle(RECEIPT, NET, Optional.of(payer), into, true);
    }

    private static BankAccountRef at(String bank, String token) {
        return new BankAccountRef(token, bank, "name_x", BankAccountRef.AccountClass.PERSONAL);
    }

    private static SettlementFileTaken agreed() {
        return new SettlementFileTaken(
                DAY, 1, 2, NET, Optional.of(RECEIPT), Optional.of(new SettlementPlace(ITS_ACCOUNT, Sale.CUSTODY)));
    }

    private static SettlementReceiptDeclined differing(Money amount, Differing... differs) {
        return new SettlementReceiptDeclined(
                DAY, RECEIPT, amount, NET, "NOT_THE_SETTLEMENTS_RECEIPT", Optional.of(List.of(differs)));
    }

    @Test
    void takes_what_it_declined_once_it_is_open_for_it() {
        settlement()
                .given(declined(RECEIPT, NET, Money.ZERO))
                .given(recorded())
                .when(settle(RECEIPT, NET), POLICY)
                .records(SETTLED);
    }

    @Test
    void is_open_for_nothing_while_more_was_kept_than_owed() {
        settlement()
                .given(new ClearingRecorded(DAY, REFUND))
                .when(settle(RECEIPT, FEN), POLICY)
                .records(declined(RECEIPT, FEN, Money.ZERO));
    }

    @Test
    void takes_money_for_policies_only_and_where_there_is_one() {
        booked().when(settle(RECEIPT, NET), OPERATOR).isRefused(new NotPermitted(Set.of(Role.POLICY)));
        settlement().when(settle(RECEIPT, NET), POLICY).isRefused(new NotFound(DAY.value()));
    }

    @Test
    void has_lines_that_can_be() {
        assertThatExceptionOfType(MalformedKey.class)
                .isThrownBy(() -> new SettlementLine(Kind.REFUND, "R-1", Money.yuan(1), FEN));
        assertThatExceptionOfType(MalformedKey.class)
                .isThrownBy(() -> new SettlementLine(Kind.PAYMENT, "T-1", FEN, FEN.plus(FEN)));
        assertThat(new SettlementLine(Kind.PAYMENT, "T-1", FEN, FEN).key()).isEqualTo("PAYMENT T-1");
        for (var no : List.of("", "a b", "a:b:c:d", "a::b", "王")) {
            assertThatExceptionOfType(MalformedKey.class).isThrownBy(() -> SettlementLine.of(Kind.REFUND, no, FEN));
        }
    }

    private static void incomplete(int count, Money net) {
        settlement()
                .when(new TakeSettlementFile(DAY, 1, count, net, Optional.of(RECEIPT), Optional.empty(), LINES), BANK)
                .isRefused(new SettlementFileIncomplete(count, 2, net, NET));
    }

    private static TakeSettlementFile file(int version, List<SettlementLine> lines) {
        var net = Clearing.of(lines).net();
        return new TakeSettlementFile(DAY, version, lines.size(), net, Optional.of(RECEIPT), Optional.empty(), lines);
    }

    private static List<SettlementLine> payments(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> SettlementLine.of(Kind.PAYMENT, "T" + number, FEN))
                .toList();
    }

    private static SettleChannel settle(BankReceiptId receipt, Money amount) {
        return settle(receipt, amount, Optional.empty(), Sale.CUSTODY, false);
    }

    private static SettleChannel settle(
            BankReceiptId receipt,
            Money amount,
            Optional<BankAccountRef> payer,
            CustodyAccount into,
            boolean byChannel) {
        return new SettleChannel(DAY, receipt, amount, payer, into, byChannel);
    }

    private static SettlementReceiptDeclined declined(BankReceiptId receipt, Money amount, Money open) {
        return new SettlementReceiptDeclined(
                DAY, receipt, amount, open, "EXCEEDS_CLEARING", Optional.of(List.of(Differing.AMOUNT)));
    }

    private static List<SettlementEvent> recorded() {
        return List.of(new ClearingRecorded(DAY, PAYMENT), new ClearingRecorded(DAY, REFUND));
    }

    private static Scenario booked() {
        return settlement().given(recorded());
    }

    private static Scenario settlement() {
        return Scenario.of(new PureSettlement());
    }
}
