package io.coffer.command.payouts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.acceptAll;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.KernelRejection.AlreadyExists;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.Role;
import io.coffer.api.payouts.PayoutCommand;
import io.coffer.api.payouts.PayoutCommand.AcceptPayout;
import io.coffer.api.payouts.PayoutCommand.ConfirmDebit;
import io.coffer.api.payouts.PayoutCommand.ConfirmPayout;
import io.coffer.api.payouts.PayoutCommand.CreatePayout;
import io.coffer.api.payouts.PayoutCommand.MarkUnknown;
import io.coffer.api.payouts.PayoutCommand.RecallPayout;
import io.coffer.api.payouts.PayoutCommand.RecordNotFound;
import io.coffer.api.payouts.PayoutCommand.RegisterReturn;
import io.coffer.api.payouts.PayoutCommand.RequestResolution;
import io.coffer.api.payouts.PayoutCommand.ResolvePayoutByEvidence;
import io.coffer.api.payouts.PayoutCommand.SubmitPayout;
import io.coffer.api.payouts.PayoutEvent;
import io.coffer.api.payouts.PayoutEvent.PayoutCreated;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutEvent.PayoutNotFound;
import io.coffer.api.payouts.PayoutEvent.PayoutOutcomeContradicted;
import io.coffer.api.payouts.PayoutEvent.PayoutResolutionRequested;
import io.coffer.api.payouts.PayoutEvent.PayoutResultUnknown;
import io.coffer.api.payouts.PayoutEvent.PayoutReturnAnnounced;
import io.coffer.api.payouts.PayoutEvent.PayoutReturnContradicted;
import io.coffer.api.payouts.PayoutEvent.PayoutReturned;
import io.coffer.api.payouts.PayoutEvent.PayoutSubmitted;
import io.coffer.api.payouts.PayoutEvent.PayoutSubmitting;
import io.coffer.api.payouts.PayoutEvent.PayoutSucceeded;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutOutcome;
import io.coffer.api.payouts.PayoutRejection.AlreadyReturned;
import io.coffer.api.payouts.PayoutRejection.BankEvidenceMissing;
import io.coffer.api.payouts.PayoutRejection.ContradictsOutcome;
import io.coffer.api.payouts.PayoutRejection.DebitDiffers;
import io.coffer.api.payouts.PayoutRejection.NotYetResendable;
import io.coffer.api.payouts.PayoutRejection.PayoutsStopped;
import io.coffer.api.payouts.PayoutRejection.ResolutionNotPending;
import io.coffer.api.payouts.PayoutRejection.ReturnDiffers;
import io.coffer.api.payouts.PayoutRejection.TooEarlyForEvidence;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.FourEyes;
import io.coffer.command.kernel.Given;
import io.coffer.command.payouts.PayoutState.Instruction;
import io.coffer.command.payouts.PayoutState.ReturnLine;
import io.coffer.command.payouts.PayoutState.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Payout law ({@code domain.md} 1.15.1): claimed before the call, unknown is asked about, one number for ever. */
final class PayoutRules {

    private static final List<String> MAY_COME_BACK = Stream.of(
                    Stage.SUBMITTING, Stage.SUBMITTED, Stage.UNKNOWN, Stage.NOT_FOUND, Stage.PAID)
            .map(Stage::name)
            .toList();

    private PayoutRules() {}

    static Decision<PayoutEvent> decide(PayoutState state, PayoutCommand command, Given given, PayoutTimes times) {
        return switch (state) {
            case PayoutState.Uncreated _
            when command instanceof CreatePayout c ->
                Decision.unless(Access.toOpen(c.payout(), given, Role.POLICY), () -> create(c));
            case PayoutState.Uncreated _ -> reject(new NotFound(command.payout().value()));
            case Instruction payout ->
                Decision.unless(
                        Access.to(command.payout(), true, given, mayGive(command)),
                        () -> decideCreated(payout, command, given, times));
        };
    }

