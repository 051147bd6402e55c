package io.coffer.query.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The states that were touched last, up to a number; an aggregate's events come close together. For one thread. */
final class RecentStates<S> {

    private final Map<String, S> states;

    private RecentStates(int most) {
        this.states = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, S> eldest) {
                return size() > most;
            }
        };
    }

    static <S> RecentStates<S> none() {
        return new RecentStates<>(0);
    }

    static <S> RecentStates<S> upTo(int most) {
        return new RecentStates<>(most);
    }

    @Nullable
    S get(String id) {
        return states.get(id);
    }

    void put(String id, @Nullable S state) {
        if (state != null) {
            states.put(id, state);
        }
    }
}
