package io.coffer.command.refunds;

import static io.coffer.command.refunds.ShopRefund.PAPERS;
import static io.coffer.command.refunds.ShopRefund.REFUND;

import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.refunds.ClaimVerdict;
import io.coffer.api.refunds.RefundCommand.RequestRefundResolution;
import io.coffer.api.refunds.RefundCommand.ResolveRefund;
import io.coffer.api.refunds.RefundEvent.RefundResolutionRequested;
import io.coffer.api.refunds.RefundEvent.RefundResolved;
import io.coffer.api.refunds.RefundFinding;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people say that a channel's papers prove of the shop's refund. */
final class PapersOf {

    static final RefundFinding PAID = new RefundFinding.WasPaid("WR-1", ShopRefund.NETTED);
    static final RefundFinding NOT_PAID = new RefundFinding.WasNotPaid("NEVER_ARRIVED");
    static final RefundFinding IS_TRUE = new RefundFinding.OnContradiction(1, ClaimVerdict.TRUE);
    static final RefundFinding IS_NOT_TRUE = new RefundFinding.OnContradiction(1, ClaimVerdict.NOT_TRUE);
    static final Instant EXPIRY = Scenario.NOON.plus(Duration.ofDays(30));

    private PapersOf() {}

    static RequestRefundResolution ask(RefundFinding finding) {
        return new RequestRefundResolution(REFUND, finding, PAPERS, "PAPERS_CAME");
    }

    static RefundResolutionRequested asked(int number, RefundFinding finding) {
        return new RefundResolutionRequested(REFUND, number, finding, PAPERS, "PAPERS_CAME", "olga");
    }

    static RefundResolved resolved(int number, RefundFinding finding) {
        return new RefundResolved(
                REFUND, number, finding, Optional.of(id(number).value()));
    }

    static ResolveRefund resolve(int number, RefundFinding finding) {
        return resolve(number, finding, "carol");
    }

    static ResolveRefund resolve(int number, RefundFinding finding, String checker) {
        var approval = new Approval(id(number), alone(number, finding).digest(), "olga", List.of(checker), EXPIRY);
        return new ResolveRefund(REFUND, number, finding, PAPERS, Optional.of(approval));
    }

    static ResolveRefund alone(int number, RefundFinding finding) {
        return new ResolveRefund(REFUND, number, finding, PAPERS, Optional.empty());
    }

    static ApprovalRequestId id(int number) {
        return ApprovalRequestId.ofRefundResolution(REFUND, number);
    }
}
