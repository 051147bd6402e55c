package io.coffer.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer as it came over the wire. */
record RawAnswer(int status, String head, String body) {

    static RawAnswer of(String text) {
        assertThat(text).startsWith("HTTP/1.1 ");
        var end = text.indexOf("\r\n\r\n");
        return new RawAnswer(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
    }

    void isProblem(int expected) {
        assertThat(status).as(text()).isEqualTo(expected);
        assertThat(head.toLowerCase(Locale.ROOT)).as(text()).contains("content-type: application/problem+json");
        assertThat(json().path("status").intValue()).isEqualTo(expected);
        assertThat(json().path("code").stringValue()).matches("[A-Z_]+");
        assertThat(body).doesNotContain("Exception", "java", "Tomcat", "<html");
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    String text() {
        return head + "\n\n" + body;
    }
}
