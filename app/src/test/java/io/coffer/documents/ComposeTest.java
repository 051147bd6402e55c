package io.coffer.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** No container engine runs here, so the file is held against the specification, and what it promises is checked in it. */
@DisplayName("docker-compose.yml")
class ComposeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([^}]*)}");

    private final String text = Repository.text("docker-compose.yml");

    // SnakeYAML itself: merge keys are resolved before the schema sees them.
    private final JsonNode compose = JSON.valueToTree(new Yaml().<Map<String, Object>>load(text));

    @Test
    void is_valid_by_the_compose_specification() throws IOException {
        assertThat(schema().validate(compose)).isEmpty();
    }

    @Test
    void would_be_refused_with_a_misspelt_word() throws IOException {
        ((ObjectNode) compose.path("services").path("postgres")).put("imagee", "postgres:18");
        assertThat(schema().validate(compose)).isNotEmpty();
    }

    @Test
    void takes_every_secret_from_the_environment_without_a_default() {
        var example = Repository.text(".env.example");
        assertThat(VARIABLE.matcher(text).results().map(variable -> variable.group(1)))
                .isNotEmpty()
                .allSatisfy(variable -> {
                    assertThat(variable).matches("[A-Z0-9_]+:\\?.+");
                    assertThat(example).contains("\n" + variable.substring(0, variable.indexOf(':')) + "=\n");
                });
    }

    @Test
    void gives_every_service_a_health_check_and_every_one_of_ours_an_ordinary_user() {
        assertThat(compose.path("services").properties()).hasSize(5).allSatisfy(service -> {
            assertThat(service.getValue().path("healthcheck").path("test").size())
                    .isPositive();
            if (!service.getKey().equals("postgres")) {
                assertThat(service.getValue().path("user").asString()).isEqualTo("10001:10001");
            }
        });
        assertThat(Repository.text("Dockerfile")).contains("USER 10001:10001");
    }

    @Test
    void leaves_the_durability_of_the_server_alone() {
        assertThat(compose.path("services").path("postgres").has("command")).isFalse();
    }

    private static Schema schema() throws IOException {
        try (var file = ComposeTest.class.getResourceAsStream("/compose/compose-spec.json")) {
            var schema = (ObjectNode) JSON.readTree(file);
            // It names its dialect by https, which is not the dialect's identity, and itself by no address.
            schema.put("$schema", SpecificationVersion.DRAFT_7.getDialectId());
            schema.remove("$id");
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema);
        }
    }
}
