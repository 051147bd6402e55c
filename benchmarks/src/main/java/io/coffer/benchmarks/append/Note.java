package io.coffer.benchmarks.append;

import io.coffer.api.kernel.DomainEvent;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A command that is accepted as it is. */
record Note(@TargetAggregateIdentifier String notebook, DomainEvent event) {}
