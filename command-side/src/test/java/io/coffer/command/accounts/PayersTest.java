package io.coffer.command.accounts;

import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.CONTRACT;
import static io.coffer.command.accounts.Sale.CUSTODY;
import static io.coffer.command.accounts.Sale.DOWN_PAYMENT;
import static io.coffer.command.accounts.Sale.LOAN;
import static io.coffer.command.accounts.Sale.PRICE;
import static io.coffer.command.accounts.Sale.receipt;
import static io.coffer.command.accounts.Sale.scenario;
import static io.coffer.command.kernel.People.POLICY;

import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.FundingCommand.CreditReceipt;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemSettled;
import io.coffer.api.accounts.FundingEvent.ReceiptDeclined;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.command.kernel.Scenario;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The payer of a receipt on ordinary terms")
class PayersTest {

    private static final Party BUYER = named("B-1", PartyRole.BUYER, "N-B");
    private static final Party SELLER = named("S-1", PartyRole.SELLER, "N-S");
    private static final Party LENDER = named("L-1", PartyRole.LENDER, "N-L");
    private static final BankAccountRef STRANGER = payer("T-9", "N-9");
    private static final PaymentItemSettled SETTLED =
            new PaymentItemSettled(ACCOUNT, PaymentItem.DOWN_PAYMENT, DOWN_PAYMENT);
    private static final ReceiptDeclined DECLINED =
            new ReceiptDeclined(ACCOUNT, receipt("X1"), SuspenseReason.WRONG_PAYER, "WRONG_PAYER");

    @Test
    void is_any_party_by_name_or_by_the_account_that_is_bound_for_it() {
        opened(BUYER, SELLER, LENDER)
                .when(credit(payer("T-9", "N-B")), POLICY)
                .records(funded(payer("T-9", "N-B")), SETTLED);
        opened(BUYER, SELLER, LENDER)
                .when(credit(payer("T-9", "N-L")), POLICY)
                .records(funded(payer("T-9", "N-L")), SETTLED);
        var sellersAccount = payer(Sale.SELLER.account().token(), "N-9");
        opened(BUYER, SELLER, LENDER).when(credit(sellersAccount), POLICY).records(DECLINED);
        opened(BUYER, SELLER, LENDER)
                .given(Sale.bound())
                .when(credit(sellersAccount), POLICY)
                .records(funded(sellersAccount), SETTLED);
    }

    @Test
    void who_is_nobody_of_the_contract_is_credited_by_the_word_of_people_only() {
        opened(BUYER, SELLER, LENDER).when(credit(STRANGER), POLICY).records(DECLINED);
        opened(BUYER, SELLER, LENDER).when(asPeopleSay(false, true), POLICY).records(funded(STRANGER), SETTLED);
        opened(BUYER, SELLER, LENDER).when(asPeopleSay(true, false), POLICY).records(funded(STRANGER), SETTLED);
    }

    @Test
    void who_is_nobody_of_the_contract_leaves_no_excess_here_either() {
        paidUp().when(credit(STRANGER), POLICY).records(DECLINED);
        paidUp().when(credit(payer("T-9", "N-B")), POLICY)
                .records(new EscrowOverfunded(ACCOUNT, receipt("X1"), DOWN_PAYMENT, DOWN_PAYMENT));
    }

    @Test
    void whose_name_the_bank_does_not_tell_is_credited() {
        opened(BUYER, SELLER, LENDER)
                .when(CreditReceipt.unseen(ACCOUNT, receipt("X1"), DOWN_PAYMENT, CUSTODY, Optional.empty()), POLICY)
                .records(new EscrowFunded(ACCOUNT, receipt("X1"), DOWN_PAYMENT, DOWN_PAYMENT), SETTLED);
        var unnamed = payer("T-9", BankAccountRef.UNNAMED);
        opened(BUYER, SELLER, LENDER).when(credit(unnamed), POLICY).records(funded(unnamed), SETTLED);
    }

    @Test
    void may_be_a_party_whose_name_nobody_wrote_down() {
        opened(BUYER, SELLER, new Party("L-1", PartyRole.LENDER))
                .when(credit(STRANGER), POLICY)
                .records(funded(STRANGER), SETTLED);
    }

    @Test
    void may_be_a_lender_that_the_contract_does_not_name_until_the_loan_is_here() {
        opened(BUYER, SELLER).when(credit(STRANGER), POLICY).records(funded(STRANGER), SETTLED);
        opened(BUYER, SELLER)
                .given(
                        new EscrowFunded(ACCOUNT, receipt("X0"), LOAN, LOAN),
                        new PaymentItemSettled(ACCOUNT, PaymentItem.LOAN_PROCEEDS, LOAN))
                .when(credit(STRANGER), POLICY)
                .records(DECLINED);
    }

    private static Scenario opened(Party... parties) {
        return scenario().given(new EscrowAccountOpened(ACCOUNT, CONTRACT, List.of(parties), Sale.TERMS, CUSTODY));
    }

    private static Scenario paidUp() {
        return opened(BUYER, SELLER, LENDER)
                .given(
                        new EscrowFunded(ACCOUNT, receipt("X0"), PRICE, PRICE),
                        new PaymentItemSettled(ACCOUNT, PaymentItem.DOWN_PAYMENT, DOWN_PAYMENT),
                        new PaymentItemSettled(ACCOUNT, PaymentItem.LOAN_PROCEEDS, LOAN));
    }

    private static EscrowFunded funded(BankAccountRef payer) {
        return new EscrowFunded(ACCOUNT, receipt("X1"), DOWN_PAYMENT, DOWN_PAYMENT, Optional.of(payer));
    }

    private static CreditReceipt credit(BankAccountRef payer) {
        return CreditReceipt.unseen(ACCOUNT, receipt("X1"), DOWN_PAYMENT, CUSTODY, Optional.of(payer));
    }

    private static CreditReceipt asPeopleSay(boolean isForPrice, boolean isKnown) {
        return new CreditReceipt(
                ACCOUNT, receipt("X1"), DOWN_PAYMENT, CUSTODY, Optional.of(STRANGER), isForPrice, isKnown);
    }

    private static Party named(String partyId, PartyRole role, String digest) {
        return new Party(partyId, role, Optional.of(digest));
    }

    private static BankAccountRef payer(String token, String name) {
        return new BankAccountRef(token, "307584007998", name, BankAccountRef.AccountClass.PERSONAL);
    }
}
