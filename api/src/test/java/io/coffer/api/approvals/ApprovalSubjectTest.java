package io.coffer.api.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.Leg;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutOutcome;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptPart;
import io.coffer.api.receipts.ReceiptVerdict;
import io.coffer.api.receipts.ReceiptVerdict.ReturnToPayer;
import io.coffer.api.receipts.ReceiptVerdict.TakeBack;
import io.coffer.api.refunds.ClaimVerdict;
import io.coffer.api.refunds.RefundFinding;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitSwitchId;
import io.coffer.api.splits.SplitTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is put before checkers")
class ApprovalSubjectTest {

    private static final BankReceiptId RECEIPT = BankReceiptId.weak("102", "N-1");
    private static final EscrowAccountId ACCOUNT = new EscrowAccountId("EA:acme:C-1");
    private static final EscrowAccountId ANOTHER = new EscrowAccountId("EA:acme:C-2");
    private static final PayoutId PAYOUT = new PayoutId("PY:acme:C-1:R-1");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final PayoutOutcome PAID = new PayoutOutcome.Paid("CORE-1", DAY);
    private static final PayoutOutcome REFUSED = new PayoutOutcome.Refused("CORE-1");
    private static final Evidence PAPER = new Evidence("D-1", "BANK_LETTER", "0".repeat(64));
    private static final Payee CARD = payee("S-1", "acct_1");
    private static final Payee OTHER_CARD = payee("S-1", "acct_2");
    private static final Payee OTHER_PARTY = payee("S-2", "acct_1");
    private static final RefundId REFUND = new RefundId("RF:acme:R-1");
    private static final RefundId OTHER_REFUND = new RefundId("RF:acme:R-2");
    private static final Money MILLION = Money.yuan(1_000_000);

    @Test
    void of_a_release_is_bound_to_every_field() {
        assertAllDiffer(
                new ApprovalSubject.Release(ACCOUNT, "R-1", "S-1", MILLION),
                new ApprovalSubject.Release(ANOTHER, "R-1", "S-1", MILLION),
                new ApprovalSubject.Release(ACCOUNT, "R-2", "S-1", MILLION),
                new ApprovalSubject.Release(ACCOUNT, "R-1", "S-2", MILLION),
                new ApprovalSubject.Release(ACCOUNT, "R-1", "S-1", Money.yuan(1_000_001)));
    }

    @Test
    void of_an_advance_limit_is_bound_to_every_field() {
        var merchant = new MerchantFeeAccountId("MB:acme:M-1");
        assertAllDiffer(
                new ApprovalSubject.AdvanceLimit(merchant, 1, MILLION),
                new ApprovalSubject.AdvanceLimit(new MerchantFeeAccountId("MB:acme:M-2"), 1, MILLION),
                new ApprovalSubject.AdvanceLimit(merchant, 2, MILLION),
                new ApprovalSubject.AdvanceLimit(merchant, 1, Money.yuan(1)));
    }

    @Test
    void of_a_refund_is_bound_to_every_field() {
        assertAllDiffer(
                new ApprovalSubject.Refund(REFUND, MILLION),
                new ApprovalSubject.Refund(OTHER_REFUND, MILLION),
                new ApprovalSubject.Refund(REFUND, Money.yuan(1)));
    }

    @Test
    void of_a_reroute_is_bound_to_every_field() {
        var papers = List.of(PAPER);
        assertAllDiffer(
                new ApprovalSubject.Reroute(REFUND, 1, CARD.account(), MILLION, papers),
                new ApprovalSubject.Reroute(OTHER_REFUND, 1, CARD.account(), MILLION, papers),
                new ApprovalSubject.Reroute(REFUND, 2, CARD.account(), MILLION, papers),
                new ApprovalSubject.Reroute(REFUND, 1, OTHER_CARD.account(), MILLION, papers),
                new ApprovalSubject.Reroute(REFUND, 1, CARD.account(), Money.yuan(1), papers),
                new ApprovalSubject.Reroute(REFUND, 1, CARD.account(), MILLION, List.of(PAPER, PAPER)));
    }

