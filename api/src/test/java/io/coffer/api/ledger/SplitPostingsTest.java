package io.coffer.api.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantReservationEnded;
import io.coffer.api.merchants.FundsTaker;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitEvent.SplitExecuted;
import io.coffer.api.splits.SplitEvent.SplitReturned;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitTerms;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** T12 of {@code domain.md}, and what comes back of it. */
@DisplayName("The journals of a split")
class SplitPostingsTest {

    private static final SplitId SPLIT = new SplitId("SI:acme:SP-9");
    private static final RefundId REFUND = new RefundId("RF:acme:RF-1");
    private static final MerchantContractId CONTRACT = new MerchantContractId("MC:acme:M-1:C-1");
    private static final PaymentOrderId ORDER = new PaymentOrderId("PO:acme:O-1");
    private static final MerchantFeeAccountId ONE = new MerchantFeeAccountId("MB:acme:M-1");
    private static final MerchantFeeAccountId TWO = new MerchantFeeAccountId("MB:acme:M-2");
    private static final LedgerAccount AVAILABLE =
            new LedgerAccount(AccountCode.R2003, "MC:acme:M-1:C-1:O-1.AVAILABLE");
    private static final LedgerAccount RESERVED = new LedgerAccount(AccountCode.R2003, "MC:acme:M-1:C-1:O-1.RESERVED");

    @Test
    void give_every_payee_its_leg_and_the_institution_its_fee() {
        var journals = of(new SplitExecuted(SPLIT, terms(500)));

        assertThat(journals)
                .containsExactly(
                        new Journal(
                                "PR-602",
                                Book.R,
                                List.of(
                                        Posting.debit(RESERVED, Money.yuan(9_000)),
                                        Posting.credit(merchant("MB:acme:M-1.AVAILABLE"), Money.yuan(6_000)),
                                        Posting.credit(merchant("MB:acme:M-2.AVAILABLE"), Money.yuan(2_500)),
                                        Posting.credit(
                                                new LedgerAccount(AccountCode.R2201, "SI:acme:SP-9"),
                                                Money.yuan(500)))),
                        new Journal(
                                "PR-602",
                                Book.O,
                                List.of(
                                        Posting.debit(new LedgerAccount(AccountCode.O1203, "ALL"), Money.yuan(500)),
                                        Posting.credit(
                                                new LedgerAccount(AccountCode.O6001, "SPLIT"), Money.yuan(500)))))
                .allMatch(Journal::isBalanced);
    }

    @Test
    void touch_no_own_book_without_a_fee() {
        assertThat(of(new SplitExecuted(SPLIT, terms(0)))).hasSize(1).allMatch(Journal::isBalanced);
    }

    @Test
    void take_what_payees_have_set_aside_and_give_it_to_their_payment() {
        var legs = List.of(new SplitLeg(ONE, Money.yuan(1_500)), new SplitLeg(TWO, Money.yuan(500)));

        assertThat(of(new SplitReturned(SPLIT, REFUND, CONTRACT, ORDER, legs)))
                .containsExactly(new Journal(
                        "PR-603",
                        Book.R,
                        List.of(
                                Posting.debit(merchant("MB:acme:M-1.RESERVED"), Money.yuan(1_500)),
                                Posting.debit(merchant("MB:acme:M-2.RESERVED"), Money.yuan(500)),
                                Posting.credit(AVAILABLE, Money.yuan(2_000)))));
    }

    @Test
    void set_own_money_of_a_payee_aside_and_give_it_back() {
        var taker = new FundsTaker.SplitReturn(SPLIT, REFUND);

        assertThat(of(new MerchantFundsReserved(ONE, taker, Money.fen(1))))
                .containsExactly(new Journal(
                        "PR-604",
                        Book.R,
                        List.of(
                                Posting.debit(merchant("MB:acme:M-1.AVAILABLE"), Money.fen(1)),
                                Posting.credit(merchant("MB:acme:M-1.RESERVED"), Money.fen(1)))));
        assertThat(of(new MerchantReservationEnded(ONE, taker, Money.fen(1))))
                .containsExactly(new Journal(
                        "PR-605",
                        Book.R,
                        List.of(
                                Posting.debit(merchant("MB:acme:M-1.RESERVED"), Money.fen(1)),
                                Posting.credit(merchant("MB:acme:M-1.AVAILABLE"), Money.fen(1)))));
    }

    @Test
    void are_none_where_nothing_moves() {
        assertThat(of(new MerchantReservationEnded(ONE, new FundsTaker.SplitReturn(SPLIT, REFUND), Money.ZERO)))
                .isEmpty();
        assertThat(of(new ContractFundsReserved(CONTRACT, ORDER, REFUND, Money.ZERO)))
                .isEmpty();
        assertThat(of(new ContractReservationEnded(CONTRACT, ORDER, REFUND, Money.ZERO)))
                .isEmpty();
    }

    private static SplitTerms terms(long fee) {
        return new SplitTerms(
                CONTRACT,
                ORDER,
                Money.yuan(8_500 + fee),
                List.of(new SplitLeg(ONE, Money.yuan(6_000)), new SplitLeg(TWO, Money.yuan(2_500))),
                Money.yuan(fee));
    }

    private static LedgerAccount merchant(String subLedger) {
        return new LedgerAccount(AccountCode.R2004, subLedger);
    }

    private static List<Journal> of(DomainEvent event) {
        return Postings.of(event, Postings.CURRENT);
    }
}
