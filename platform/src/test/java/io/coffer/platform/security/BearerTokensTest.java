package io.coffer.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

@DisplayName("The token of a request")
class BearerTokensTest {

    private static final BearerTokens OURS = new BearerTokens();

    @Test
    void is_what_follows_the_scheme() {
        assertThat(taken(OURS, "Bearer a.b-c_d~e+f/9==")).isEqualTo("token a.b-c_d~e+f/9==");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer abc",
                "bearer abc",
                "BEARER aZ09-._~+/",
                "Bearer abc=",
                "Bearer abc===",
                "Bearer a=b",
                "Bearer =abc",
                "Bearer =",
                "Bearer",
                "Bearer ",
                "Bearer  abc",
                "Bearer abc ",
                "Bearer\tabc",
                "Bearer a b",
                "Bearer a,b",
                "Bearer a@b",
                "Bearer [a]",
                "Bearer {a}",
                "Bearer a:b",
                "Bearer é",
                "Bearer abc\n",
                "Bearerabc",
                "Bearers abc",
                "Basic YWNtZTphY21lLXNlY3JldA==",
                "Bear",
                "ſearer abc",
                ""
            })
    void is_found_or_refused_as_spring_would(String header) {
        assertThat(taken(OURS, header)).isEqualTo(taken(new DefaultBearerTokenResolver(), header));
    }

    @Test
    void is_not_there_without_a_header() {
        assertThat(OURS.resolve(new MockHttpServletRequest())).isNull();
    }

    private static String taken(BearerTokenResolver resolver, String header) {
        var request = new MockHttpServletRequest();
        request.addHeader("Authorization", header);
        try {
            return Optional.ofNullable(resolver.resolve(request))
                    .map("token "::concat)
                    .orElse("none");
        } catch (OAuth2AuthenticationException refused) {
            return refused.getError().getErrorCode() + " " + refused.getMessage();
        }
    }
}