    @Test
    void of_papers_of_a_refund_is_bound_to_every_field() {
        var netted = new RefundFunds.Netted("WECHAT", DAY);
        var custody = new CustodyAccount("102100000021", "6222");
        var papers = List.of(PAPER);
        assertAllDiffer(Stream.of(
                        new RefundFinding.WasPaid("WR-1", netted),
                        new RefundFinding.WasPaid("WR-2", netted),
                        new RefundFinding.WasPaid("WR-1", new RefundFunds.Netted("ALIPAY", DAY)),
                        new RefundFinding.WasPaid("WR-1", new RefundFunds.Netted("WECHAT", DAY.plusDays(1))),
                        new RefundFinding.WasPaid("WR-1", new RefundFunds.Debited(custody, DAY, "CORE-1")),
                        new RefundFinding.WasPaid("WR-1", new RefundFunds.Debited(custody, DAY.plusDays(1), "CORE-1")),
                        new RefundFinding.WasPaid("WR-1", new RefundFunds.Debited(custody, DAY, "CORE-2")),
                        new RefundFinding.WasPaid(
                                "WR-1",
                                new RefundFunds.Debited(new CustodyAccount("102100000021", "6223"), DAY, "CORE-1")),
                        new RefundFinding.WasNotPaid("CLOSED"),
                        new RefundFinding.WasNotPaid("NEVER"),
                        new RefundFinding.OnContradiction(1, ClaimVerdict.TRUE),
                        new RefundFinding.OnContradiction(2, ClaimVerdict.TRUE),
                        new RefundFinding.OnContradiction(1, ClaimVerdict.NOT_TRUE))
                .map(finding -> new ApprovalSubject.RefundResolution(REFUND, 1, finding, papers))
                .toArray(ApprovalSubject[]::new));
        var finding = new RefundFinding.WasNotPaid("CLOSED");
        assertAllDiffer(
                new ApprovalSubject.RefundResolution(REFUND, 1, finding, papers),
                new ApprovalSubject.RefundResolution(OTHER_REFUND, 1, finding, papers),
                new ApprovalSubject.RefundResolution(REFUND, 2, finding, papers),
                new ApprovalSubject.RefundResolution(REFUND, 1, finding, List.of()),
                new ApprovalSubject.RefundResolution(REFUND, 1, finding, List.of(PAPER, PAPER)),
                new ApprovalSubject.RefundResolution(
                        REFUND, 1, finding, List.of(new Evidence("D-2", "BANK_LETTER", "0".repeat(64)))),
                new ApprovalSubject.RefundResolution(
                        REFUND, 1, finding, List.of(new Evidence("D-1", "STATEMENT", "0".repeat(64)))),
                new ApprovalSubject.RefundResolution(
                        REFUND, 1, finding, List.of(new Evidence("D-1", "BANK_LETTER", "1".repeat(64)))));
    }

    @Test
    void of_a_reissue_is_bound_to_every_field() {
        var again = PayoutId.ofReissue(ACCOUNT, "R-1", 1);
        assertAllDiffer(
                new ApprovalSubject.Reissue(ACCOUNT, "R-1", PAYOUT, again, CARD, MILLION),
                new ApprovalSubject.Reissue(ANOTHER, "R-1", PAYOUT, again, CARD, MILLION),
                new ApprovalSubject.Reissue(ACCOUNT, "R-2", PAYOUT, again, CARD, MILLION),
                new ApprovalSubject.Reissue(ACCOUNT, "R-1", again, again, CARD, MILLION),
                new ApprovalSubject.Reissue(
                        ACCOUNT, "R-1", PAYOUT, PayoutId.ofReissue(ACCOUNT, "R-1", 2), CARD, MILLION),
                new ApprovalSubject.Reissue(ACCOUNT, "R-1", PAYOUT, again, OTHER_CARD, MILLION),
                new ApprovalSubject.Reissue(ACCOUNT, "R-1", PAYOUT, again, OTHER_PARTY, MILLION),
                new ApprovalSubject.Reissue(ACCOUNT, "R-1", PAYOUT, again, CARD, Money.yuan(1_000_001)));
    }

