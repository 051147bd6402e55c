package io.coffer.command.accounts;

import static io.coffer.api.accounts.ReleaseCondition.BUYER_CONFIRMED;
import static io.coffer.api.accounts.ReleaseCondition.OLD_LOAN_SETTLED;
import static io.coffer.api.accounts.ReleaseCondition.SELLER_CONFIRMED;
import static io.coffer.api.accounts.ReleaseCondition.TRANSFER_REGISTERED;
import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.DEED;
import static io.coffer.command.accounts.Sale.ONE_FEN;
import static io.coffer.command.accounts.Sale.PRICE;
import static io.coffer.command.accounts.Sale.approved;
import static io.coffer.command.accounts.Sale.bound;
import static io.coffer.command.accounts.Sale.confirmed;
import static io.coffer.command.accounts.Sale.funded;
import static io.coffer.command.accounts.Sale.opened;
import static io.coffer.command.accounts.Sale.paid;
import static io.coffer.command.accounts.Sale.payee;
import static io.coffer.command.accounts.Sale.payout;
import static io.coffer.command.accounts.Sale.releasable;
import static io.coffer.command.accounts.Sale.requested;
import static io.coffer.command.accounts.Sale.scenario;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.POLICY;

import io.coffer.api.accounts.ConditionCommand.ConfirmReleaseCondition;
import io.coffer.api.accounts.EscrowRejection.ConditionNotAgreed;
import io.coffer.api.accounts.EscrowRejection.EvidenceMissing;
import io.coffer.api.accounts.EscrowRejection.ExceedsReleasable;
import io.coffer.api.accounts.EscrowRejection.NotTheBeneficiary;
import io.coffer.api.accounts.EscrowRejection.NotTheTaker;
import io.coffer.api.accounts.EscrowRejection.PayeeAlreadyBound;
import io.coffer.api.accounts.EscrowRejection.PayeeNotBound;
import io.coffer.api.accounts.EscrowRejection.ReleaseNotPending;
import io.coffer.api.accounts.EscrowRejection.ReleaseNumberTaken;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.PayeeCommand.BindPayee;
import io.coffer.api.accounts.PayeeEvent.PayeeBound;
import io.coffer.api.accounts.ReleaseCommand.ConfirmReleasePaid;
import io.coffer.api.accounts.ReleaseCommand.FailRelease;
import io.coffer.api.accounts.ReleaseCommand.RejectRelease;
import io.coffer.api.accounts.ReleaseCommand.RequestRelease;
import io.coffer.api.accounts.ReleaseCondition;
import io.coffer.api.accounts.ReleaseEvent.ReleaseFailed;
import io.coffer.api.accounts.ReleaseEvent.ReleaseRejected;
import io.coffer.api.accounts.ReleaseEvent.ReleaseRequested;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Money that goes out of an escrow account")
class ReleaseRulesTest {

    private static final Money HALF = Money.yuan(1_000_000);
    private static final NotInThisState NOT_FUNDED = new NotInThisState("OPENED", List.of("FUNDED", "RELEASABLE"));

    @Test
    void waits_for_facts_that_are_proven_by_documents() {
        scenario().given(funded()).when(confirm(TRANSFER_REGISTERED), BUSINESS).records(confirmed(TRANSFER_REGISTERED));
        scenario()
                .given(funded())
                .when(new ConfirmReleaseCondition(ACCOUNT, TRANSFER_REGISTERED, List.of()), BUSINESS)
                .isRefused(new EvidenceMissing("TRANSFER_REGISTERED"));
    }

    @Test
    void waits_for_nothing_that_was_not_agreed() {
        scenario()
                .given(funded())
                .when(confirm(OLD_LOAN_SETTLED), BUSINESS)
                .isRefused(new ConditionNotAgreed(
                        OLD_LOAN_SETTLED, Set.of(TRANSFER_REGISTERED, BUYER_CONFIRMED, SELLER_CONFIRMED)));
    }

    @Test
    void ignores_a_fact_that_is_proven_already() {
        scenario()
                .given(funded())
                .given(confirmed(TRANSFER_REGISTERED))
                .when(confirm(TRANSFER_REGISTERED), BUSINESS)
                .changesNothing();
    }

    @Test
    void takes_facts_only_while_all_of_it_is_there() {
        scenario().given(opened()).when(confirm(TRANSFER_REGISTERED), BUSINESS).isRefused(NOT_FUNDED);
        scenario().given(releasable()).when(confirm(BUYER_CONFIRMED), BUSINESS).records(confirmed(BUYER_CONFIRMED));
    }

