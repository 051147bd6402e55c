package io.coffer.command.splits;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.acceptAll;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.ApprovalTiers;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.kernel.Role;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.splits.SplitCommand;
import io.coffer.api.splits.SplitCommand.AnswerForPayee;
import io.coffer.api.splits.SplitCommand.ApproveSplit;
import io.coffer.api.splits.SplitCommand.BlockSplit;
import io.coffer.api.splits.SplitCommand.CancelReturn;
import io.coffer.api.splits.SplitCommand.CancelSplit;
import io.coffer.api.splits.SplitCommand.DefineSplit;
import io.coffer.api.splits.SplitCommand.PromiseReturn;
import io.coffer.api.splits.SplitCommand.RecordReturnLeg;
import io.coffer.api.splits.SplitCommand.RecordSplitReserved;
import io.coffer.api.splits.SplitCommand.RejectSplit;
import io.coffer.api.splits.SplitCommand.ReturnSplit;
import io.coffer.api.splits.SplitEvent;
import io.coffer.api.splits.SplitEvent.SplitApproved;
import io.coffer.api.splits.SplitEvent.SplitBlocked;
import io.coffer.api.splits.SplitEvent.SplitCancelled;
import io.coffer.api.splits.SplitEvent.SplitDefined;
import io.coffer.api.splits.SplitEvent.SplitExecuted;
import io.coffer.api.splits.SplitEvent.SplitPayeeAnswered;
import io.coffer.api.splits.SplitEvent.SplitRejected;
import io.coffer.api.splits.SplitEvent.SplitReserved;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitRejection.SplitLegsTooMany;
import io.coffer.api.splits.SplitRejection.SplitNumberTaken;
import io.coffer.api.splits.SplitRejection.SplitPayeeTwice;
import io.coffer.api.splits.SplitRejection.SplitSumDiffers;
import io.coffer.api.splits.SplitRejection.SplitTermsDiffer;
import io.coffer.api.splits.SplitRejection.SplitsAreStopped;
import io.coffer.api.splits.SplitTerms;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.FourEyes;
import io.coffer.command.kernel.Given;
import io.coffer.command.splits.Split.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How money of a payment goes to its payees ({@code domain.md} 1.6): all of it at once or nothing (S4), to the last fen (S1), out of
 * what its own contract has set aside for it (S5), and to nobody who would not take it (S2).
 */
final class SplitRules {

    /** What a provider takes at most ({@code domain.md} 1.6, S6). */
    static final int LEGS_MAX = 50;

    private static final List<Stage> CANCELLABLE = List.of(Stage.PENDING_APPROVAL, Stage.APPROVED, Stage.RESERVED);

    private SplitRules() {}

    static Decision<SplitEvent> decide(
            SplitState state, SplitCommand command, Given given, SplitTimes times, SplitFacts facts) {
        return switch (state) {
            case SplitState.Undefined _
            when command instanceof DefineSplit define ->
                Decision.unless(
                        Access.toOpen(define.split(), given, mayGive(define)), () -> define(define, given, facts));
            case SplitState.Undefined _ ->
                Decision.unless(Access.to(command.split(), false, given), Decision::alreadyDone);
            case Split split ->
                Decision.unless(
                        Access.to(command.split(), true, given, mayGive(command)),
                        () -> decideDefined(split, command, given, times, facts));
        };
    }

    private static Decision<SplitEvent> decideDefined(
            Split state, SplitCommand command, Given given, SplitTimes times, SplitFacts facts) {
        return switch (command) {
            case DefineSplit c -> again(state, c);
            case ApproveSplit c -> approve(state, c, given);
            case RejectSplit c -> dismiss(state, c);
            case CancelSplit c -> cancel(state, c);
            case RecordSplitReserved c -> reserved(state, c, facts);
            case BlockSplit c -> block(state, c);
            case AnswerForPayee c -> answer(state, c, facts);
            case PromiseReturn c -> ReturnRules.promise(state, c, given, times);
            case ReturnSplit c -> ReturnRules.start(state, c);
            case RecordReturnLeg c -> ReturnRules.told(state, c);
            case CancelReturn c -> ReturnRules.cancel(state, c);
        };
    }

    private static Role[] mayGive(SplitCommand command) {
        return switch (command) {
            case DefineSplit _ -> new Role[] {Role.BUSINESS};
            case CancelSplit _ -> new Role[] {Role.BUSINESS, Role.OPERATOR};
            case ApproveSplit _ -> new Role[] {Role.OPERATOR, Role.POLICY};
            case RejectSplit _,
                    RecordSplitReserved _,
                    BlockSplit _,
                    AnswerForPayee _,
                    PromiseReturn _,
                    ReturnSplit _,
                    RecordReturnLeg _,
                    CancelReturn _ -> new Role[] {Role.POLICY};
        };
    }

    private static Decision<SplitEvent> define(DefineSplit command, Given given, SplitFacts facts) {
        return Decision.unless(
                objection(command)
                        .or(() -> facts.isHalted() ? Optional.of(stopped(command.terms())) : Optional.empty()),
                () -> acceptAll(defined(command, given)));
    }

    private static SplitsAreStopped stopped(SplitTerms terms) {
        return new SplitsAreStopped(terms.contract().feeAccount().value());
    }

