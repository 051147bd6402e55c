package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.description.TextDescription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
record Reply(int status, HttpHeaders headers, String text) {

    static final JsonMapper JSON = JsonMapper.builder().build();

    JsonNode json() {
        return JSON.readTree(text);
    }

    String at(String pointer) {
        return json().at(pointer).asString();
    }

    List<JsonNode> items() {
        return StreamSupport.stream(json().path("items").spliterator(), false).toList();
    }

    String code() {
        return mediaType().equals("application/problem+json") ? at("/code") : "no problem: " + status;
    }

    String mediaType() {
        return headers.firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    }

    String etag() {
        return headers.firstValue("ETag").orElse("");
    }

    long position() {
        return Long.parseLong(headers.firstValue("Coffer-Position").orElse("0"));
    }

    boolean isReplay() {
        return headers.firstValue("Idempotent-Replayed").filter("true"::equals).isPresent();
    }

    Reply isAccepted() {
        assertThat(status).as(described()).isIn(200, 201, 202);
        return this;
    }

    Reply isRefused(int expectedStatus, String expectedCode) {
        assertThat(code()).as(described()).isEqualTo(expectedCode);
        assertThat(status).as(described()).isEqualTo(expectedStatus);
        return this;
    }

    private TextDescription described() {
        return new TextDescription("%s", this);
    }

    @Override
    public String toString() {
        return status + " " + (text.length() > 2_000 ? text.substring(0, 2_000) + "…" : text);
    }
}