    @Test
    void of_a_payee_change_is_bound_to_every_field() {
        assertAllDiffer(
                new ApprovalSubject.PayeeChange(ACCOUNT, 1, CARD, List.of(PAPER)),
                new ApprovalSubject.PayeeChange(ANOTHER, 1, CARD, List.of(PAPER)),
                new ApprovalSubject.PayeeChange(ACCOUNT, 2, CARD, List.of(PAPER)),
                new ApprovalSubject.PayeeChange(ACCOUNT, 1, OTHER_CARD, List.of(PAPER)),
                new ApprovalSubject.PayeeChange(ACCOUNT, 1, OTHER_PARTY, List.of(PAPER)),
                new ApprovalSubject.PayeeChange(ACCOUNT, 1, CARD, List.of(PAPER, PAPER)));
    }

    @Test
    void of_an_unfreeze_is_bound_to_every_field() {
        assertAllDiffer(
                new ApprovalSubject.Unfreeze(ACCOUNT, "F-1", 1, "COURT", List.of(PAPER)),
                new ApprovalSubject.Unfreeze(ANOTHER, "F-1", 1, "COURT", List.of(PAPER)),
                new ApprovalSubject.Unfreeze(ACCOUNT, "F-2", 1, "COURT", List.of(PAPER)),
                new ApprovalSubject.Unfreeze(ACCOUNT, "F-1", 2, "COURT", List.of(PAPER)),
                new ApprovalSubject.Unfreeze(ACCOUNT, "F-1", 1, "POLICE", List.of(PAPER)),
                new ApprovalSubject.Unfreeze(ACCOUNT, "F-1", 1, "COURT", List.of()));
    }

    @Test
    void of_a_deduction_is_bound_to_every_field() {
        assertAllDiffer(
                new ApprovalSubject.Deduction(ACCOUNT, "D-1", "F-1", MILLION, court("T-1"), List.of(PAPER)),
                new ApprovalSubject.Deduction(ANOTHER, "D-1", "F-1", MILLION, court("T-1"), List.of(PAPER)),
                new ApprovalSubject.Deduction(ACCOUNT, "D-2", "F-1", MILLION, court("T-1"), List.of(PAPER)),
                new ApprovalSubject.Deduction(ACCOUNT, "D-1", "F-2", MILLION, court("T-1"), List.of(PAPER)),
                new ApprovalSubject.Deduction(ACCOUNT, "D-1", "F-1", Money.yuan(1), court("T-1"), List.of(PAPER)),
                new ApprovalSubject.Deduction(ACCOUNT, "D-1", "F-1", MILLION, court("T-2"), List.of(PAPER)),
                new ApprovalSubject.Deduction(ACCOUNT, "D-1", "F-1", MILLION, court("T-1"), List.of()));
    }

    @Test
    void of_a_settlement_is_bound_to_every_field() {
        assertAllDiffer(
                settlement(ACCOUNT, 1, new Leg("L-1", CARD, MILLION, Optional.of("K-1"))),
                settlement(ANOTHER, 1, new Leg("L-1", CARD, MILLION, Optional.of("K-1"))),
                settlement(ACCOUNT, 2, new Leg("L-1", CARD, MILLION, Optional.of("K-1"))),
                settlement(ACCOUNT, 1, new Leg("L-2", CARD, MILLION, Optional.of("K-1"))),
                settlement(ACCOUNT, 1, new Leg("L-1", OTHER_CARD, MILLION, Optional.of("K-1"))),
                settlement(ACCOUNT, 1, new Leg("L-1", OTHER_PARTY, MILLION, Optional.of("K-1"))),
                settlement(ACCOUNT, 1, new Leg("L-1", CARD, Money.yuan(1), Optional.of("K-1"))),
                settlement(ACCOUNT, 1, new Leg("L-1", CARD, MILLION, Optional.empty())),
                settlement(ACCOUNT, 1));
    }