    private static List<SplitEvent> defined(DefineSplit command, Given given) {
        var terms = command.terms();
        var checkers = ApprovalTiers.standard().checkersFor(terms.base());
        var events = new ArrayList<SplitEvent>();
        events.add(new SplitDefined(command.split(), terms, given.actor().subject(), checkers));
        if (checkers == 0) {
            events.add(approved(command.split(), terms, Optional.empty()));
        }
        return events;
    }

    private static SplitApproved approved(SplitId split, SplitTerms terms, Optional<String> approvalId) {
        return new SplitApproved(split, terms.contract(), terms.order(), terms.base(), approvalId);
    }

    private static Optional<Rejection> objection(DefineSplit command) {
        var terms = command.terms();
        if (terms.legs().isEmpty() || terms.legs().size() > LEGS_MAX) {
            return Optional.of(new SplitLegsTooMany(LEGS_MAX));
        }
        var stranger = strangers(command);
        if (stranger.isPresent()) {
            return stranger;
        }
        var payees = new HashSet<MerchantFeeAccountId>();
        for (var leg : terms.legs()) {
            if (!payees.add(leg.payee())) {
                return Optional.of(new SplitPayeeTwice(leg.payee().value()));
            }
        }
        return terms.given().equals(terms.base())
                ? Optional.empty()
                : Optional.of(new SplitSumDiffers(terms.base(), terms.given()));
    }

    /** What is another tenant's is not there. */
    private static Optional<Rejection> strangers(DefineSplit command) {
        var terms = command.terms();
        var tenant = command.split().tenant();
        if (!terms.contract().tenant().equals(tenant)) {
            return Optional.of(new NotFound(terms.contract().value()));
        }
        if (!terms.order().tenant().equals(tenant)) {
            return Optional.of(new NotFound(terms.order().value()));
        }
        return terms.legs().stream()
                .map(SplitLeg::payee)
                .filter(payee -> !payee.tenant().equals(tenant))
                .findFirst()
                .map(payee -> new NotFound(payee.value()));
    }

    private static Decision<SplitEvent> again(Split state, DefineSplit command) {
        return state.terms().equals(command.terms())
                ? alreadyDone()
                : reject(new SplitNumberTaken(command.split().value()));
    }

    private static Decision<SplitEvent> approve(Split state, ApproveSplit command, Given given) {
        if (state.stage() != Stage.PENDING_APPROVAL) {
            return reject(notIn(state, Stage.PENDING_APPROVAL));
        }
        return Decision.unless(
                FourEyes.objection(command, command.approval(), state.checkers(), given.at()),
                () -> command.terms().equals(state.terms())
                        ? accept(approved(
                                command.split(),
                                state.terms(),
                                command.approval().map(Approval::id).map(Object::toString)))
                        : reject(new SplitTermsDiffer(command.split().value())));
    }

    private static Decision<SplitEvent> dismiss(Split state, RejectSplit command) {
        return state.stage() == Stage.PENDING_APPROVAL
                ? accept(new SplitRejected(command.split(), state.terms().contract(), command.reason()))
                : alreadyDone();
    }

    /** Never once the payees have it. */
    private static Decision<SplitEvent> cancel(Split state, CancelSplit command) {
        if (state.stage() == Stage.CANCELLED) {
            return alreadyDone();
        }
        return CANCELLABLE.contains(state.stage())
                ? accept(new SplitCancelled(command.split(), state.terms().contract(), command.reason()))
                : reject(notIn(state, CANCELLABLE.toArray(Stage[]::new)));
    }

    private static Decision<SplitEvent> reserved(Split state, RecordSplitReserved command, SplitFacts facts) {
        return switch (state.stage()) {
            case APPROVED ->
                accept(new SplitReserved(
                        command.split(),
                        state.terms().legs(),
                        command.custodyAccount().or(facts::paidAt)));
            case RESERVED, EXECUTED -> alreadyDone();
            case PENDING_APPROVAL, BLOCKED, CANCELLED, REJECTED -> reject(notIn(state, Stage.APPROVED));
        };
    }

    /** News that came too late changes nothing. */
    private static Decision<SplitEvent> block(Split state, BlockSplit command) {
        return state.stage() == Stage.APPROVED
                ? accept(new SplitBlocked(command.split(), state.terms().contract(), command.gap(), List.of()))
                : alreadyDone();
    }

    /**
     * The last answer decides: all payees take their legs, or none gets anything and all refusals are told. It is the last moment
     * at which a stop keeps the money where it is.
     */
    private static Decision<SplitEvent> answer(Split state, AnswerForPayee command, SplitFacts facts) {
        if (state.stage() != Stage.RESERVED || !state.asked().contains(command.payee())) {
            return alreadyDone();
        }
        var answered = new SplitPayeeAnswered(command.split(), command.payee(), command.refusal());
        var after = state.answered(answered);
        if (!after.asked().isEmpty()) {
            return accept(answered);
        }
        return acceptAll(List.of(answered, decided(command.split(), after, facts)));
    }

    private static SplitEvent decided(SplitId split, Split state, SplitFacts facts) {
        if (facts.isHalted()) {
            return new SplitBlocked(
                    split,
                    state.terms().contract(),
                    Money.ZERO,
                    state.refusals(),
                    Optional.of(stopped(state.terms()).code()));
        }
        return state.refusals().isEmpty()
                ? new SplitExecuted(split, state.terms())
                : new SplitBlocked(split, state.terms().contract(), Money.ZERO, state.refusals());
    }

    static NotInThisState notIn(Split state, Stage... allowed) {
        return new NotInThisState(
                state.stage().name(), Stream.of(allowed).map(Stage::name).toList());
    }
}
