package io.coffer.command.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.util.Optional;

/** Aggregates that were folded from durable events, and from nothing else. An entry may be behind the store, never ahead. */
final class AggregateCache {

    private final Cache<String, Held<?>> aggregates;

    AggregateCache(int most) {
        // Who comes late puts another out by itself: to wake a thread for it took longer.
        this.aggregates = Caffeine.newBuilder()
                .maximumSize(most)
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    <T> Optional<Held<T>> find(String id, Shells<T> shells) {
        return Optional.ofNullable(aggregates.getIfPresent(id)).map(held -> held.of(shells));
    }

    void keep(String id, Held<?> held) {
        aggregates.put(id, held);
    }

    void evict(String id) {
        aggregates.invalidate(id);
    }

    Cache<String, ?> asCache() {
        return aggregates;
    }

    CacheStats stats() {
        return aggregates.stats();
    }

    /** An aggregate and the sequence of the last event that was folded into it; touched under the aggregate's lock only. */
    static final class Held<T> {

        private final T root;
        private final Shells<T> shells;
        private long sequence;

        Held(T root, Shells<T> shells, long sequence) {
            this.root = root;
            this.shells = shells;
            this.sequence = sequence;
        }

        T root() {
            return root;
        }

        long sequence() {
            return sequence;
        }

        void reached(long lastSequence) {
            sequence = lastSequence;
        }

        <U> Held<U> of(Shells<U> wanted) {
            if (shells != wanted) {
                throw new IllegalStateException("Two kinds of aggregates have one id");
            }
            @SuppressWarnings("unchecked") // The same shells make the same type.
            var held = (Held<U>) this;
            return held;
        }
    }
}
