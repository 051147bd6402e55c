package io.coffer.command.kernel;

import io.coffer.api.kernel.Actor;
import java.time.Instant;

/**
 * What a rule may know besides state and command.
 *
 * @param at the command's time; whatever expires is judged by it
 */
public record Given(Actor actor, Instant at) {}
