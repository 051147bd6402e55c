package io.coffer.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An identifier of version 7")
class UuidV7IdentifierFactoryTest {

    // The example of RFC 9562, appendix A.6.
    private static final Instant EXAMPLE = Instant.ofEpochMilli(0x017F22E279B0L);

    @Test
    void is_what_Axon_uses_when_this_module_is_there() {
        assertThat(UUID.fromString(IdentifierFactory.getInstance().generateIdentifier())
                        .version())
                .isEqualTo(7);
    }

    @Test
    void carries_time_version_and_variant() {
        UUID id = UUID.fromString(new UuidV7IdentifierFactory(() -> EXAMPLE).generateIdentifier());

        assertThat(id.toString()).startsWith("017f22e2-79b0-7000-");
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void is_ordered_by_time_within_a_millisecond() {
        List<String> ids = Stream.of(0, 250, 500_000, 999_999)
                .map(nanos -> new UuidV7IdentifierFactory(() -> EXAMPLE.plusNanos(nanos)).generateIdentifier())
                .toList();

        assertThat(ids).isSorted();
        assertThat(ids.getLast()).startsWith("017f22e2-79b0-7fff-");
    }

    @Test
    void is_new_each_time() {
        UuidV7IdentifierFactory still = new UuidV7IdentifierFactory(() -> EXAMPLE);

        assertThat(Stream.generate(still::generateIdentifier).limit(10_000)).doesNotHaveDuplicates();
    }
}
