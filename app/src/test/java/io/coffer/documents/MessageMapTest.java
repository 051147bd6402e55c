package io.coffer.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/messages.md")
class MessageMapTest {

    private static final String PAGE = "docs/messages.md";

    private final MessageMap map = new MessageMap();

    @Test
    void is_what_the_sources_say() throws IOException {
        var text = map.text();
        if (Boolean.getBoolean("coffer.approve")) {
            Files.writeString(Repository.file(PAGE), text);
        }
        assertThat(Repository.text(PAGE)).isEqualTo(text);
    }

    @Test
    void knows_the_rules_of_every_command() {
        // It only asks: what it finds is answered, and nothing is recorded.
        assertThat(map.undecided()).containsExactly("VerifyLegReissue");
    }
}
