package io.coffer.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.DomainEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

@DisplayName("A stored event")
class EventContractTest {

    private static final EventCatalog CATALOG = EventCatalog.ofAllEvents();
    private static final EventJson JSON = new EventJson(CATALOG);
    private static final ApprovedJson APPROVED = new ApprovedJson(Path.of("src", "test", "resources", "events"));

    record Sample(String file, DomainEvent event) {
        @Override
        public String toString() {
            return file;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void is_written_as_approved(Sample sample) {
        APPROVED.matches(sample.file(), pretty(sample.event()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void is_read_back_equal_from_the_approved_file(Sample sample) {
        var name = CATALOG.nameOf(sample.event().getClass()).orElseThrow();
        var stored = new SimpleSerializedObject<>(
                APPROVED.bytes(sample.file()),
                byte[].class,
                new SimpleSerializedType(name.value(), name.revisionText()));

        assertThat(JSON.<byte[], DomainEvent>deserialize(stored)).isEqualTo(sample.event());
    }

    @Test
    void has_a_sample_whatever_its_type() {
        assertThat(SampleEvents.all().stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(CATALOG.types().stream().collect(Collectors.toList()));
    }

    @Test
    void with_an_optional_field_has_a_minimal_sample() {
        var minimal = SampleEvents.otherShapes().getOrDefault("minimal", List.of());

        assertThat(minimal.stream().map(Object::getClass))
                .containsAll(CATALOG.types().stream()
                        .filter(type -> Arrays.stream(type.getRecordComponents())
                                .anyMatch(component -> component.getType() == Optional.class))
                        .collect(Collectors.toList()));
    }

    // A file of an older revision stays: its event must be readable for ever. Then this list grows by it.
    @Test
    void is_behind_every_approved_file() throws IOException {
        try (var files = Files.list(APPROVED.folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            samples().map(Sample::file).toList());
        }
    }

    static Stream<Sample> samples() {
        return Stream.concat(
                SampleEvents.all().stream().map(event -> new Sample(file(event, ""), event)),
                SampleEvents.otherShapes().entrySet().stream()
                        .flatMap(shape -> shape.getValue().stream()
                                .map(event -> new Sample(file(event, "." + shape.getKey()), event))));
    }

    private static String file(DomainEvent event, String shape) {
        return CATALOG.nameOf(event.getClass()).orElseThrow() + shape + ".json";
    }

    private static String pretty(DomainEvent event) {
        var indented = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indented).withArrayIndenter(indented);
        return JSON.getObjectMapper().writer().with(printer).writeValueAsString(event) + "\n";
    }
}