    private static Role[] mayGive(PayoutCommand command) {
        return switch (command) {
            case CreatePayout _, SubmitPayout _, RecallPayout _, AcceptPayout _, MarkUnknown _, RecordNotFound _ ->
                new Role[] {Role.POLICY};
            case ConfirmPayout _, ConfirmDebit _ -> new Role[] {Role.BANK_ADAPTER, Role.POLICY};
            case RegisterReturn _ -> new Role[] {Role.BANK_ADAPTER, Role.OPERATOR, Role.POLICY};
            case RequestResolution _ -> new Role[] {Role.OPERATOR};
            case ResolvePayoutByEvidence _ -> new Role[] {Role.OPERATOR, Role.POLICY};
        };
    }

    private static Decision<PayoutEvent> decideCreated(
            Instruction state, PayoutCommand command, Given given, PayoutTimes times) {
        return switch (command) {
            case CreatePayout c -> reject(new AlreadyExists(c.payout().value()));
            case SubmitPayout c -> submit(state, c, given, times);
            case RecallPayout c -> recall(state, c);
            case AcceptPayout c -> acceptByBank(state, c);
            case ConfirmPayout c -> confirm(state, c.payout(), c.outcome(), Optional.empty());
            case ConfirmDebit c -> debited(state, c);
            case RegisterReturn c -> comeBack(state, c);
            case MarkUnknown c -> unknown(state, c);
            case RecordNotFound c -> notFound(state, c);
            case RequestResolution c -> requestResolution(state, c, given, times);
            case ResolvePayoutByEvidence c -> resolve(state, c, given);
        };
    }

    private static Decision<PayoutEvent> create(CreatePayout command) {
        return accept(new PayoutCreated(
                command.payout(), command.from(), command.amount(), command.payee(), command.custodyAccount()));
    }

    private static Decision<PayoutEvent> submit(
            Instruction state, SubmitPayout command, Given given, PayoutTimes times) {
        var earliest = state.lastSubmittedAt().plus(times.quietTime());
        return switch (state.stage()) {
            case CREATED, NOT_FOUND -> {
                if (command.stopped()) {
                    yield reject(new PayoutsStopped(command.payout().value()));
                }
                if (state.stage() == Stage.NOT_FOUND && given.at().isBefore(earliest)) {
                    yield reject(new NotYetResendable(earliest));
                }
                yield accept(new PayoutSubmitting(command.payout(), state.attempts() + 1));
            }
            case SUBMITTING, SUBMITTED, UNKNOWN, PAID, RETURNED, FAILED ->
                reject(new NotInThisState(state.stage().name(), List.of(Stage.CREATED.name(), Stage.NOT_FOUND.name())));
        };
    }

    /** After the first claim of a call the bank may have it, whatever it says: that is no recall any more. */
    private static Decision<PayoutEvent> recall(Instruction state, RecallPayout command) {
        return state.stage() == Stage.CREATED
                ? accept(new PayoutFailed(
                        command.payout(), state.from(), state.amount(), PayoutFailed.RECALLED, Optional.empty()))
                : reject(new NotInThisState(state.stage().name(), List.of(Stage.CREATED.name())));
    }

    private static Decision<PayoutEvent> acceptByBank(Instruction state, AcceptPayout command) {
        return state.stage() == Stage.SUBMITTING ? accept(new PayoutSubmitted(command.payout())) : alreadyDone();
    }

    private static Decision<PayoutEvent> unknown(Instruction state, MarkUnknown command) {
        return switch (state.stage()) {
            case SUBMITTING, SUBMITTED -> accept(new PayoutResultUnknown(command.payout(), command.cause()));
            case CREATED, UNKNOWN, NOT_FOUND, PAID, RETURNED, FAILED -> alreadyDone();
        };
    }

