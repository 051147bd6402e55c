package io.coffer.command.accounts;

import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.CONDITIONS;
import static io.coffer.command.accounts.Sale.DEED;
import static io.coffer.command.accounts.Sale.DOWN;
import static io.coffer.command.accounts.Sale.DOWN_PAYMENT;
import static io.coffer.command.accounts.Sale.LENT;
import static io.coffer.command.accounts.Sale.ONE_FEN;
import static io.coffer.command.accounts.Sale.PRICE;
import static io.coffer.command.accounts.Sale.TERMS;
import static io.coffer.command.accounts.Sale.approved;
import static io.coffer.command.accounts.Sale.funded;
import static io.coffer.command.accounts.Sale.opened;
import static io.coffer.command.accounts.Sale.paid;
import static io.coffer.command.accounts.Sale.planned;
import static io.coffer.command.accounts.Sale.receipt;
import static io.coffer.command.accounts.Sale.releasable;
import static io.coffer.command.accounts.Sale.requested;
import static io.coffer.command.accounts.Sale.scenario;
import static io.coffer.command.accounts.Sale.terms;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;

import io.coffer.api.accounts.AgreementCommand.AmendTerms;
import io.coffer.api.accounts.AgreementCommand.SignEscrowAgreement;
import io.coffer.api.accounts.AgreementCommand.SignSupplement;
import io.coffer.api.accounts.AgreementEvent.EscrowAgreementSigned;
import io.coffer.api.accounts.AgreementEvent.SupplementSigned;
import io.coffer.api.accounts.ApprovalTiers;
import io.coffer.api.accounts.EscrowRejection.AlreadyFunded;
import io.coffer.api.accounts.EscrowRejection.SignaturesInvalid;
import io.coffer.api.accounts.EscrowRejection.SupplementOutOfOrder;
import io.coffer.api.accounts.EscrowRejection.TermsInvalid;
import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.accounts.FundingCommand.CreditReceipt;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemPartiallyFunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemSettled;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.accounts.ReleaseCommand.ApproveRelease;
import io.coffer.api.accounts.ReleaseCommand.RequestRelease;
import io.coffer.api.accounts.Signature;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What all parties sign")
class SigningRulesTest {

    private static final Evidence POWER = new Evidence("D-7", Signature.POWER_OF_ATTORNEY, "7".repeat(64));
    private static final List<Signature> BOTH = List.of(signed("B-1"), signed("S-1"));
    private static final Money MORE = Money.yuan(10_000);
    private static final EscrowTerms RAISED = terms(DOWN, LENT, planned(PaymentItem.TAIL_PAYMENT, MORE));
    private static final SignSupplement SUPPLEMENT = new SignSupplement(ACCOUNT, 1, RAISED, BOTH);
    private static final SupplementSigned SIGNED = new SupplementSigned(ACCOUNT, 1, RAISED, BOTH);

    /** T55 of {@code domain.md}. */
    @Test
    void is_the_only_way_to_other_terms_once_money_came_in() {
        scenario()
                .given(funded())
                .when(new AmendTerms(ACCOUNT, RAISED), BUSINESS)
                .isRefused(new AlreadyFunded(PRICE));
        scenario().given(funded()).when(SUPPLEMENT, BUSINESS).records(SIGNED);
        scenario()
                .given(opened())
                .when(SUPPLEMENT, BUSINESS)
                .isRefused(new NotInThisState(
                        "OPENED", List.of("FUNDING", "FUNDED", "RELEASABLE", "RELEASING", "HELD_BACK")));
        scenario().given(funded()).when(SUPPLEMENT, OPERATOR).isRefused(new NotPermitted(Set.of(Role.BUSINESS)));
    }

    @Test
    void has_a_signature_of_every_party_and_its_proof() {
        assertUnsigned("S-1 has not signed", signed("B-1"));
        assertUnsigned("S-1 signs twice", signed("B-1"), signed("S-1"), signed("S-1"));
        assertUnsigned("X-1 is no party", signed("B-1"), signed("S-1"), signed("X-1"));
        assertUnsigned(
                "no document proves the signature of B-1",
                new Signature("B-1", List.of(), Optional.empty()),
                signed("S-1"));
    }

    @Test
    void may_be_signed_by_a_proxy_of_the_seller_with_a_power_of_attorney() {
        var proxy = new Signature("S-1", List.of(DEED, POWER), Optional.of("P-1"));
        var both = List.of(signed("B-1"), proxy);

        scenario()
                .given(funded())
                .when(new SignSupplement(ACCOUNT, 1, RAISED, both), BUSINESS)
                .records(new SupplementSigned(ACCOUNT, 1, RAISED, both));
        assertUnsigned(
                "the proxy of S-1 shows no power of attorney",
                signed("B-1"),
                new Signature("S-1", List.of(DEED), Optional.of("P-1")));
        assertUnsigned(
                "only a seller signs by a proxy, and B-1 is none",
                new Signature("B-1", List.of(DEED, POWER), Optional.of("P-1")),
                signed("S-1"));
    }

