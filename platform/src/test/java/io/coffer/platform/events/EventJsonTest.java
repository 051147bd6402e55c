package io.coffer.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Event JSON")
class EventJsonTest {

    private static final String FUNDED = "accounts.EscrowFunded";
    private static final EscrowFunded EVENT =
            new EscrowFunded(SampleEvents.ACCOUNT, SampleEvents.RECEIPT, Money.fen(1_000), Money.fen(1_500));

    private final EventJson json = new EventJson(EventCatalog.ofAllEvents());

    @Test
    void carries_the_stored_name_and_never_a_class_name() {
        var stored = json.serialize(EVENT, byte[].class);

        assertThat(stored.getType().getName()).isEqualTo(FUNDED);
        assertThat(stored.getType().getRevision()).isEqualTo("1");
        assertThat(text(stored)).doesNotContain("io.coffer").contains("{\"minorUnits\":1000,\"currency\":\"CNY\"}");
        assertThat(json.<byte[], EscrowFunded>deserialize(stored)).isEqualTo(EVENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts.Unheard", "java.lang.String", "io.coffer.api.accounts.EscrowEvent$EscrowFunded"})
    void of_a_name_outside_the_catalog_stops_the_reader(String name) {
        assertThatThrownBy(() -> json.deserialize(stored(name, "1", "{}")))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining(name);
    }

    @Test
    void of_another_revision_is_not_guessed_at() {
        assertThatThrownBy(() -> json.deserialize(stored(FUNDED, "2", text(json.serialize(EVENT, byte[].class)))))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("revision 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "minorUnits":1000,     | "minorUnits":1000,"more":1,
        "minorUnits":1000,     |
        "minorUnits":1000,     | "minorUnits":null,
        "minorUnits":1000,     | "minorUnits":1000.0,
        "minorUnits":1000,     | "minorUnits":"1000",
        "minorUnits":1000,     | "minorUnits":1000,"minorUnits":1000,
        "minorUnits":1000,     | "minorUnits":-1000,
        "currency":"CNY"       | "currency":"USD"
        "account":"EA:acme:    | "account":"EA:ACME:
        "amount":              | "amounts":
        {"account"             | null,{"account"
        """)
    void that_is_not_exactly_the_event_is_refused(String part, @Nullable String instead) {
        var text = text(json.serialize(EVENT, byte[].class));
        var changed = text.replace(part, instead == null ? "" : instead);

        assertThat(changed).isNotEqualTo(text);
        assertThatThrownBy(() -> json.deserialize(stored(FUNDED, "1", changed)))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void reads_no_enum_by_its_place_in_the_source() {
        var text = "{\"receipt\":\"" + SampleEvents.RECEIPT + "\",\"reason\":1}";

        assertThatThrownBy(() -> json.deserialize(stored("receipts.BankReceiptSuspended", "1", text)))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void keeps_metadata_in_a_fixed_order() {
        var metadata = MetaData.from(Map.of("tenant", "acme", "actor", "olga", "rules", 3, "replayed", false));

        var stored = json.serialize(metadata, byte[].class);

        assertThat(text(stored)).isEqualTo("{\"actor\":\"olga\",\"replayed\":false,\"rules\":3,\"tenant\":\"acme\"}");
        assertThat(json.<byte[], MetaData>deserialize(new SerializedMetaData<>(stored.getData(), byte[].class)))
                .isEqualTo(metadata);
    }

    @Test
    void refuses_metadata_that_would_come_back_as_another_type() {
        assertThatThrownBy(() -> json.serialize(MetaData.with("at", Instant.EPOCH), byte[].class))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("at is a Instant");
    }

    @Test
    void refuses_to_store_what_is_no_event() {
        assertThatThrownBy(() -> json.serialize("text", byte[].class)).isInstanceOf(UnreadableEvent.class);
    }

    private static SerializedObject<byte[]> stored(String name, String revision, String text) {
        return new SimpleSerializedObject<>(
                text.getBytes(StandardCharsets.UTF_8), byte[].class, new SimpleSerializedType(name, revision));
    }

    private static String text(SerializedObject<byte[]> stored) {
        return new String(stored.getData(), StandardCharsets.UTF_8);
    }
}
