package io.coffer.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Does not verify the same signature with every request: what was verified is remembered for a minute. A key that the
 * issuer withdraws is noticed that minute later. Whether the token is over is judged every time; all else that it says
 * stays as it was.
 */
final class VerifiedTokens implements JwtDecoder {

    static final int REMEMBERED_MAX = 10_000;
    static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);

    private final JwtDecoder signatures;
    private final OAuth2TokenValidator<Jwt> times = TokenChecks.ofTimes();
    private final Cache<String, Jwt> verified;

    /** As the issuer's decoder, faster. */
    VerifiedTokens(JwtDecoder signatures, Ticker time) {
        this.signatures = signatures;
        this.verified = Caffeine.newBuilder()
                .maximumSize(REMEMBERED_MAX)
                .expireAfterWrite(REMEMBERED_FOR)
                .ticker(time)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Jwt decode(String token) {
        var known = verified.getIfPresent(token);
        if (known != null) {
            requireStillGood(known);
            return known;
        }
        var fresh = signatures.decode(token);
        verified.put(token, fresh);
        return fresh;
    }

    private void requireStillGood(Jwt token) {
        var result = times.validate(token);
        if (result.hasErrors()) {
            throw new JwtValidationException("The token is not good any more", result.getErrors());
        }
    }
}
