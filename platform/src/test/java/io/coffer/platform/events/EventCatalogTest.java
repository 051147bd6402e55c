package io.coffer.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.kernel.StoredAs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The catalog of events")
class EventCatalogTest {

    @Test
    void finds_every_event_by_name_and_by_type() {
        var catalog = EventCatalog.ofAllEvents();

        assertThat(catalog.types()).isNotEmpty().allSatisfy(type -> {
            var name = catalog.nameOf(type).orElseThrow();
            assertThat(catalog.typeOf(name.value())).contains(type);
        });
    }

    @Test
    void refuses_an_event_without_a_name() {
        assertThatThrownBy(() -> EventCatalog.of(WithoutName.class)).hasMessageContaining("has no @StoredAs");
    }

    @Test
    void refuses_two_events_of_one_name() {
        assertThatThrownBy(() -> EventCatalog.of(Twice.class))
                .hasMessageContaining("Two events are stored as tests.Same")
                .hasMessageContaining("First")
                .hasMessageContaining("Second");
    }

    @Test
    void refuses_a_name_that_is_a_class_name() {
        assertThatThrownBy(() -> EventCatalog.of(ClassName.class)).hasMessageContaining("<slice>.<Event>");
    }

    sealed interface WithoutName {
        record Nameless() implements WithoutName {}
    }

    sealed interface Twice {
        @StoredAs("tests.Same")
        record First() implements Twice {}

        @StoredAs("tests.Same")
        record Second() implements Twice {}
    }

    sealed interface ClassName {
        @StoredAs("io.coffer.Thing")
        record Thing() implements ClassName {}
    }
}