    @Test
    void never_plans_less_than_what_came_in() {
        var partly = scenario()
                .given(
                        opened(),
                        new EscrowFunded(ACCOUNT, receipt("X1"), MORE, MORE),
                        new PaymentItemPartiallyFunded(
                                ACCOUNT, PaymentItem.DOWN_PAYMENT, MORE, DOWN_PAYMENT.minus(MORE)));
        var exactly = terms(planned(PaymentItem.DOWN_PAYMENT, MORE), LENT);

        partly.when(new SignSupplement(ACCOUNT, 1, exactly, BOTH), BUSINESS)
                .records(new SupplementSigned(ACCOUNT, 1, exactly, BOTH));
        partly.when(
                        new SignSupplement(
                                ACCOUNT, 1, terms(planned(PaymentItem.DOWN_PAYMENT, MORE.minus(ONE_FEN)), LENT), BOTH),
                        BUSINESS)
                .isRefused(new TermsInvalid(List.of("DOWN_PAYMENT expects less than the 10000.00 CNY that came in")));
        partly.when(new SignSupplement(ACCOUNT, 1, terms(LENT), BOTH), BUSINESS)
                .isRefused(new TermsInvalid(List.of("DOWN_PAYMENT expects less than the 10000.00 CNY that came in")));
        // Nothing came in for the loan, so it may go.
        partly.when(new SignSupplement(ACCOUNT, 1, terms(DOWN), BOTH), BUSINESS)
                .records(new SupplementSigned(ACCOUNT, 1, terms(DOWN), BOTH));
    }

    @Test
    void never_asks_fewer_people_than_the_standard() {
        var loose = EscrowTerms.plain(
                "BJ-2026-2",
                List.of(DOWN, LENT),
                CONDITIONS,
                new ApprovalTiers(Money.yuan(50_000).plus(ONE_FEN), Money.yuan(1_000_000)));

        scenario()
                .given(funded())
                .when(new SignSupplement(ACCOUNT, 1, loose, BOTH), BUSINESS)
                .isRefused(new TermsInvalid(
                        List.of("the tiers ask for fewer people than the standard 50000.00 CNY and 1000000.00 CNY")));
    }

    @Test
    void is_counted_so_that_two_agreements_cannot_overtake_each_other() {
        scenario().given(funded()).given(SIGNED).when(SUPPLEMENT, BUSINESS).changesNothing();
        scenario()
                .given(funded())
                .given(SIGNED)
                .when(new SignSupplement(ACCOUNT, 1, TERMS, BOTH), BUSINESS)
                .isRefused(new SupplementOutOfOrder(2));
        scenario()
                .given(funded())
                .when(new SignSupplement(ACCOUNT, 2, RAISED, BOTH), BUSINESS)
                .isRefused(new SupplementOutOfOrder(1));
        scenario()
                .given(funded())
                .given(SIGNED)
                .when(new SignSupplement(ACCOUNT, 2, TERMS, BOTH), BUSINESS)
                .records(new SupplementSigned(ACCOUNT, 2, TERMS, BOTH));
    }

    @Test
    void that_expects_more_waits_for_it_again() {
        var waiting = scenario().given(releasable()).given(SIGNED);

        waiting.when(new RequestRelease(ACCOUNT, "R-1", "S-1", PRICE), BUSINESS)
                .isRefused(new NotInThisState("FUNDING", List.of("RELEASABLE")));
        waiting.when(CreditReceipt.unseen(ACCOUNT, receipt("X9"), MORE, Sale.CUSTODY, Optional.empty()), POLICY)
                .records(
                        new EscrowFunded(ACCOUNT, receipt("X9"), MORE, MORE),
                        new PaymentItemSettled(ACCOUNT, PaymentItem.TAIL_PAYMENT, MORE));
    }

    @Test
    void stops_a_release_that_was_requested_under_the_old_terms() {
        var small = Money.yuan(100);
        var release = new ApproveRelease(ACCOUNT, "R-1", "S-1", small, Optional.empty());

        scenario()
                .given(releasable())
                .given(requested("R-1", small), SIGNED)
                .when(release, POLICY)
                .isRefused(new NotInThisState("FUNDING", List.of("RELEASABLE", "RELEASING")));
    }

    @Test
    void is_over_when_everything_was_paid_out() {
        scenario()
                .given(releasable())
                .given(requested("R-1", PRICE), approved("R-1", PRICE), paid("R-1", PRICE))
                .when(SUPPLEMENT, BUSINESS)
                .isRefused(new NotInThisState(
                        "COMPLETED", List.of("FUNDING", "FUNDED", "RELEASABLE", "RELEASING", "HELD_BACK")));
    }

    @Test
    void includes_the_agreement_itself_once_and_before_money() {
        var sign = new SignEscrowAgreement(ACCOUNT, BOTH);
        var done = new EscrowAgreementSigned(ACCOUNT, "BJ-2026-1", BOTH);

        scenario().given(opened()).when(sign, BUSINESS).records(done);
        scenario().given(opened(), done).when(sign, BUSINESS).changesNothing();
        scenario()
                .given(opened())
                .when(new SignEscrowAgreement(ACCOUNT, List.of(signed("B-1"))), BUSINESS)
                .isRefused(new SignaturesInvalid(List.of("S-1 has not signed")));
        scenario().given(funded()).when(sign, BUSINESS).isRefused(new NotInThisState("FUNDED", List.of("OPENED")));
    }

    private static void assertUnsigned(String reason, Signature... signatures) {
        scenario()
                .given(funded())
                .when(new SignSupplement(ACCOUNT, 1, RAISED, List.of(signatures)), BUSINESS)
                .isRefused(new SignaturesInvalid(List.of(reason)));
    }

    private static Signature signed(String partyId) {
        return new Signature(partyId, List.of(DEED), Optional.empty());
    }
}