    @Test
    void goes_to_a_verified_account_of_the_seller() {
        scenario().given(opened()).when(bind(Sale.SELLER), BUSINESS).records(bound());
        scenario()
                .given(opened())
                .when(new BindPayee(ACCOUNT, Sale.SELLER, List.of()), BUSINESS)
                .isRefused(new EvidenceMissing("the payee account of S-1"));
        scenario()
                .given(opened())
                .when(bind(new Payee("X-9", Sale.SELLER.account())), BUSINESS)
                .isRefused(new NotTheBeneficiary("X-9"));
        scenario()
                .given(releasable())
                .given(new PayeeBound(ACCOUNT, Sale.BUYER, List.of(DEED)))
                .when(new RequestRelease(ACCOUNT, "R-1", "B-1", ONE_FEN), BUSINESS)
                .isRefused(new NotTheBeneficiary("B-1"));
    }

    @Test
    void goes_to_the_account_that_was_bound_first() {
        scenario().given(opened(), bound()).when(bind(Sale.SELLER), BUSINESS).changesNothing();
        scenario().given(opened(), bound()).when(bind(payee("T-2")), BUSINESS).isRefused(new PayeeAlreadyBound("S-1"));
    }

    @Test
    void goes_to_nobody_new_after_the_end() {
        scenario()
                .given(funded())
                .given(requested("R-1", PRICE), approved("R-1", PRICE), paid("R-1", PRICE))
                .when(bind(Sale.SELLER), BUSINESS)
                .isRefused(new NotInThisState(
                        "COMPLETED",
                        List.of("OPENED", "FUNDING", "FUNDED", "RELEASABLE", "RELEASING", "HELD_BACK", "TERMINATING")));
    }

    @ParameterizedTest(name = "{0} fen need {1} checkers")
    @CsvSource({"4999999, 0", "5000000, 1", "100000000, 1", "100000001, 2"})
    void is_asked_for_with_as_many_checkers_as_its_tier_needs(long fen, int checkers) {
        scenario()
                .given(releasable())
                .when(request("R-1", Money.fen(fen)), BUSINESS)
                .records(new ReleaseRequested(ACCOUNT, "R-1", "S-1", Money.fen(fen), "acme-erp", checkers));
    }

    @Test
    void is_asked_for_up_to_the_last_fen_and_not_one_more() {
        scenario().given(releasable()).when(request("R-1", PRICE), BUSINESS).records(requested("R-1", PRICE));
        scenario()
                .given(releasable())
                .when(request("R-1", PRICE.plus(ONE_FEN)), BUSINESS)
                .isRefused(new ExceedsReleasable(PRICE.plus(ONE_FEN), PRICE, ONE_FEN));
    }

    @Test
    void is_not_promised_twice_while_requests_wait() {
        scenario()
                .given(releasable())
                .given(requested("R-1", HALF))
                .when(request("R-2", HALF.plus(ONE_FEN)), BUSINESS)
                .isRefused(new ExceedsReleasable(HALF.plus(ONE_FEN), HALF, ONE_FEN));
        scenario()
                .given(releasable())
                .given(requested("R-1", HALF))
                .when(request("R-2", HALF), BUSINESS)
                .records(requested("R-2", HALF));
        scenario()
                .given(releasable())
                .given(requested("R-1", HALF), new ReleaseRejected(ACCOUNT, "R-1", "MISTAKE"))
                .when(request("R-2", PRICE), BUSINESS)
                .records(requested("R-2", PRICE));
    }

    @Test
    void is_asked_for_once_under_one_number() {
        scenario()
                .given(releasable())
                .given(requested("R-1", HALF))
                .when(request("R-1", HALF), BUSINESS)
                .isRefused(new ReleaseNumberTaken("R-1"));
    }

    @Test
    void is_not_asked_for_before_the_tree_of_conditions_is_met() {
        var funded = new NotInThisState("FUNDED", List.of("RELEASABLE"));

        scenario()
                .given(funded())
                .given(bound())
                .when(request("R-1", HALF), BUSINESS)
                .isRefused(funded);
        scenario()
                .given(funded())
                .given(bound(), confirmed(TRANSFER_REGISTERED))
                .when(request("R-1", HALF), BUSINESS)
                .isRefused(funded);
        scenario()
                .given(funded())
                .given(bound(), confirmed(BUYER_CONFIRMED), confirmed(SELLER_CONFIRMED))
                .when(request("R-1", HALF), BUSINESS)
                .isRefused(funded);
    }

    @Test
    void is_asked_for_to_the_seller_with_a_bound_account_only() {
        scenario()
                .given(releasable())
                .when(new RequestRelease(ACCOUNT, "R-1", "B-1", HALF), BUSINESS)
                .isRefused(new NotTheBeneficiary("B-1"));
        scenario()
                .given(funded())
                .given(confirmed(TRANSFER_REGISTERED), confirmed(SELLER_CONFIRMED))
                .when(request("R-1", HALF), BUSINESS)
                .isRefused(new PayeeNotBound("S-1"));
    }

