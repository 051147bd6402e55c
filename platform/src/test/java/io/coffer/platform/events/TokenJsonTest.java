package io.coffer.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Token JSON")
class TokenJsonTest {

    private final TokenJson json = new TokenJson();

    @ParameterizedTest
    @MethodSource("tokens")
    void reads_back_what_it_wrote(TrackingToken token) {
        var stored = json.serialize(token, byte[].class);

        assertThat(json.<byte[], TrackingToken>deserialize(stored)).isEqualTo(token);
    }

    static Stream<TrackingToken> tokens() {
        var five = new GlobalSequenceTrackingToken(5);
        var nine = new GlobalSequenceTrackingToken(9);
        return Stream.of(
                five,
                ReplayToken.createReplayToken(nine, null),
                ReplayToken.createReplayToken(nine, five),
                ReplayToken.createReplayToken(nine, MergedTrackingToken.merged(five, nine)),
                MergedTrackingToken.merged(five, nine),
                new ConfigToken(Map.of("id", "coffer")));
    }

    @Test
    void reads_no_other_class() {
        assertThatThrownBy(() -> read("java.lang.String", "\"text\"")).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void reads_no_other_class_inside_a_replay() {
        var nested = "{\"tokenAtReset\":{\"@class\":\"javax.swing.JEditorPane\",\"page\":\"http://localhost\"}}";

        assertThatThrownBy(() -> read(ReplayToken.class.getName(), nested)).isInstanceOf(SerializationException.class);
    }

    private Object read(String type, String text) {
        return json.deserialize(new SimpleSerializedObject<>(
                text.getBytes(StandardCharsets.UTF_8), byte[].class, new SimpleSerializedType(type, null)));
    }
}
