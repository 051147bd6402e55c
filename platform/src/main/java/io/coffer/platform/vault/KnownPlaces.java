package io.coffer.platform.vault;

import io.coffer.platform.vault.SealedValue.Place;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Places that are in the database for certain; the longest unused are forgotten. Holds tokens, never values. */
final class KnownPlaces {

    private final Map<Place, Boolean> places;

    KnownPlaces(int most) {
        this.places = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Place, Boolean> eldest) {
                return size() > most;
            }
        };
    }

    synchronized boolean contains(Place place) {
        return places.get(place) != null;
    }

    synchronized void addAll(Collection<Place> stored) {
        stored.forEach(place -> places.put(place, true));
    }
}
