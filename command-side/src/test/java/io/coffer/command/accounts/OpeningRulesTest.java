package io.coffer.command.accounts;

import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.CUSTODY;
import static io.coffer.command.accounts.Sale.DOWN;
import static io.coffer.command.accounts.Sale.DOWN_PAYMENT;
import static io.coffer.command.accounts.Sale.NUMBER;
import static io.coffer.command.accounts.Sale.TERMS;
import static io.coffer.command.accounts.Sale.opened;
import static io.coffer.command.accounts.Sale.scenario;
import static io.coffer.command.accounts.Sale.terms;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.POLICY;

import io.coffer.api.accounts.AgreementCommand.AmendTerms;
import io.coffer.api.accounts.AgreementCommand.AttachVirtualAccount;
import io.coffer.api.accounts.AgreementCommand.OpenEscrowAccount;
import io.coffer.api.accounts.AgreementEvent.TermsAmended;
import io.coffer.api.accounts.AgreementEvent.VirtualAccountAttached;
import io.coffer.api.accounts.ClosureCommand.CancelBeforeFunding;
import io.coffer.api.accounts.ClosureEvent.AccountClosed;
import io.coffer.api.accounts.ClosureEvent.EscrowAccountCancelled;
import io.coffer.api.accounts.ContractRef;
import io.coffer.api.accounts.EscrowRejection.AlreadyFunded;
import io.coffer.api.accounts.EscrowRejection.TermsInvalid;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemPartiallyFunded;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.accounts.PlannedPayment;
import io.coffer.api.kernel.KernelRejection.AlreadyExists;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.receipts.VirtualAccountId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Opening an escrow account")
class OpeningRulesTest {

    private static final EscrowAccountCancelled CANCELLED =
            new EscrowAccountCancelled(ACCOUNT, "BUYER_WITHDREW", Optional.empty());
    private static final EscrowFunded FIRST_FEN =
            new EscrowFunded(ACCOUNT, Sale.receipt("X1"), Sale.ONE_FEN, Sale.ONE_FEN);
    private static final PaymentItemPartiallyFunded FIRST_FEN_COUNTED = new PaymentItemPartiallyFunded(
            ACCOUNT, PaymentItem.DOWN_PAYMENT, Sale.ONE_FEN, DOWN_PAYMENT.minus(Sale.ONE_FEN));

    @Test
    void pins_terms_parties_and_custody_account() {
        scenario().when(Sale.open(), BUSINESS).records(opened());
    }

    @Test
    void of_a_contract_that_has_an_account_is_refused() {
        scenario().given(opened()).when(Sale.open(), BUSINESS).isRefused(new AlreadyExists("EA:acme:C-1"));
    }

    @Test
    void with_the_name_of_another_contract_and_a_party_twice_lists_both() {
        var parties = List.of(
                new Party("P-1", PartyRole.BUYER),
                new Party("P-1", PartyRole.SELLER),
                new Party("P-2", PartyRole.AGENT));
        var other = new ContractRef("C-2", ContractRef.BusinessLine.SECOND_HAND, "110105");

        scenario()
                .when(new OpenEscrowAccount(ACCOUNT, other, parties, TERMS, CUSTODY), BUSINESS)
                .isRefused(new TermsInvalid(
                        List.of("the contract number is not the account's", "party P-1 is named twice")));
    }

    @Test
    void amends_the_terms_before_the_first_money() {
        scenario()
                .given(opened())
                .when(new AmendTerms(ACCOUNT, terms(DOWN)), BUSINESS)
                .records(new TermsAmended(ACCOUNT, terms(DOWN)));
    }

    @Test
    void ignores_an_amendment_that_changes_nothing() {
        scenario()
                .given(opened(), new TermsAmended(ACCOUNT, terms(DOWN)))
                .when(new AmendTerms(ACCOUNT, terms(DOWN)), BUSINESS)
                .changesNothing();
    }

    @Test
    void refuses_an_amendment_that_cannot_be_kept() {
        scenario()
                .given(opened())
                .when(new AmendTerms(ACCOUNT, terms()), BUSINESS)
                .isRefused(new TermsInvalid(List.of("no planned payment")));
    }

    @Test
    void refuses_an_amendment_after_the_first_fen() {
        scenario()
                .given(opened(), FIRST_FEN, FIRST_FEN_COUNTED)
                .when(new AmendTerms(ACCOUNT, terms(DOWN)), BUSINESS)
                .isRefused(new AlreadyFunded(Sale.ONE_FEN));
    }

    @Test
    void refuses_an_amendment_of_a_cancelled_account() {
        scenario()
                .given(opened(), CANCELLED)
                .when(new AmendTerms(ACCOUNT, terms(DOWN)), BUSINESS)
                .isRefused(new NotInThisState("CANCELLED", List.of("OPENED")));
    }

    @Test
    void is_taken_back_before_money_with_the_number_it_had() {
        var cancel = new CancelBeforeFunding(ACCOUNT, "BUYER_WITHDREW");

        scenario().given(opened()).when(cancel, BUSINESS).records(CANCELLED);
        scenario()
                .given(opened(), new VirtualAccountAttached(ACCOUNT, NUMBER))
                .when(cancel, BUSINESS)
                .records(new EscrowAccountCancelled(ACCOUNT, "BUYER_WITHDREW", Optional.of(NUMBER)));
    }

    @Test
    void is_taken_back_once() {
        scenario()
                .given(opened(), CANCELLED)
                .when(new CancelBeforeFunding(ACCOUNT, "BUYER_WITHDREW"), BUSINESS)
                .changesNothing();
    }

    @Test
    void is_not_taken_back_after_the_first_fen() {
        scenario()
                .given(opened(), FIRST_FEN, FIRST_FEN_COUNTED)
                .when(new CancelBeforeFunding(ACCOUNT, "BUYER_WITHDREW"), BUSINESS)
                .isRefused(new NotInThisState("FUNDING", List.of("OPENED")));
    }

    @Test
    void gets_one_number_and_keeps_it() {
        var another = VirtualAccountId.of("307584007998", "8000000000000002");

        scenario()
                .given(opened())
                .when(new AttachVirtualAccount(ACCOUNT, NUMBER), POLICY)
                .records(new VirtualAccountAttached(ACCOUNT, NUMBER));
        scenario()
                .given(opened(), new VirtualAccountAttached(ACCOUNT, NUMBER))
                .when(new AttachVirtualAccount(ACCOUNT, another), POLICY)
                .changesNothing();
    }

    @Test
    void gets_no_number_after_its_end() {
        scenario()
                .given(opened(), CANCELLED)
                .when(new AttachVirtualAccount(ACCOUNT, NUMBER), POLICY)
                .isRefused(new NotInThisState("CANCELLED", List.of("OPENED")));
        scenario()
                .given(opened(), new AccountClosed(ACCOUNT))
                .when(new AttachVirtualAccount(ACCOUNT, NUMBER), POLICY)
                .isRefused(new NotInThisState("CLOSED", List.of("OPENED")));
    }

    @Test
    void keeps_its_parties_through_an_amendment() {
        var nobodyPays = new PlannedPayment(PaymentItem.TAX, DOWN_PAYMENT, DOWN.dueDate(), PartyRole.LENDER);

        scenario()
                .given(opened())
                .when(new AmendTerms(ACCOUNT, terms(nobodyPays)), BUSINESS)
                .isRefused(new TermsInvalid(List.of("TAX has a payer role that no party has")));
    }
}
