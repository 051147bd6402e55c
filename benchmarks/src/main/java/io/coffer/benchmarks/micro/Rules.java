package io.coffer.benchmarks.micro;

import io.coffer.api.accounts.EscrowCommand;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.command.kernel.Given;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The rules and the fold of an escrow account, which belong to their slice alone; a constant handle costs nothing. */
final class Rules {

    private static final String SLICE = "io.coffer.command.accounts.";
    private static final MethodHandle INITIAL;
    private static final MethodHandle AFTER;
    private static final MethodHandle DECIDE;

    static {
        try {
            var state = Class.forName(SLICE + "EscrowState");
            var rules = Class.forName(SLICE + "EscrowRules");
            var inside = MethodHandles.privateLookupIn(rules, MethodHandles.lookup());
            INITIAL = inside.findStatic(state, "initial", MethodType.methodType(state))
                    .asType(MethodType.methodType(Object.class));
            AFTER = inside.findVirtual(state, "after", MethodType.methodType(state, EscrowEvent.class))
                    .asType(MethodType.methodType(Object.class, Object.class, EscrowEvent.class));
            var decision = Class.forName("io.coffer.command.kernel.Decision");
            DECIDE = inside.findStatic(
                            rules, "decide", MethodType.methodType(decision, state, EscrowCommand.class, Given.class))
                    .asType(MethodType.methodType(Object.class, Object.class, EscrowCommand.class, Given.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Rules() {}

    static Object initial() throws Throwable {
        return INITIAL.invokeExact();
    }

    static Object after(Object state, EscrowEvent event) throws Throwable {
        return AFTER.invokeExact(state, event);
    }

    static Object decide(Object state, EscrowCommand command, Given given) throws Throwable {
        return DECIDE.invokeExact(state, command, given);
    }
}
