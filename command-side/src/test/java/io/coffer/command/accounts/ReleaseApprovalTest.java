package io.coffer.command.accounts;

import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.ONE_FEN;
import static io.coffer.command.accounts.Sale.PRICE;
import static io.coffer.command.accounts.Sale.approved;
import static io.coffer.command.accounts.Sale.funded;
import static io.coffer.command.accounts.Sale.releasable;
import static io.coffer.command.accounts.Sale.requested;
import static io.coffer.command.accounts.Sale.scenario;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;

import io.coffer.api.accounts.EscrowRejection.DiffersFromRequest;
import io.coffer.api.accounts.EscrowRejection.ExceedsReleasable;
import io.coffer.api.accounts.EscrowRejection.PayeeNotBound;
import io.coffer.api.accounts.EscrowRejection.ReleaseNotPending;
import io.coffer.api.accounts.ReleaseCommand.ApproveRelease;
import io.coffer.api.accounts.ReleaseEvent.ReleaseApproved;
import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRejection.ApprovalExpired;
import io.coffer.api.approvals.ApprovalRejection.ApprovalMissing;
import io.coffer.api.approvals.ApprovalRejection.ApproversInsufficient;
import io.coffer.api.approvals.ApprovalRejection.DigestDiffers;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A release")
class ReleaseApprovalTest {

    private static final ApprovalRequestId REQUEST = ApprovalRequestId.ofRelease(ACCOUNT, "R-1");
    private static final Instant TOMORROW = NOON.plus(Duration.ofHours(24));
    private static final Money SMALL = Money.fen(4_999_999);
    private static final Money MILLION = Money.yuan(1_000_000);

    @Test
    void below_the_first_tier_goes_by_its_conditions() {
        pending(SMALL).when(approve(SMALL), POLICY).records(approved("R-1", SMALL));
    }

    @Test
    void from_the_first_tier_on_needs_one_other_person() {
        var first = Money.yuan(50_000);

        pending(first).when(approve(first), POLICY).isRefused(new ApprovalMissing(1));
        pending(first).when(approve(first, "carol"), POLICY).records(approvedBy(first));
        pending(MILLION).when(approve(MILLION, "carol"), POLICY).records(approvedBy(MILLION));
    }

    @Test
    void above_the_second_tier_needs_two_different_people() {
        var above = MILLION.plus(ONE_FEN);

        pending(above).when(approve(above), POLICY).isRefused(new ApprovalMissing(2));
        pending(above).when(approve(above, "carol"), POLICY).isRefused(new ApproversInsufficient(2, List.of("carol")));
        pending(above)
                .when(approve(above, "carol", "carol"), POLICY)
                .isRefused(new ApproversInsufficient(2, List.of("carol", "carol")));
        pending(above)
                .when(approve(above, "carol", "acme-erp"), POLICY)
                .isRefused(new ApproversInsufficient(2, List.of("carol", "acme-erp")));
        pending(above).when(approve(above, "carol", "carl"), POLICY).records(approvedBy(above));
    }

    /** T57 of {@code domain.md}. */
    @Test
    void of_one_yuan_more_than_was_approved_is_refused_because_the_digest_differs() {
        var more = Money.yuan(1_000_001);
        var approvalOfMillion = approve(MILLION, "carol", "carl").approval();

        pending(MILLION)
                .when(new ApproveRelease(ACCOUNT, "R-1", "S-1", more, approvalOfMillion), POLICY)
                .isRefused(new DigestDiffers(REQUEST.value()));
    }

    @Test
    void is_approved_until_the_last_moment_before_the_expiry() {
        pending(MILLION)
                .after(Duration.ofHours(24).minusNanos(1))
                .when(approve(MILLION, "carol"), POLICY)
                .records(approvedBy(MILLION));
        pending(MILLION)
                .after(Duration.ofHours(24))
                .when(approve(MILLION, "carol"), POLICY)
                .isRefused(new ApprovalExpired(TOMORROW));
    }

    @Test
    void below_the_first_tier_is_not_let_go_by_a_wrong_approval_either() {
        var approvalOfMillion = approve(MILLION, "carol").approval();

        pending(SMALL)
                .when(new ApproveRelease(ACCOUNT, "R-1", "S-1", SMALL, approvalOfMillion), POLICY)
                .isRefused(new DigestDiffers(REQUEST.value()));
    }

    @Test
    void goes_once() {
        pending(SMALL)
                .given(approved("R-1", SMALL))
                .when(approve(SMALL), POLICY)
                .isRefused(new ReleaseNotPending("R-1"));
    }

    @Test
    void that_nobody_asked_for_does_not_go() {
        scenario().given(releasable()).when(approve(SMALL), POLICY).isRefused(new ReleaseNotPending("R-1"));
    }

    @Test
    void goes_as_it_was_asked_for_or_not_at_all() {
        pending(SMALL).when(approve(SMALL.minus(ONE_FEN)), POLICY).isRefused(new DiffersFromRequest("R-1", SMALL));
        pending(SMALL)
                .when(new ApproveRelease(ACCOUNT, "R-1", "B-1", SMALL, Optional.empty()), POLICY)
                .isRefused(new DiffersFromRequest("R-1", SMALL));
    }

    @Test
    void goes_while_another_one_is_on_its_way() {
        scenario()
                .given(releasable())
                .given(requested("R-1", SMALL), requested("R-2", SMALL), approved("R-2", SMALL))
                .when(approve(SMALL), POLICY)
                .records(approved("R-1", SMALL));
    }

    /** No history can lead here; the rule does not rely on that. */
    @Test
    void of_more_than_is_there_or_to_an_unbound_account_does_not_go() {
        scenario()
                .given(releasable())
                .given(requested("R-1", SMALL), requested("R-2", PRICE), approved("R-2", PRICE))
                .when(approve(SMALL), POLICY)
                .isRefused(new ExceedsReleasable(SMALL, Money.ZERO, SMALL));
        scenario()
                .given(funded())
                .given(requested("R-1", SMALL))
                .when(approve(SMALL), POLICY)
                .isRefused(new PayeeNotBound("S-1"));
    }

    private static Scenario pending(Money amount) {
        return scenario().given(releasable()).given(requested("R-1", amount));
    }

    private static ReleaseApproved approvedBy(Money amount) {
        var plain = approved("R-1", amount);
        return new ReleaseApproved(
                plain.account(),
                plain.releaseNo(),
                plain.payout(),
                plain.payee(),
                amount,
                plain.custodyAccount(),
                Optional.of(REQUEST.value()));
    }

    private static ApproveRelease approve(Money amount, String... checkers) {
        var bare = new ApproveRelease(ACCOUNT, "R-1", "S-1", amount, Optional.empty());
        if (checkers.length == 0) {
            return bare;
        }
        var approval = new Approval(REQUEST, bare.digest(), "acme-erp", List.of(checkers), TOMORROW);
        return new ApproveRelease(ACCOUNT, "R-1", "S-1", amount, Optional.of(approval));
    }
}
