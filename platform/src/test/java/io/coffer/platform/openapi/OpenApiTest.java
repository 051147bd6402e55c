package io.coffer.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.platform.web.Edge;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("The API's description")
class OpenApiTest {

    private static final JsonNode DOCUMENT = Edge.json(Edge.send(Edge.request("/openapi.json")));

    private static Stream<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue);
    }

    @Test
    void is_openapi_3_1_and_nothing_of_spring() {
        assertThat(DOCUMENT.path("openapi").stringValue()).startsWith("3.1");
        assertThat(DOCUMENT.path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/v1/echo",
                        "/v1/escrow-accounts/{account}",
                        "/v1/approve",
                        "/v1/open",
                        "/v1/accept",
                        "/v1/amend",
                        "/v1/draw",
                        "/v1/failing",
                        "/v1/lines");
        assertThat(Edge.send(Edge.request("/openapi.yaml")).body()).startsWith("openapi: 3.1");
    }

    @Test
    void requires_every_field_but_the_optional_ones() {
        var body = DOCUMENT.at("/components/schemas/Body");
        assertThat(texts(body.path("required")))
                .containsExactlyInAnyOrder("account", "amount", "day", "colour", "agreed", "nested");
        assertThat(body.path("properties").propertyNames()).contains("at", "remark");
        assertThat(body.at("/properties/remark/type").stringValue()).isEqualTo("string");
        assertThat(body.at("/properties/at/format").stringValue()).isEqualTo("date-time");
        assertThat(body.at("/properties/day/format").stringValue()).isEqualTo("date");
        assertThat(body.path("additionalProperties").booleanValue(true)).isFalse();
    }

    @Test
    void writes_identities_and_money_as_texts() {
        var body = DOCUMENT.at("/components/schemas/Body/properties");
        assertThat(body.at("/account/type").stringValue()).isEqualTo("string");
        assertThat(body.at("/account/pattern").stringValue()).startsWith("^");
        var amount = DOCUMENT.at("/components/schemas/Amount");
        assertThat(amount.at("/properties/value/type").stringValue()).isEqualTo("string");
        assertThat("600000.00").matches(amount.at("/properties/value/pattern").stringValue());
        assertThat(texts(amount.at("/properties/currency/enum"))).containsExactly("CNY");
        assertThat(DOCUMENT.at("/components/schemas/Echoed/properties/money/$ref")
                        .stringValue())
                .isEqualTo("#/components/schemas/Amount");
        assertThat(DOCUMENT.at("/components/schemas").propertyNames())
                .doesNotContain("Money", "Actor", "EscrowAccountId");
        var path = DOCUMENT.at("/paths/~1v1~1escrow-accounts~1{account}/get/parameters/0");
        assertThat(path.at("/schema/type").stringValue()).isEqualTo("string");
    }

    @Test
    void names_the_headers_of_a_command() {
        var approve = DOCUMENT.at("/paths/~1v1~1approve/post/parameters");
        assertThat(approve.valueStream().map(header -> header.get("name").stringValue()))
                .containsExactlyInAnyOrder("Idempotency-Key", "If-Match");
        assertThat(approve.valueStream())
                .allMatch(header -> header.get("required").booleanValue());
        var amend = DOCUMENT.at("/paths/~1v1~1amend/post/parameters");
        assertThat(amend.valueStream().map(header -> header.get("name").stringValue()))
                .containsExactly("If-Match");
        assertThat(amend.at("/0/required").booleanValue(false)).isFalse();
    }

    @Test
    void says_what_an_argument_of_a_side_is_made_of() {
        var draw = DOCUMENT.at("/paths/~1v1~1draw/post");
        assertThat(draw.path("parameters")
                        .valueStream()
                        .map(header -> header.get("name").stringValue()))
                .containsExactly("Idempotency-Key");
        assertThat(draw.at("/responses/201/content/application~1json/schema/$ref")
                        .stringValue())
                .isEqualTo("#/components/schemas/Drawing");
        assertThat(DOCUMENT.at("/components/schemas").propertyNames()).doesNotContain("Call", "OperationId");
    }

    @Test
    void leaves_a_member_of_a_family_open_for_what_the_family_adds() {
        var circle = DOCUMENT.at("/components/schemas/Circle");
        assertThat(circle.has("additionalProperties")).isFalse();
        assertThat(texts(circle.path("required"))).containsExactly("radius");
    }

    @Test
    void names_the_problems_of_an_operation() {
        var responses = DOCUMENT.at("/paths/~1v1~1echo/post/responses");
        assertThat(responses.propertyNames())
                .contains("200", "400", "401", "403", "404", "409", "413", "415", "422", "429", "503");
        assertThat(DOCUMENT.at("/paths/~1v1~1approve/post/responses").propertyNames())
                .contains("412", "428");
        assertThat(responses
                        .at("/422/content/application~1problem+json/schema/$ref")
                        .stringValue())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(DOCUMENT.at("/components/schemas/Problem/properties/code/type")
                        .stringValue())
                .isEqualTo("string");
    }

    @Test
    void can_be_tried_with_a_token_on_a_page_that_runs_its_own_scripts_only() {
        var page = Edge.send(Edge.request("/swagger-ui/index.html"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'")
                .doesNotContain("script-src 'self' 'unsafe-inline'");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]*src=)");
        var script = Edge.send(Edge.request("/swagger-ui/swagger-initializer.js"));
        assertThat(script.body()).contains("/openapi/swagger-config", "initOAuth", "acme");
        var config = Edge.json(Edge.send(Edge.request("/openapi/swagger-config")));
        assertThat(config.path("url").stringValue()).isEqualTo("/openapi");
        assertThat(DOCUMENT.at("/components/securitySchemes/token/flows/clientCredentials/tokenUrl")
                        .stringValue())
                .isEqualTo("/oauth2/token");
        var docs = Edge.send(Edge.request("/docs"));
        assertThat(docs.statusCode()).isEqualTo(302);
        assertThat(docs.headers().firstValue("Location").orElseThrow()).endsWith("/swagger-ui/index.html");
    }
}
