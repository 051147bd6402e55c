package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The API's own description. Whatever a test sends and gets is held against it. */
final class Contract {

    private static final Map<String, Contract> READ = new ConcurrentHashMap<>();

    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getOpenApi31());
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final JsonNode document;
    private final List<Template> templates;

    private record Template(String path, Pattern pattern) {}

    private Contract(JsonNode document) {
        this.document = document;
        this.templates = document.path("paths").properties().stream()
                .map(Map.Entry::getKey)
                // A fixed word is meant before a variable is.
                .sorted(Comparator.comparingLong((String path) ->
                                path.chars().filter(c -> c == '{').count())
                        .thenComparing(Comparator.naturalOrder()))
                .map(path -> new Template(path, Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+"))))
                .toList();
    }

    static Contract of(String base) {
        return READ.computeIfAbsent(
                base,
                address -> new Contract(Client.send(HttpRequest.newBuilder(URI.create(address + "/openapi"))
                                .build())
                        .isAccepted()
                        .json()));
    }

    List<String> paths() {
        return templates.stream().map(Template::path).toList();
    }

    JsonNode operation(String template, String method) {
        return document.path("paths").path(template).path(method.toLowerCase(java.util.Locale.ROOT));
    }

    /** Every answer is one that the description names; every accepted request is one that it allows. */
    void check(String method, String path, String mediaType, @Nullable String body, Reply reply) {
        if (!path.startsWith("/v1/")) {
            return;
        }
        var found = template(method, path);
        if (found.isEmpty()) {
            assertThat(reply.status())
                    .as("%s %s is not described: %s", method, path, reply)
                    .isBetween(400, 499);
            return;
        }
        var at = method + " " + found.get();
        var operation = operation(found.get(), method);
        var described = operation.path("responses").path(Integer.toString(reply.status()));
        assertThat(described.isMissingNode())
                .as("%s does not name %s", at, reply)
                .isFalse();
        checkBody(at + " answers " + reply.status(), described.path("content"), reply.mediaType(), reply.text());
        if (reply.status() < 300 && body != null) {
            checkBody(at + " takes", operation.path("requestBody").path("content"), mediaType, body);
        }
    }

    private Optional<String> template(String method, String path) {
        return templates.stream()
                .filter(template -> template.pattern().matcher(path).matches())
                .filter(template -> !operation(template.path(), method).isMissingNode())
                .map(Template::path)
                .findFirst();
    }

    private void checkBody(String at, JsonNode content, String mediaType, String body) {
        if (content.isMissingNode() && body.isEmpty()) {
            return;
        }
        assertThat(content.propertyNames()).as(at).contains(mediaType);
        var schema = content.path(mediaType).path("schema");
        if (!mediaType.endsWith("ndjson") && !schema.isMissingNode()) {
            assertThat(compiled(at, schema).validate(Reply.JSON.readTree(body)))
                    .as("%s what it does not describe: %s", at, body)
                    .isEmpty();
        }
    }

    // References point into the components of the whole document, so each schema takes them along.
    private Schema compiled(String at, JsonNode schema) {
        return schemas.computeIfAbsent(at, _ -> {
            var whole = (ObjectNode) schema.deepCopy();
            whole.set("components", document.path("components"));
            return registry.getSchema(whole);
        });
    }
}