    private static Decision<PayoutEvent> notFound(Instruction state, RecordNotFound command) {
        return switch (state.stage()) {
            // What the bank gives back it has got, whatever it says now: it is asked again, and nothing is sent again.
            case UNKNOWN, SUBMITTED ->
                state.returnLine().isPresent() ? alreadyDone() : accept(new PayoutNotFound(command.payout()));
            case CREATED, SUBMITTING, NOT_FOUND, PAID, RETURNED, FAILED -> alreadyDone();
        };
    }

    /** A result may come at any time after the first call: late, twice, out of order. The first one stands. */
    private static Decision<PayoutEvent> debited(Instruction state, ConfirmDebit command) {
        return command.amount().equals(state.amount())
                        && command.custodyAccount().equals(state.custodyAccount())
                ? confirm(state, command.payout(), command.outcome(), Optional.empty())
                : reject(new DebitDiffers(
                        state.amount(), command.amount(), state.custodyAccount().subLedger()));
    }

    private static Decision<PayoutEvent> confirm(
            Instruction state, PayoutId payout, PayoutOutcome outcome, Optional<Approval> approval) {
        if (state.isFinal()) {
            return approval.isEmpty() ? again(state, payout, outcome) : papersAfterwards(state, outcome);
        }
        if (state.stage() == Stage.CREATED) {
            return reject(new ContradictsOutcome("never submitted"));
        }
        var approvalId = approval.map(Approval::id).map(Object::toString);
        return switch (outcome) {
            case PayoutOutcome.Paid(var coreNo, var bankDate) ->
                acceptWith(
                        new PayoutSucceeded(
                                payout,
                                state.from(),
                                state.amount(),
                                state.custodyAccount(),
                                coreNo,
                                bankDate,
                                approvalId),
                        state.returnLine().map(line -> returned(state, line)));
            case PayoutOutcome.Refused(var code) ->
                acceptWith(
                        new PayoutFailed(payout, state.from(), state.amount(), code, approvalId),
                        state.returnLine().map(line -> returnContradicted(state, line)));
        };
    }

    /** A return that was told before the outcome takes effect with it, or contradicts it. */
    private static Decision<PayoutEvent> acceptWith(PayoutEvent end, Optional<? extends PayoutEvent> told) {
        return acceptAll(Stream.concat(Stream.of(end), told.stream()).toList());
    }

    /**
     * The first word stands. Another one in which the bank debits us (once more) is a fact that people must see at once; it
     * is told once. Another reason of a refusal moves no money.
     */
    private static Decision<PayoutEvent> again(Instruction state, PayoutId payout, PayoutOutcome outcome) {
        var recorded = state.outcome().orElseThrow();
        if (recorded.equals(outcome) || state.contradictions().contains(outcome)) {
            return alreadyDone();
        }
        return recorded instanceof PayoutOutcome.Refused && outcome instanceof PayoutOutcome.Refused
                ? reject(new ContradictsOutcome(state.stage().name()))
                : accept(new PayoutOutcomeContradicted(payout, state.custodyAccount(), recorded, outcome));
    }

    /**
     * Only what left can come back, all of it, once, and to where it left from. A bank may tell it before it tells of the
     * payment, and never again.
     */
    private static Decision<PayoutEvent> comeBack(Instruction state, RegisterReturn command) {
        var known = state.returnLine().map(ReturnLine::receipt);
        if (known.isPresent()) {
            return known.filter(command.receipt()::equals).isPresent()
                    ? knownReturn(state)
                    : reject(new AlreadyReturned(known.orElseThrow().value()));
        }
        if (!fits(state, command)) {
            return reject(new ReturnDiffers(
                    state.amount(), command.amount(), state.custodyAccount().subLedger()));
        }
        var line = new ReturnLine(command.receipt(), command.bankDate(), command.coreNo());
        return switch (state.stage()) {
            case SUBMITTING, SUBMITTED, UNKNOWN -> accept(announced(state, line));
            // The bank denied it and has got it all the same: it must be asked and not be sent again.
            case NOT_FOUND ->
                acceptAll(List.of(
                        announced(state, line),
                        new PayoutResultUnknown(command.payout(), "the bank gives back what it did not know")));
            case PAID -> accept(returned(state, line));
            case FAILED -> accept(returnContradicted(state, line));
            case CREATED, RETURNED -> reject(new NotInThisState(state.stage().name(), MAY_COME_BACK));
        };
    }

