package io.coffer.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * The token in a request's header {@code Authorization}, and nowhere else (RFC 6750, section 2.1). Spring's own resolver
 * takes the same; its pattern took a tenth of the time of a request.
 */
final class BearerTokens implements BearerTokenResolver {

    private static final String SCHEME = "bearer";
    private static final boolean[] OF_TOKENS = ofTokens();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        if (!isToken(header)) {
            throw new OAuth2AuthenticationException(BearerTokenErrors.invalidToken("Bearer token is malformed"));
        }
        return header.substring(SCHEME.length() + 1);
    }

    /** One space, characters of a token, and equals signs at its end only. */
    private static boolean isToken(String header) {
        var from = SCHEME.length() + 1;
        var end = header.length();
        while (end > from && header.charAt(end - 1) == '=') {
            end--;
        }
        if (end <= from || header.charAt(SCHEME.length()) != ' ') {
            return false;
        }
        for (var index = from; index < end; index++) {
            if (!isOfToken(header.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfToken(char character) {
        return character < OF_TOKENS.length && OF_TOKENS[character];
    }

    private static boolean[] ofTokens() {
        var characters = new boolean[128];
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/"
                .chars()
                .forEach(character -> characters[character] = true);
        return characters;
    }
}
