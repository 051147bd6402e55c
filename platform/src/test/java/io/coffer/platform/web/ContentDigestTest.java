package io.coffer.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.platform.vault.Hmac;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An operation's digest")
class ContentDigestTest {

    /** It is stored with the key: with another one, every repeat of an old operation would be refused as other content. */
    @Test
    void is_for_ever_what_it_was() {
        var key = new Hmac("a key of the test".getBytes(StandardCharsets.US_ASCII));
        var body = StrictJson.mapper().readTree("""
            {"name": "a\\"b", "list": [1, true, null], "amount": {"value": "1.00", "currency": "CNY"}}
            """);

        // Made with another implementation, of the text that CanonicalJson is to write.
        assertThat(ContentDigest.of(key, "POST", "/v1/x", body).hex())
                .isEqualTo("e89095995657da62c7d74c38a593325f53acee4ed12729c5dc543d23d4c88291");
    }
}
