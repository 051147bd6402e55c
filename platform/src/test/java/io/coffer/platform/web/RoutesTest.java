package io.coffer.platform.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

@DisplayName("The way of a request to its handler")
class RoutesTest {

    public record Handler(String name) {}

    private static final Map<String, String> ROUTES = Map.of(
            "list", "/v1/things",
            "one", "/v1/things/{id}",
            "search", "/v1/things/search",
            "part", "/v1/things/{id}/parts/{part}",
            "change", "/v1/things/{id}/change",
            "digits", "/v1/things/{id:[0-9]+}/digits",
            "rest", "/v1/files/**",
            "short", "/health",
            "any", "/{side}/things/any/of/this/length");

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/v1, /v1",
        "/v1/things, /v1/things",
        "/v1/things/, /v1/things 1",
        "/v1/things/7, /v1/things 1",
        "/v1/things/{id}/change, /v1/things 2",
        "/v1/things/7/parts/9, /v1/things 3"
    })
    void begins_with_the_shape_of_its_path(String path, String shape) {
        assertThat(IndexedRoutes.shape(path)).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/things, list",
        "/v1/things/7, one",
        "/v1/things/search, search",
        "/v1/thing%73/7, one",
        "/v1/things/7/parts/9, part",
        "/v1/things/7/change, change",
        "/v1/things/7/digits, digits",
        "/v1/files/a, rest",
        "/v1/files/a/b/c/d, rest",
        "/health, short",
        "/v2/things/any/of/this/length, any",
        "/v1/things/x/digits, ",
        "/v1/things/, ",
        "/v1/things/7/8, ",
        "/v2/things/7, ",
        "/, "
    })
    void is_the_same_with_an_index_and_without(String path, String route) throws Exception {
        assertThat(found(new IndexedRoutes(), path)).isEqualTo(route);
        assertThat(found(new RequestMappingHandlerMapping(), path)).isEqualTo(route);
    }

    @Test
    void with_variables_is_in_the_index() throws Exception {
        var routes = with(new IndexedRoutes());
        assertThat(routes.getHandlerMethods().keySet().stream().flatMap(route -> routes.getDirectPaths(route).stream()))
                .containsExactlyInAnyOrder(
                        "/v1/things", "/v1/things 1", "/v1/things 1", "/v1/things 2", "/v1/things 3", "/health");
    }

    @Test
    void names_the_right_method_where_only_the_path_is_found() {
        var request = request("POST", "/v1/things/7/parts/9");
        assertThatThrownBy(() -> with(new IndexedRoutes()).getHandler(request))
                .isInstanceOfSatisfying(
                        HttpRequestMethodNotSupportedException.class,
                        refusal -> assertThat(refusal.getSupportedMethods()).containsExactly("GET"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/escrow-accounts/EA:acme:C-1", "/v1/escrow%2Daccounts/EA:acme:C-1"})
    void is_found_in_a_running_program_however_its_steps_are_spelled(String path) {
        assertThat(Edge.send(Edge.asTenant(path)).body()).isEqualTo("\"EA:acme:C-1\"");
        var post = Edge.asTenant(path).POST(BodyPublishers.noBody());
        Edge.problem(Edge.send(post), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void lets_others_run_after_each_answer() {
        var server = (TomcatWebServer) requireNonNull(((WebServerApplicationContext) Edge.context()).getWebServer());
        assertThat(server.getTomcat().getConnector().getProtocolHandler().getAdapter())
                .isInstanceOf(LetsOthersRun.class);
    }

    @Test
    void leads_through_many_requests_on_one_connection_in_their_order() {
        var sent = new StringBuilder();
        for (var number = 0; number < 20; number++) {
            sent.append("GET /v1/escrow-accounts/EA:acme:C-")
                    .append(number)
                    .append(" HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ")
                    .append(Edge.token())
                    .append(number == 19 ? "\r\nConnection: close\r\n\r\n" : "\r\n\r\n");
        }
        var answers = Edge.rawOpen(sent.toString().getBytes(StandardCharsets.US_ASCII));
        assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(21);
        assertThat(answers.replaceAll("(?s).*?\"EA:acme:C-(\\d+)\"", "$1 ").strip())
                .startsWith("0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19");
    }

    private static @Nullable String found(RequestMappingHandlerMapping routes, String path) throws Exception {
        var chain = with(routes).getHandler(request("GET", path));
        return chain == null ? null : ((Handler) ((HandlerMethod) chain.getHandler()).getBean()).name();
    }

    private static MockHttpServletRequest request(String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        return request;
    }

    private static <T extends RequestMappingHandlerMapping> T with(T routes) throws Exception {
        routes.setApplicationContext(new StaticApplicationContext());
        var options = new RequestMappingInfo.BuilderConfiguration();
        options.setPatternParser(routes.getPatternParser());
        for (var route : ROUTES.entrySet()) {
            var info = RequestMappingInfo.paths(route.getValue())
                    .methods(RequestMethod.GET)
                    .options(options)
                    .build();
            routes.registerMapping(info, new Handler(route.getKey()), Handler.class.getMethod("name"));
        }
        return routes;
    }
}
