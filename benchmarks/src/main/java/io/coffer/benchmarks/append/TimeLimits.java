package io.coffer.benchmarks.append;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.messaging.timeout.UnitOfWorkTimeoutInterceptor;

/** The limit that Axon's auto-configuration sets to every unit of work of a command bus, by the defaults of {@code axon.timeout}. */
public final class TimeLimits {

    private static final int LIMIT_MS = 30_000;
    private static final int WARNING_MS = 10_000;
    private static final int WARNING_AGAIN_MS = 1_000;

    private TimeLimits() {}

    public static void on(CommandBus bus) {
        var _ = bus.registerHandlerInterceptor(
                new UnitOfWorkTimeoutInterceptor("CommandBus", LIMIT_MS, WARNING_MS, WARNING_AGAIN_MS));
    }
}
