package io.coffer.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.coffer.platform.web.Edge;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A token")
class TokenTest {

    private static final String ADDRESS = "/v1/escrow-accounts/EA:acme:C-1";

    private static HttpResponse<String> ask(String token) {
        return Edge.send(Edge.request(ADDRESS).header("Authorization", "Bearer " + token));
    }

    @Test
    void of_the_issuer_opens_the_door() {
        assertThat(ask(Forge.signed(Forge.claims())).statusCode()).isEqualTo(200);
        assertThat(ask(Forge.signed(Forge.claims(), "JWT", JWSAlgorithm.RS256, Forge.KEY))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void that_is_missing_is_asked_for() {
        var response = Edge.send(Edge.request(ADDRESS));
        Edge.problem(response, 401, "UNAUTHENTICATED");
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"coffer\"");
    }

    static Stream<Arguments> forged() throws JOSEException {
        var stranger = new RSAKeyGenerator(2048).keyID(Forge.KEY.getKeyID()).generate();
        return Map.ofEntries(
                        Map.entry("garbage", "garbage"),
                        Map.entry("empty parts", ".."),
                        Map.entry("no signature", Forge.unsigned(Forge.claims())),
                        Map.entry("public key as secret", Forge.signedWithThePublicKey(Forge.claims())),
                        Map.entry(
                                "algorithm not listed",
                                Forge.signed(Forge.claims(), "at+jwt", JWSAlgorithm.RS512, Forge.KEY)),
                        Map.entry(
                                "key of a stranger",
                                Forge.signed(Forge.claims(), "at+jwt", JWSAlgorithm.RS256, stranger)),
                        Map.entry(
                                "type of another token",
                                Forge.signed(Forge.claims(), "logout+jwt", JWSAlgorithm.RS256, Forge.KEY)),
                        Map.entry("other issuer", Forge.signed(Forge.claims().issuer("https://elsewhere.example"))),
                        Map.entry("other audience", Forge.signed(Forge.claims().audience("wallet"))),
                        Map.entry("no audience", Forge.signed(Forge.claims().audience(List.of()))),
                        Map.entry(
                                "expired",
                                Forge.signed(Forge.claims().expirationTime(Forge.in(Duration.ofSeconds(-70))))),
                        Map.entry(
                                "not yet",
                                Forge.signed(Forge.claims().notBeforeTime(Forge.in(Duration.ofSeconds(70))))),
                        Map.entry("without end", Forge.signed(Forge.claims().expirationTime(null))),
                        Map.entry("nobody's", Forge.signed(Forge.claims().subject(null))),
                        Map.entry("a policy's", Forge.signed(Forge.claims().subject("policy:release"))),
                        Map.entry(
                                "subject with a line feed",
                                Forge.signed(Forge.claims().subject("a\nb"))))
                .entrySet()
                .stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forged")
    void that_is_spoiled_opens_nothing(String how, String token) {
        var response = ask(token);
        Edge.problem(response, 401, "UNAUTHENTICATED");
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"coffer\", error=\"invalid_token\"");
    }

    @Test
    void may_be_a_minute_off() {
        assertThat(ask(Forge.signed(Forge.claims().expirationTime(Forge.in(Duration.ofSeconds(-50)))))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YWNtZTphY21lLXNlY3JldA==", "Bearer", "Bearer ", "bearer a b", "Bearer \u00e9"})
    void in_another_form_is_none(String header) {
        Edge.problem(Edge.send(Edge.request(ADDRESS).header("Authorization", header)), 401, "UNAUTHENTICATED");
    }

    @Test
    void in_the_address_is_none() {
        var response = Edge.send(Edge.request(ADDRESS + "?access_token=" + Forge.signed(Forge.claims())));
        Edge.problem(response, 401, "UNAUTHENTICATED");
    }

    static Stream<List<String>> withoutRole() {
        return Stream.of(List.of(), List.of("POLICY"), List.of("business"), List.of("ROOT", "SCOPE_x"));
    }

    @ParameterizedTest
    @MethodSource("withoutRole")
    void without_a_role_of_ours_may_do_nothing(List<String> roles) {
        Edge.problem(ask(Forge.signed(Forge.claims().claim("roles", roles))), 403, "ROLE_MISSING");
    }

    @Test
    void with_roles_that_are_no_list_may_do_nothing() {
        Edge.problem(ask(Forge.signed(Forge.claims().claim("roles", "BUSINESS"))), 403, "ROLE_MISSING");
        Edge.problem(ask(Forge.signed(Forge.claims().claim("roles", null))), 403, "ROLE_MISSING");
    }

    @ParameterizedTest
    @CsvSource({"acme, OPERATOR", "acme, CHECKER", "acme, AUDITOR", ", BUSINESS", "_, BUSINESS", "A B, BUSINESS"})
    void gives_a_tenant_no_role_of_the_institution_and_the_other_way_round(String tenant, String role) {
        var claims = Forge.claims().claim("tenant", tenant).claim("roles", List.of(role));
        Edge.problem(ask(Forge.signed(claims)), 403, "ROLE_MISSING");
    }

    @Test
    void that_is_missing_hides_even_which_addresses_exist() {
        Edge.problem(Edge.send(Edge.request("/v1/nothing")), 401, "UNAUTHENTICATED");
        Edge.problem(Edge.send(Edge.request("/actuator/env")), 401, "UNAUTHENTICATED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/readiness",
                "/actuator/health/liveness",
                "/actuator/info",
                "/openapi.json",
                "/openapi.yaml",
                "/oauth2/jwks",
                "/.well-known/oauth-authorization-server",
                "/swagger-ui/index.html"
            })
    void is_not_needed_for_what_everybody_may_know(String path) {
        var response = Edge.send(Edge.request(path));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void of_an_operator_or_auditor_reads_the_metrics() {
        var tenants = Edge.send(Edge.asTenant("/actuator/prometheus"));
        Edge.problem(tenants, 403, "ROLE_MISSING");
        var auditors = Edge.send(Edge.request("/actuator/prometheus")
                .header("Authorization", "Bearer " + Edge.token("auditor", "auditor-secret")));
        assertThat(auditors.statusCode()).isEqualTo(200);
        assertThat(auditors.body()).contains("jvm_memory_used_bytes");
        var nothing = Edge.send(Edge.request("/actuator/env")
                .header("Authorization", "Bearer " + Edge.token("operator-1", "operator-1-secret")));
        Edge.problem(nothing, 404, "NO_SUCH_PATH");
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=client_credentials&client_id=acme&client_secret=wrong, 401",
        "grant_type=client_credentials&client_id=nobody&client_secret=nobody-secret, 401",
        "grant_type=password&client_id=acme&client_secret=acme-secret, 400",
        "grant_type=client_credentials, 401",
        "'', 401"
    })
    void is_given_for_a_secret_only(String form, int status) {
        var response = Edge.send(Edge.request("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        assertThat(response.statusCode()).as(response.body()).isIn(400, status);
    }

    @Test
    void holds_what_its_client_may_do() {
        var checker = Edge.send(Edge.echo(Edge.VALID)
                .setHeader("Authorization", "Bearer " + Edge.token("checker-2", "checker-2-secret")));
        assertThat(Edge.json(checker).path("subject").stringValue()).isEqualTo("checker-2");
    }
}