    @Test
    void of_a_termination_is_bound_to_every_field() {
        assertAllDiffer(
                termination(ACCOUNT, 1, part("L-1", CARD, MILLION, Money.ZERO, Optional.of(RECEIPT))),
                termination(ANOTHER, 1, part("L-1", CARD, MILLION, Money.ZERO, Optional.of(RECEIPT))),
                termination(ACCOUNT, 2, part("L-1", CARD, MILLION, Money.ZERO, Optional.of(RECEIPT))),
                termination(ACCOUNT, 1, part("L-2", CARD, MILLION, Money.ZERO, Optional.of(RECEIPT))),
                termination(ACCOUNT, 1, part("L-1", OTHER_CARD, MILLION, Money.ZERO, Optional.of(RECEIPT))),
                termination(ACCOUNT, 1, part("L-1", OTHER_PARTY, MILLION, Money.ZERO, Optional.of(RECEIPT))),
                termination(ACCOUNT, 1, part("L-1", CARD, Money.yuan(1), Money.ZERO, Optional.of(RECEIPT))),
                termination(ACCOUNT, 1, part("L-1", CARD, MILLION, MILLION, Optional.of(RECEIPT))),
                termination(ACCOUNT, 1, part("L-1", CARD, MILLION, Money.ZERO, Optional.empty())),
                termination(ACCOUNT, 1));
    }

    private static ApprovalSubject termination(EscrowAccountId account, int planNo, TerminationLeg... legs) {
        return new ApprovalSubject.Termination(account, planNo, List.of(legs));
    }

    private static TerminationLeg part(
            String legNo, Payee payee, Money amount, Money fromHoldback, Optional<BankReceiptId> receipt) {
        return new TerminationLeg(legNo, payee, amount, fromHoldback, receipt);
    }

    private static ApprovalSubject settlement(EscrowAccountId account, int settlementNo, Leg... legs) {
        return new ApprovalSubject.HoldbackSettlement(account, settlementNo, List.of(legs));
    }

    private static BankAccountRef court(String token) {
        return new BankAccountRef(token, "307584007998", "H", BankAccountRef.AccountClass.CORPORATE);
    }

    @Test
    void of_a_resumption_is_bound_to_the_switch_and_the_stop() {
        assertAllDiffer(
                new ApprovalSubject.Resumption(PayoutSwitchId.all(), 1),
                new ApprovalSubject.Resumption(PayoutSwitchId.all(), 2),
                new ApprovalSubject.Resumption(new PayoutSwitchId("PS:102.6"), 1));
    }

    @Test
    void of_a_resumption_of_splits_is_bound_to_the_merchant_and_the_stop() {
        assertAllDiffer(
                new ApprovalSubject.SplitsResumption(new SplitSwitchId("SS:acme:M-1"), 1),
                new ApprovalSubject.SplitsResumption(new SplitSwitchId("SS:acme:M-1"), 2),
                new ApprovalSubject.SplitsResumption(new SplitSwitchId("SS:acme:M-2"), 1));
    }