    @Test
    void is_taken_back_while_nobody_decided() {
        var withdraw = new RejectRelease(ACCOUNT, "R-1", "MISTAKE");
        var rejected = new ReleaseRejected(ACCOUNT, "R-1", "MISTAKE");

        scenario()
                .given(releasable())
                .given(requested("R-1", HALF))
                .when(withdraw, BUSINESS)
                .records(rejected);
        scenario()
                .given(releasable())
                .given(requested("R-1", HALF), rejected)
                .when(withdraw, BUSINESS)
                .changesNothing();
        scenario().given(releasable()).when(withdraw, BUSINESS).isRefused(new ReleaseNotPending("R-1"));
        scenario()
                .given(releasable())
                .given(requested("R-1", HALF), approved("R-1", HALF))
                .when(withdraw, BUSINESS)
                .isRefused(new ReleaseNotPending("R-1"));
    }

    @Test
    void is_gone_when_its_payout_was_paid_once() {
        var confirm = new ConfirmReleasePaid(ACCOUNT, "R-1", payout("R-1"));

        scenario()
                .given(releasable())
                .given(requested("R-1", HALF), approved("R-1", HALF))
                .when(confirm, POLICY)
                .records(paid("R-1", HALF));
        scenario()
                .given(releasable())
                .given(requested("R-1", HALF), approved("R-1", HALF), paid("R-1", HALF))
                .when(confirm, POLICY)
                .changesNothing();
    }

    @Test
    void is_back_when_its_payout_failed_once() {
        var fail = new FailRelease(ACCOUNT, "R-1", payout("R-1"), "CLOSED");
        var failed = new ReleaseFailed(ACCOUNT, "R-1", payout("R-1"), HALF, "CLOSED", Optional.empty());

        scenario()
                .given(releasable())
                .given(requested("R-1", HALF), approved("R-1", HALF))
                .when(fail, POLICY)
                .records(failed);
        scenario()
                .given(releasable())
                .given(requested("R-1", HALF), approved("R-1", HALF), failed)
                .when(fail, POLICY)
                .changesNothing();
        scenario()
                .given(releasable())
                .given(requested("R-1", HALF), approved("R-1", HALF), failed)
                .when(request("R-2", PRICE), BUSINESS)
                .records(requested("R-2", PRICE));
    }

    @Test
    void is_settled_by_nobody_but_the_payout_that_took_it() {
        var stranger = payout("R-9");
        var paid = new ConfirmReleasePaid(ACCOUNT, "R-1", stranger);
        var failed = new FailRelease(ACCOUNT, "R-1", stranger, "CLOSED");
        var notTheTaker = new NotTheTaker("R-1", stranger.value());
        var taken = List.of(requested("R-1", HALF), approved("R-1", HALF));

        scenario().given(releasable()).given(taken).when(paid, POLICY).isRefused(notTheTaker);
        scenario().given(releasable()).given(taken).when(failed, POLICY).isRefused(notTheTaker);
        scenario().given(releasable()).when(paid, POLICY).isRefused(notTheTaker);
        scenario().given(releasable()).when(failed, POLICY).isRefused(notTheTaker);
        scenario()
                .given(releasable())
                .given(taken)
                .given(paid("R-1", HALF))
                .when(paid, POLICY)
                .isRefused(notTheTaker);
        scenario()
                .given(releasable())
                .given(taken)
                .given(new ReleaseFailed(ACCOUNT, "R-1", payout("R-1"), HALF, "CLOSED", Optional.empty()))
                .when(failed, POLICY)
                .isRefused(notTheTaker);
    }

    @Test
    void does_not_fail_after_it_was_paid_nor_the_other_way_round() {
        var own = new NotTheTaker("R-1", payout("R-1").value());

        scenario()
                .given(releasable())
                .given(requested("R-1", HALF), approved("R-1", HALF), paid("R-1", HALF))
                .when(new FailRelease(ACCOUNT, "R-1", payout("R-1"), "CLOSED"), POLICY)
                .isRefused(own);
        scenario()
                .given(releasable())
                .given(requested("R-1", HALF), approved("R-1", HALF))
                .given(new ReleaseFailed(ACCOUNT, "R-1", payout("R-1"), HALF, "CLOSED", Optional.empty()))
                .when(new ConfirmReleasePaid(ACCOUNT, "R-1", payout("R-1")), POLICY)
                .isRefused(own);
    }

    private static ConfirmReleaseCondition confirm(ReleaseCondition condition) {
        return new ConfirmReleaseCondition(ACCOUNT, condition, List.of(DEED));
    }

    private static BindPayee bind(Payee payee) {
        return new BindPayee(ACCOUNT, payee, List.of(DEED));
    }

    private static RequestRelease request(String releaseNo, Money amount) {
        return new RequestRelease(ACCOUNT, releaseNo, "S-1", amount);
    }
}
