package io.coffer.command.receipts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.Role;
import io.coffer.api.receipts.ReceiptRejection.StatementDiffers;
import io.coffer.api.receipts.ReceiptRejection.StatementIncomplete;
import io.coffer.api.receipts.StatementCommand;
import io.coffer.api.receipts.StatementCommand.CompleteStatement;
import io.coffer.api.receipts.StatementCommand.OpenStatement;
import io.coffer.api.receipts.StatementEvent;
import io.coffer.api.receipts.StatementEvent.StatementCompleted;
import io.coffer.api.receipts.StatementEvent.StatementOpened;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;

/** A day has one statement, and it is complete only when its lines are those that the bank announced, to the fen. */
final class StatementRules {

    private StatementRules() {}

    static Decision<StatementEvent> decide(StatementState state, StatementCommand command, Given given) {
        return Decision.unless(Access.toOpen(command.statement(), given, Role.BANK_ADAPTER), () -> switch (command) {
            case OpenStatement c -> open(state, c);
            case CompleteStatement c -> complete(state, c);
        });
    }

    private static Decision<StatementEvent> open(StatementState state, OpenStatement command) {
        var opened = new StatementOpened(
                command.statement(), command.opening(), command.closing(), command.count(), command.total());
        return state.opened()
                .<Decision<StatementEvent>>map(known -> known.equals(opened)
                        ? alreadyDone()
                        : reject(new StatementDiffers(command.statement().value())))
                .orElseGet(() -> accept(opened));
    }

    private static Decision<StatementEvent> complete(StatementState state, CompleteStatement command) {
        if (state.opened().isEmpty()) {
            return reject(new NotFound(command.statement().value()));
        }
        if (state.isComplete()) {
            return alreadyDone();
        }
        var announced = state.opened().get();
        var taken = command.cameIn().plus(command.wentOut());
        var addsUp = announced
                .opening()
                .plus(command.cameIn())
                .equals(announced.closing().plus(command.wentOut()));
        return announced.count() == command.count() && announced.total().equals(taken) && addsUp
                ? accept(new StatementCompleted(
                        command.statement(), command.count(), command.cameIn(), command.wentOut()))
                : reject(new StatementIncomplete(
                        announced.count(), command.count(), announced.total().above(taken)));
    }
}
