package io.coffer.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.platform.StartRefused;
import io.coffer.platform.database.BuiltInSecret;
import io.coffer.platform.web.Edge;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.NestedExceptionUtils;

@DisplayName("The issuer")
class IssuerTest {

    private static HttpRequest.Builder to(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String token(int port, String secret) {
        var response = Edge.send(to(port, "/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=operator-1&client_secret=" + secret)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Edge.json(response).path("access_token").stringValue();
    }

    @Test
    void may_be_elsewhere_and_start_later() {
        var port = freePort();
        var address = "http://localhost:" + port;
        try (var side = Edge.start("coffer.side=command", "coffer.security.issuer-uri=" + address)) {
            var account = to(Edge.port(side), "/v1/escrow-accounts/EA:acme:C-1");
            var early = Edge.send(account.copy().header("Authorization", "Bearer " + Forge.signed(Forge.claims())));
            Edge.problem(early, 503, "SERVICE_UNAVAILABLE");
            try (var _ = Edge.start(
                    "coffer.side=issuer",
                    "server.port=" + port,
                    "coffer.security.public-url=" + address,
                    "coffer.security.clients.operator1=given")) {
                var token = token(port, "given");
                var answer = Edge.send(account.copy().header("Authorization", "Bearer " + token));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                // Its own and ours differ in name and key, and neither opens the other's door.
                var ours = Edge.send(account.copy().header("Authorization", "Bearer " + Edge.token()));
                Edge.problem(ours, 401, "UNAUTHENTICATED");
            }
        }
    }

    @Test
    void of_a_side_on_its_own_must_be_named() {
        assertThatThrownBy(() -> Edge.start("coffer.side=query"))
                .extracting(NestedExceptionUtils::getMostSpecificCause)
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void on_its_own_knows_no_client_without_a_given_secret() {
        assertThatThrownBy(() -> Edge.start("coffer.side=issuer"))
                .extracting(NestedExceptionUtils::getMostSpecificCause)
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void confesses_every_built_in_secret() {
        assertThat(Edge.context().getBeansOfType(BuiltInSecret.class).values())
                .hasSize(DemoClient.values().length)
                .contains(new BuiltInSecret("token client acme", "coffer.security.clients.acme"));
        try (var given = Edge.start("coffer.security.clients.acme=given", "coffer.security.demo-clients=false")) {
            assertThat(given.getBeansOfType(BuiltInSecret.class)).isEmpty();
        }
    }

    @Test
    void keeps_its_key_where_only_its_user_reads(@TempDir Path directory) throws IOException {
        var file = directory.resolve("keys").resolve("issuer-key.json");
        var made = SigningKey.at(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SigningKey.at(file)).isEqualTo(made);
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> SigningKey.at(file)).isInstanceOf(StartRefused.class);
    }
}
