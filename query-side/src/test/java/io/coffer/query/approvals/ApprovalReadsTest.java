package io.coffer.query.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalEvent.ApprovalCompleted;
import io.coffer.api.approvals.ApprovalEvent.ApprovalGranted;
import io.coffer.api.approvals.ApprovalEvent.ApprovalProposed;
import io.coffer.api.approvals.ApprovalEvent.ApprovalUsed;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.approvals.ApprovalSubject;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitSwitchId;
import io.coffer.api.splits.SplitTerms;
import io.coffer.platform.time.CofferClock;
import io.coffer.query.Sale;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.Reads;
import io.coffer.query.replay.ReadSide;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Reads of approvals")
class ApprovalReadsTest {

    private static final Actor CHECKER = Actor.institution("carl", Set.of(Role.CHECKER));
    private static final Actor RIVAL = Actor.tenant(new TenantId("rival"), "rival-system", Set.of(Role.BUSINESS));
    private static final Instant FAR = Instant.parse("2999-01-01T00:00:00Z");

    private final ReadSide side = new ReadSide(TestProjections.all());
    private final ApprovalController approvals = new ApprovalController(
            new Reads(JdbcClient.create(side.database.runtime()), List.of(TestProjections.all())), CofferClock.real());
    private final Sale sale = Sale.of("acme", "C-1");
    private final ApprovalRequestId request = ApprovalRequestId.ofRelease(sale.account(), "R-1");
    private final ApprovalSubject subject = new ApprovalSubject.Release(sale.account(), "R-1", "P-seller", Sale.PRICE);

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void lead_from_the_work_list_to_the_version_that_is_decided_on() {
        side.log.append(proposed(request, FAR));
        var position = side.log.append(new ApprovalGranted(request, "carl"));

        var work = body(approvals.list(CHECKER, ApprovalState.Status.PROPOSED, null, 50, position));
        var one = approvals.one(CHECKER, work.items().getFirst().id(), null);

        assertThat(one.getHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(body(one).checkerIds()).containsExactly("carl");
        assertThat(body(one).subject().reference()).isEqualTo("R-1");
        assertThat(body(one).digest()).isEqualTo(subject.digest().hex());
        assertThat(body(one).expired()).isFalse();
        assertThatThrownBy(() -> approvals.one(RIVAL, request.value(), null)).hasMessage("NOT_FOUND");
        assertThat(body(approvals.list(RIVAL, null, null, 50, null)).items()).isEmpty();
    }

    @Test
    void leave_the_work_list_when_decided_and_say_when_nothing_is_approved_any_more() {
        var approval = new Approval(request, subject.digest(), "clerk", List.of("carl", "cora"), FAR);
        side.log.append(
                proposed(request, FAR), new ApprovalCompleted(request, subject, approval), new ApprovalUsed(request));
        var late = ApprovalRequestId.ofRelease(sale.account(), "R-2");
        var position = side.log.append(proposed(late, Instant.EPOCH));

        var work = body(approvals.list(CHECKER, ApprovalState.Status.PROPOSED, null, 50, position));

        assertThat(work.items()).extracting(ApprovalView::id).containsExactly(late.value());
        assertThat(work.items().getFirst().expired()).isTrue();
        assertThat(body(approvals.one(CHECKER, request.value(), null)).state()).isEqualTo(ApprovalState.Status.USED);
    }

    /** Whoever agrees must see who gets what: a base says nothing of that. */
    @Test
    void show_every_leg_of_a_split_and_its_fee() {
        var split = new SplitId("SI:acme:SP-1");
        var terms = new SplitTerms(
                new MerchantContractId("MC:acme:M-1:L-1"),
                new PaymentOrderId("PO:acme:PAY-1"),
                Money.yuan(60_000),
                List.of(
                        new SplitLeg(new MerchantFeeAccountId("MB:acme:M-1"), Money.yuan(50_000)),
                        new SplitLeg(new MerchantFeeAccountId("MB:acme:M-2"), Money.yuan(9_000))),
                Money.yuan(1_000));
        var asked = new ApprovalSubject.Split(split, terms);
        var id = ApprovalRequestId.ofSplit(split);
        var position = side.log.append(new ApprovalProposed(id, asked, asked.digest(), "clerk", 1, FAR));

        var seen = body(approvals.one(CHECKER, id.value(), position)).subject();

        assertThat(seen.kind()).isEqualTo("APPROVE_SPLIT");
        assertThat(seen.amount()).isEqualTo(Amount.of(Money.yuan(60_000)));
        assertThat(seen.split())
                .isEqualTo(new ApprovalView.SplitTermsView(
                        "MC:acme:M-1:L-1",
                        "PO:acme:PAY-1",
                        List.of(
                                new ApprovalView.SplitTermsView.LegView("MB:acme:M-1", Amount.of(Money.yuan(50_000))),
                                new ApprovalView.SplitTermsView.LegView("MB:acme:M-2", Amount.of(Money.yuan(9_000)))),
                        Amount.of(Money.yuan(1_000))));
        assertThat(seen.campaign()).isNull();
    }

    @Test
    void show_whose_splits_are_to_go_again() {
        var splits = new SplitSwitchId("SS:acme:M-1");
        var asked = new ApprovalSubject.SplitsResumption(splits, 2);
        var id = ApprovalRequestId.ofSplitsResumption(splits, 2, 1);
        var position = side.log.append(new ApprovalProposed(id, asked, asked.digest(), "olga", 1, FAR));

        var seen = body(approvals.one(CHECKER, id.value(), position)).subject();

        assertThat(List.of(seen.kind(), seen.target(), seen.reference()))
                .containsExactly("RESUME_SPLITS", "SS:acme:M-1", "2");
        assertThat(seen.split()).isNull();
    }

    private ApprovalProposed proposed(ApprovalRequestId id, Instant expiresAt) {
        return new ApprovalProposed(id, subject, subject.digest(), "clerk", 2, expiresAt);
    }

    private static <T> T body(ResponseEntity<T> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
