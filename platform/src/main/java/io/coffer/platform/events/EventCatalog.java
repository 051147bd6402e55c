package io.coffer.platform.events;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every event there is, with the name it is stored under. Nothing else is ever read from the store. */
public final class EventCatalog {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*\\.[A-Z][A-Za-z0-9]*");

    private final Map<Class<?>, EventName> names = new LinkedHashMap<>();
    private final Map<String, Class<?>> types = new LinkedHashMap<>();

    private EventCatalog(Class<?> family) {
        leaves(family).sorted(Comparator.comparing(Class::getName)).forEach(this::add);
    }

    /** All events of the shared language. Fails when one of them has no name or a name that is taken. */
    public static EventCatalog ofAllEvents() {
        return of(DomainEvent.class);
    }

    static EventCatalog of(Class<?> family) {
        return new EventCatalog(family);
    }

    public Optional<EventName> nameOf(Class<?> type) {
        return Optional.ofNullable(names.get(type));
    }

    /** The type that is stored under this name today, whatever the revision. */
    public Optional<Class<?>> typeOf(String name) {
        return Optional.ofNullable(types.get(name));
    }

    public Collection<Class<?>> types() {
        return Collections.unmodifiableCollection(types.values());
    }

    private void add(Class<?> type) {
        var storedAs = type.getAnnotation(StoredAs.class);
        if (storedAs == null) {
            throw new IllegalStateException(type.getName() + " has no @StoredAs: it could not be stored");
        }
        if (!NAME.matcher(storedAs.value()).matches() || storedAs.revision() < 1) {
            throw new IllegalStateException(
                    type.getName() + " is stored as <slice>.<Event>, revision 1 or more; not as " + storedAs.value()
                            + ", revision " + storedAs.revision());
        }
        var other = types.putIfAbsent(storedAs.value(), type);
        if (other != null) {
            throw new IllegalStateException(
                    "Two events are stored as " + storedAs.value() + ": " + other.getName() + " and " + type.getName());
        }
        names.put(type, new EventName(storedAs.value(), storedAs.revision()));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        var permitted = type.getPermittedSubclasses();
        if (permitted != null) {
            return Stream.of(permitted).flatMap(EventCatalog::leaves).distinct();
        }
        if (!type.isRecord()) {
            throw new IllegalStateException(type.getName() + " is an event and no record");
        }
        return Stream.of(type);
    }
}
