package io.coffer.command.approvals;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalCommand;
import io.coffer.api.approvals.ApprovalCommand.Approve;
import io.coffer.api.approvals.ApprovalCommand.Decline;
import io.coffer.api.approvals.ApprovalCommand.ExpireApproval;
import io.coffer.api.approvals.ApprovalCommand.MarkUsed;
import io.coffer.api.approvals.ApprovalCommand.ProposeApproval;
import io.coffer.api.approvals.ApprovalCommand.WithdrawApproval;
import io.coffer.api.approvals.ApprovalEvent;
import io.coffer.api.approvals.ApprovalEvent.ApprovalCompleted;
import io.coffer.api.approvals.ApprovalEvent.ApprovalDeclined;
import io.coffer.api.approvals.ApprovalEvent.ApprovalGranted;
import io.coffer.api.approvals.ApprovalEvent.ApprovalProposed;
import io.coffer.api.approvals.ApprovalEvent.ApprovalUsed;
import io.coffer.api.approvals.ApprovalEvent.ApprovalWithdrawn;
import io.coffer.api.approvals.ApprovalRejection.AlreadyApprovedByYou;
import io.coffer.api.approvals.ApprovalRejection.ApprovalExpired;
import io.coffer.api.approvals.ApprovalRejection.CheckerIsMaker;
import io.coffer.api.kernel.KernelRejection.AlreadyExists;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.kernel.Role;
import io.coffer.command.approvals.ApprovalState.Complete;
import io.coffer.command.approvals.ApprovalState.Declined;
import io.coffer.command.approvals.ApprovalState.Expired;
import io.coffer.command.approvals.ApprovalState.Open;
import io.coffer.command.approvals.ApprovalState.Unproposed;
import io.coffer.command.approvals.ApprovalState.Withdrawn;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Maker-checker ({@code domain.md} 1.14): other people, each once, within a day. */
final class ApprovalRules {

    static final Duration VALID_FOR = Duration.ofHours(24);

    private ApprovalRules() {}

    static Decision<ApprovalEvent> decide(ApprovalState state, ApprovalCommand command, Given given) {
        var exists = !(state instanceof Unproposed);
        return switch (command) {
            case ProposeApproval c ->
                Decision.unless(
                        Access.toOpen(c.request(), given, Role.POLICY),
                        () -> exists ? reject(new AlreadyExists(c.request().value())) : propose(c, given));
            case Approve c ->
                Decision.unless(Access.to(c.request(), exists, given, Role.CHECKER), () -> approve(state, c, given));
            case Decline c ->
                Decision.unless(Access.to(c.request(), exists, given, Role.CHECKER), () -> decline(state, c, given));
            case ExpireApproval c ->
                Decision.unless(Access.to(c.request(), exists, given, Role.POLICY), () -> expire(state, c, given));
            case WithdrawApproval c ->
                Decision.unless(Access.to(c.request(), exists, given, Role.POLICY), () -> withdraw(state, c));
            case MarkUsed c ->
                Decision.unless(Access.to(c.request(), exists, given, Role.POLICY), () -> used(state, c));
        };
    }

    private static Decision<ApprovalEvent> propose(ProposeApproval command, Given given) {
        return accept(new ApprovalProposed(
                command.request(),
                command.subject(),
                command.subject().digest(),
                command.makerId(),
                command.checkersRequired(),
                given.at().plus(VALID_FOR)));
    }

    private static Decision<ApprovalEvent> approve(ApprovalState state, Approve command, Given given) {
        return switch (state) {
            case Open open ->
                Decision.unless(objection(open, given), () -> {
                    var checkers = open.with(given.actor().subject());
                    return checkers.size() < open.proposal().checkersRequired()
                            ? accept(new ApprovalGranted(
                                    command.request(), given.actor().subject()))
                            : accept(complete(open, command, checkers));
                });
            case Complete _ -> notOpen("APPROVED");
            case Declined _ -> notOpen("DECLINED");
            case Withdrawn _ -> notOpen("WITHDRAWN");
            case Expired expired ->
                reject(new ApprovalExpired(expired.proposal().expiresAt()));
            case Unproposed _ -> reject(new NotFound(command.request().value()));
        };
    }

    private static ApprovalCompleted complete(Open open, Approve command, List<String> checkers) {
        var proposal = open.proposal();
        return new ApprovalCompleted(
                command.request(),
                proposal.subject(),
                new Approval(command.request(), proposal.digest(), proposal.makerId(), checkers, proposal.expiresAt()));
    }

    private static Decision<ApprovalEvent> decline(ApprovalState state, Decline command, Given given) {
        return switch (state) {
            case Open open
            when open.proposal().makerId().equals(given.actor().subject()) ->
                reject(new CheckerIsMaker(given.actor().subject()));
            case Open open ->
                accept(new ApprovalDeclined(
                        command.request(),
                        open.proposal().subject(),
                        given.actor().subject(),
                        command.reason()));
            case Complete _ -> notOpen("APPROVED");
            case Declined _ -> alreadyDone();
            case Expired _ -> notOpen("EXPIRED");
            case Withdrawn _ -> notOpen("WITHDRAWN");
            case Unproposed _ -> reject(new NotFound(command.request().value()));
        };
    }

    /** By the command's time, so that a sweep that comes too early, twice or very late does no harm. */
    private static Decision<ApprovalEvent> expire(ApprovalState state, ExpireApproval command, Given given) {
        return switch (state) {
            case Open open -> expire(open.proposal(), command, given);
            case Complete complete -> complete.used() ? alreadyDone() : expire(complete.proposal(), command, given);
            case Declined _, Expired _, Withdrawn _ -> alreadyDone();
            case Unproposed _ -> reject(new NotFound(command.request().value()));
        };
    }

    private static Decision<ApprovalEvent> expire(ApprovalProposed proposal, ExpireApproval command, Given given) {
        return given.at().isBefore(proposal.expiresAt())
                ? alreadyDone()
                : accept(new ApprovalEvent.ApprovalExpired(command.request(), proposal.subject()));
    }

    /** What people agreed to and nobody carried out ends too: it answers a question that is none any more. */
    private static Decision<ApprovalEvent> withdraw(ApprovalState state, WithdrawApproval command) {
        return switch (state) {
            case Open _ -> accept(new ApprovalWithdrawn(command.request(), command.reason()));
            case Complete complete ->
                complete.used() ? alreadyDone() : accept(new ApprovalWithdrawn(command.request(), command.reason()));
            case Declined _, Expired _, Withdrawn _ -> alreadyDone();
            case Unproposed _ -> reject(new NotFound(command.request().value()));
        };
    }

    private static Decision<ApprovalEvent> used(ApprovalState state, MarkUsed command) {
        return state instanceof Complete complete && !complete.used()
                ? accept(new ApprovalUsed(command.request()))
                : alreadyDone();
    }

    private static Optional<Rejection> objection(Open open, Given given) {
        var person = given.actor().subject();
        if (open.proposal().makerId().equals(person)) {
            return Optional.of(new CheckerIsMaker(person));
        }
        if (!given.at().isBefore(open.proposal().expiresAt())) {
            return Optional.of(new ApprovalExpired(open.proposal().expiresAt()));
        }
        return open.checkers().contains(person) ? Optional.of(new AlreadyApprovedByYou(person)) : Optional.empty();
    }

    private static Decision<ApprovalEvent> notOpen(String state) {
        return reject(new NotInThisState(state, List.of("PROPOSED")));
    }
}
