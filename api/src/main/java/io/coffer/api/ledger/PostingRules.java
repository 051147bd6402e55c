package io.coffer.api.ledger;

import io.coffer.api.kernel.DomainEvent;
import java.util.List;

/** One released version of the posting rules: a pure, total function. */
@FunctionalInterface
public interface PostingRules {

    /** The journals of an event, at most one per book; none for an event that moves no money. */
    List<Journal> of(DomainEvent event);
}