    @Test
    void of_a_resolution_is_bound_to_payout_number_outcome_and_papers() {
        assertAllDiffer(
                new ApprovalSubject.Resolution(PAYOUT, 1, PAID, List.of(PAPER)),
                new ApprovalSubject.Resolution(new PayoutId("PY:acme:C-1:R-2"), 1, PAID, List.of(PAPER)),
                new ApprovalSubject.Resolution(PAYOUT, 2, PAID, List.of(PAPER)),
                new ApprovalSubject.Resolution(PAYOUT, 1, REFUSED, List.of(PAPER)),
                new ApprovalSubject.Resolution(PAYOUT, 1, new PayoutOutcome.Paid("CORE-2", DAY), List.of(PAPER)),
                new ApprovalSubject.Resolution(
                        PAYOUT, 1, new PayoutOutcome.Paid("CORE-1", DAY.plusDays(1)), List.of(PAPER)),
                new ApprovalSubject.Resolution(PAYOUT, 1, PAID, List.of()),
                new ApprovalSubject.Resolution(PAYOUT, 1, PAID, List.of(PAPER, PAPER)),
                new ApprovalSubject.Resolution(
                        PAYOUT, 1, PAID, List.of(new Evidence("D-2", "BANK_LETTER", "0".repeat(64)))),
                new ApprovalSubject.Resolution(
                        PAYOUT, 1, PAID, List.of(new Evidence("D-1", "STATEMENT", "0".repeat(64)))),
                new ApprovalSubject.Resolution(
                        PAYOUT, 1, PAID, List.of(new Evidence("D-1", "BANK_LETTER", "1".repeat(64)))));
    }

    @Test
    void of_different_kinds_never_share_a_digest() {
        assertAllDiffer(
                new ApprovalSubject.Release(ACCOUNT, "R-1", "S-1", MILLION),
                new ApprovalSubject.Reissue(
                        ACCOUNT, "R-1", PAYOUT, PayoutId.ofReissue(ACCOUNT, "R-1", 1), CARD, MILLION),
                new ApprovalSubject.PayeeChange(ACCOUNT, 1, CARD, List.of(PAPER)),
                new ApprovalSubject.Resumption(PayoutSwitchId.all(), 1),
                new ApprovalSubject.SplitsResumption(new SplitSwitchId("SS:acme:M-1"), 1),
                new ApprovalSubject.Resolution(PAYOUT, 1, PAID, List.of(PAPER)),
                new ApprovalSubject.OnReceipt(RECEIPT, 1, new ReceiptVerdict.NeverBooked(List.of(PAPER))));
    }

    @Test
    void about_a_receipt_covers_the_verdict_word_for_word() {
        var ref = CARD.account();
        var other = new BankAccountRef("x", ref.bankCode(), ref.holderDigest(), ref.accountClass());
        assertAllDiffer(Stream.of(
                        new ReturnToPayer(ReceiptPart.WHOLE, MILLION, ref),
                        new ReturnToPayer(ReceiptPart.EXCESS, MILLION, ref),
                        new ReturnToPayer(ReceiptPart.WHOLE, Money.fen(1), ref),
                        new ReturnToPayer(ReceiptPart.WHOLE, MILLION, other),
                        new TakeBack(ACCOUNT, Optional.empty()),
                        new TakeBack(ACCOUNT, Optional.of(ACCOUNT)),
                        new TakeBack(new EscrowAccountId("EA:acme:C-9"), Optional.empty()),
                        new ReceiptVerdict.AsRecorded(List.of(PAPER)),
                        new ReceiptVerdict.AsRecorded(List.of()),
                        new ReceiptVerdict.NeverBooked(List.of(PAPER)),
                        new ReceiptVerdict.IsReceipt(MILLION, List.of(PAPER)),
                        new ReceiptVerdict.IsReceipt(MILLION, List.of()),
                        new ReceiptVerdict.IsReceipt(Money.fen(1), List.of(PAPER)),
                        new ReceiptVerdict.OtherAmount(MILLION, List.of(PAPER)),
                        new ReceiptVerdict.OtherAmount(Money.fen(1), List.of(PAPER)))
                .map(verdict -> new ApprovalSubject.OnReceipt(RECEIPT, 1, verdict))
                .toArray(ApprovalSubject[]::new));
        assertAllDiffer(
                new ApprovalSubject.OnReceipt(RECEIPT, 1, new TakeBack(ACCOUNT, Optional.empty())),
                new ApprovalSubject.OnReceipt(RECEIPT, 2, new TakeBack(ACCOUNT, Optional.empty())),
                new ApprovalSubject.OnReceipt(
                        BankReceiptId.weak("102", "N-2"), 1, new TakeBack(ACCOUNT, Optional.empty())));
    }

