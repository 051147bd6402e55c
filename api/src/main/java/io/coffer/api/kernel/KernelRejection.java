package io.coffer.api.kernel;

import java.util.List;
import java.util.Set;

/** Refusals that every slice shares. */
public sealed interface KernelRejection extends Rejection {

    /** Missing and somebody else's answer alike, so that nothing can be guessed. */
    record NotFound(String id) implements KernelRejection {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String sentence() {
            return "There is nothing of yours under this identity.";
        }
    }

    /** The actor sees the object but may not do this to it. */
    record NotPermitted(Set<Role> oneOf) implements KernelRejection {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String sentence() {
            return "This needs one of the roles " + oneOf.stream().sorted().toList() + ".";
        }
    }

    /** The object exists already, opened by another operation. */
    record AlreadyExists(String id) implements KernelRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "This identity is taken; it was opened by another operation.";
        }
    }

    /** The present state does not allow the command. */
    record NotInThisState(String state, List<String> allowedIn) implements KernelRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "Not possible in state " + state + ", only in " + allowedIn + ".";
        }
    }

    /** The caller decided on version {@code expected}; the object is at {@code actual} now. */
    record StaleVersion(List<Long> expected, long actual) implements KernelRejection {
        @Override
        public Kind kind() {
            return Kind.STALE;
        }

        @Override
        public String sentence() {
            return "The object changed since you read it: it is at version " + actual + " now.";
        }
    }

    /** Others changed the object at the same moment, several times in a row. Nothing was stored; try again. */
    record ConcurrentChange(String id) implements KernelRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "Others changed the object at the same moment; repeat with the same Idempotency-Key.";
        }
    }

    /** A journal of the event does not balance, so the event was not stored (equation C1). */
    record UnbalancedJournal(String event, String rule) implements KernelRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "Posting rule " + rule + " of " + event + " does not balance; nothing was stored.";
        }
    }
}
