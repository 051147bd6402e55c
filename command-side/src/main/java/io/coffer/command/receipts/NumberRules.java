package io.coffer.command.receipts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.kernel.Rejection;
import io.coffer.api.kernel.Role;
import io.coffer.api.receipts.ReceiptRejection.NumberInQuarantine;
import io.coffer.api.receipts.ReceiptRejection.NumberOfClosedAccount;
import io.coffer.api.receipts.ReceiptRejection.NumberTaken;
import io.coffer.api.receipts.ReceiptRejection.NumberUnknown;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VirtualAccountCommand;
import io.coffer.api.receipts.VirtualAccountCommand.AssignOwner;
import io.coffer.api.receipts.VirtualAccountCommand.QuarantineNumber;
import io.coffer.api.receipts.VirtualAccountCommand.RouteReceipt;
import io.coffer.api.receipts.VirtualAccountEvent;
import io.coffer.api.receipts.VirtualAccountEvent.ReceiptRouted;
import io.coffer.api.receipts.VirtualAccountEvent.VirtualAccountOwnerAssigned;
import io.coffer.api.receipts.VirtualAccountEvent.VirtualAccountQuarantined;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.receipts.NumberState.Free;
import io.coffer.command.receipts.NumberState.Owned;
import io.coffer.command.receipts.NumberState.Quarantined;
import java.time.Duration;

/** Numbers have one owner at a time and rest between two, so that late money never reaches the next contract. */
final class NumberRules {

    /** {@code domain.md} 1.6. */
    static final Duration QUARANTINE = Duration.ofDays(90);

    private NumberRules() {}

    static Decision<VirtualAccountEvent> decide(NumberState state, VirtualAccountCommand command, Given given) {
        return Decision.unless(Access.toOpen(command.number(), given, Role.POLICY), () -> switch (command) {
            case AssignOwner c -> assign(state, c, given);
            case RouteReceipt c -> route(state, c, given);
            case QuarantineNumber c -> quarantine(state, c, given);
        });
    }

    private static Decision<VirtualAccountEvent> assign(NumberState state, AssignOwner command, Given given) {
        return switch (state) {
            case Free _ -> accept(new VirtualAccountOwnerAssigned(command.number(), command.account()));
            case Owned(var owner) when owner.equals(command.account()) -> alreadyDone();
            case Owned _ -> reject(new NumberTaken(command.number().number()));
            case Quarantined rest
            when given.at().isBefore(rest.until()) ->
                reject(new NumberInQuarantine(command.number().number(), rest.until()));
            case Quarantined _ -> accept(new VirtualAccountOwnerAssigned(command.number(), command.account()));
        };
    }

    private static Decision<VirtualAccountEvent> route(NumberState state, RouteReceipt command, Given given) {
        return switch (state) {
            case Owned(var owner) -> accept(new ReceiptRouted(command.number(), command.receipt(), owner));
            case Quarantined rest when given.at().isBefore(rest.until()) -> reject(late(command.number(), rest));
            case Free _, Quarantined _ ->
                reject(new NumberUnknown(command.number().number()));
        };
    }

    private static Rejection late(VirtualAccountId number, Quarantined rest) {
        return rest.late()
                        .filter(reason -> reason == SuspenseReason.ACCOUNT_CLOSED)
                        .isPresent()
                ? new NumberOfClosedAccount(number.number(), rest.formerly().value())
                : new NumberInQuarantine(number.number(), rest.until());
    }

    private static Decision<VirtualAccountEvent> quarantine(NumberState state, QuarantineNumber command, Given given) {
        return switch (state) {
            case Owned(var owner)
            when owner.equals(command.account()) ->
                accept(new VirtualAccountQuarantined(
                        command.number(), command.account(), given.at().plus(QUARANTINE), command.late()));
            case Owned _, Free _, Quarantined _ -> alreadyDone();
        };
    }
}