    @Test
    void of_a_split_differs_in_everything_that_it_says() {
        var split = new SplitId("SI:acme:SP-1");
        var contract = new MerchantContractId("MC:acme:M-1:C-1");
        var order = new PaymentOrderId("PO:acme:O-1");
        var one = new SplitLeg(new MerchantFeeAccountId("MB:acme:M-1"), MILLION);
        var two = new SplitLeg(new MerchantFeeAccountId("MB:acme:M-2"), MILLION);
        var less = new SplitLeg(one.payee(), Money.fen(1));

        assertAllDiffer(
                new ApprovalSubject.Split(split, new SplitTerms(contract, order, MILLION, List.of(one), Money.ZERO)),
                new ApprovalSubject.Split(
                        new SplitId("SI:acme:SP-2"),
                        new SplitTerms(contract, order, MILLION, List.of(one), Money.ZERO)),
                new ApprovalSubject.Split(
                        split,
                        new SplitTerms(
                                new MerchantContractId("MC:acme:M-1:C-2"), order, MILLION, List.of(one), Money.ZERO)),
                new ApprovalSubject.Split(
                        split,
                        new SplitTerms(contract, new PaymentOrderId("PO:acme:O-2"), MILLION, List.of(one), Money.ZERO)),
                new ApprovalSubject.Split(split, new SplitTerms(contract, order, Money.ZERO, List.of(one), Money.ZERO)),
                new ApprovalSubject.Split(split, new SplitTerms(contract, order, MILLION, List.of(two), Money.ZERO)),
                new ApprovalSubject.Split(split, new SplitTerms(contract, order, MILLION, List.of(less), Money.ZERO)),
                new ApprovalSubject.Split(split, new SplitTerms(contract, order, MILLION, List.of(one), Money.fen(1))));
    }

    @Test
    void has_the_digest_of_the_command_with_and_without_its_approval() {
        for (var subject : List.of(
                new ApprovalSubject.Release(ACCOUNT, "R-1", "S-1", MILLION),
                new ApprovalSubject.Reissue(
                        ACCOUNT, "R-1", PAYOUT, PayoutId.ofReissue(ACCOUNT, "R-1", 1), CARD, MILLION),
                new ApprovalSubject.PayeeChange(ACCOUNT, 1, CARD, List.of(PAPER)),
                new ApprovalSubject.Resumption(PayoutSwitchId.all(), 1),
                new ApprovalSubject.SplitsResumption(new SplitSwitchId("SS:acme:M-1"), 1),
                new ApprovalSubject.Resolution(PAYOUT, 1, PAID, List.of(PAPER)),
                new ApprovalSubject.OnReceipt(RECEIPT, 1, new ReceiptVerdict.NeverBooked(List.of(PAPER))))) {
            var approval = new Approval(
                    ApprovalRequestId.ofResumption(PayoutSwitchId.all(), 1, 1),
                    subject.digest(),
                    "maker",
                    List.of("checker"),
                    Instant.EPOCH);

            assertThat(subject.command(Optional.of(approval)))
                    .isInstanceOfSatisfying(
                            Approvable.class,
                            command -> assertThat(command.digest()).isEqualTo(subject.digest()));
        }
    }

    private static Payee payee(String partyId, String token) {
        return new Payee(
                partyId, new BankAccountRef(token, "102100000021", "digest", BankAccountRef.AccountClass.PERSONAL));
    }

    private static void assertAllDiffer(ApprovalSubject... subjects) {
        var digests = new HashSet<CommandDigest>();
        Stream.of(subjects)
                .forEach(subject -> assertThat(digests.add(subject.digest()))
                        .as("the digest of %s is its own", subject)
                        .isTrue());
    }
}