    /** What the bank refused it cannot give back: once that was told to people, the line is free to be something else. */
    private static Decision<PayoutEvent> knownReturn(Instruction state) {
        return state.stage() == Stage.FAILED
                ? reject(new ContradictsOutcome(state.stage().name()))
                : alreadyDone();
    }

    private static boolean fits(Instruction state, RegisterReturn command) {
        return command.amount().equals(state.amount())
                && command.receipt()
                        .place()
                        .map(BookingPlace::custodyAccount)
                        .filter(state.custodyAccount()::equals)
                        .isPresent();
    }

    private static PayoutReturnAnnounced announced(Instruction state, ReturnLine line) {
        return new PayoutReturnAnnounced(
                state.created().payout(), state.amount(), line.receipt(), line.bankDate(), line.coreNo());
    }

    private static PayoutReturned returned(Instruction state, ReturnLine line) {
        return new PayoutReturned(
                state.created().payout(),
                state.from(),
                state.amount(),
                state.custodyAccount(),
                line.receipt(),
                line.bankDate(),
                line.coreNo());
    }

    private static PayoutReturnContradicted returnContradicted(Instruction state, ReturnLine line) {
        return new PayoutReturnContradicted(
                state.created().payout(),
                state.custodyAccount(),
                state.amount(),
                line.receipt(),
                line.bankDate(),
                line.coreNo());
    }

    /** Papers settle what nobody knew; they never overrule what the bank has said meanwhile. */
    private static Decision<PayoutEvent> papersAfterwards(Instruction state, PayoutOutcome outcome) {
        return state.outcome().filter(outcome::equals).isPresent()
                ? alreadyDone()
                : reject(new ContradictsOutcome(state.stage().name()));
    }

    private static Decision<PayoutEvent> requestResolution(
            Instruction state, RequestResolution command, Given given, PayoutTimes times) {
        if (command.evidence().isEmpty()) {
            return reject(new BankEvidenceMissing(command.payout().value()));
        }
        return switch (state.stage()) {
            // The bank took it and has said nothing since: that must not last for ever either.
            case SUBMITTED, UNKNOWN, NOT_FOUND -> {
                var since = state.stage() == Stage.SUBMITTED
                        ? state.lastSubmittedAt()
                        : state.unknownSince().orElse(given.at());
                var earliest = since.plus(times.evidenceAfter());
                yield given.at().isBefore(earliest)
                        ? reject(new TooEarlyForEvidence(earliest))
                        : accept(new PayoutResolutionRequested(
                                command.payout(),
                                state.resolutions() + 1,
                                command.outcome(),
                                command.evidence(),
                                given.actor().subject()));
            }
            case CREATED, SUBMITTING, PAID, RETURNED, FAILED ->
                reject(new NotInThisState(
                        state.stage().name(),
                        List.of(Stage.SUBMITTED.name(), Stage.UNKNOWN.name(), Stage.NOT_FOUND.name())));
        };
    }

    private static Decision<PayoutEvent> resolve(Instruction state, ResolvePayoutByEvidence command, Given given) {
        return Decision.unless(FourEyes.objection(command, command.approval(), 1, given.at()), () -> {
            var pending = state.resolution()
                    .filter(asked -> asked.resolutionNo() == command.resolutionNo())
                    .filter(asked -> asked.outcome().equals(command.outcome()));
            return pending.isEmpty()
                    ? reject(new ResolutionNotPending(command.resolutionNo()))
                    : confirm(state, command.payout(), command.outcome(), command.approval());
        });
    }
}
