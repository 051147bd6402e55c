package io.coffer.platform.security;

import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Answers are never stored nor shown in a frame; only the page that tries the API may run its own scripts. */
final class SecurityHeaders {

    private static final String NEVER_STORED = "no-cache, no-store, max-age=0, must-revalidate";

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** Swagger UI sets style attributes, and draws its icons from data URLs. */
    private static final String OWN_SCRIPTS = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void write(HeadersConfigurer<HttpSecurity> headers) {
        RequestMatcher page = request -> request.getServletPath().startsWith("/swagger-ui/");
        // Of what Spring writes by itself, HTTP/1.0's Pragma and Expires say once more what Cache-Control says, and
        // X-XSS-Protection turns off what no browser has had for years.
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .xssProtection(HeadersConfigurer.XXssConfig::disable)
                .addHeaderWriter(new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, NEVER_STORED))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        page, new ContentSecurityPolicyHeaderWriter(OWN_SCRIPTS)))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(page), new ContentSecurityPolicyHeaderWriter(NOTHING)));
    }
}
