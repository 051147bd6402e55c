package io.coffer.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

@DisplayName("A verified token")
class VerifiedTokensTest {

    private static final String ISSUER = "https://issuer.example";

    private final AtomicInteger verifications = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void is_verified_once_in_a_minute() {
        var tokens = remembering(token -> token(token, Duration.ofMinutes(5)));

        var first = tokens.decode("a");
        assertThat(tokens.decode("a")).isSameAs(first);
        nanos.addAndGet(VerifiedTokens.REMEMBERED_FOR.toNanos() - 1);
        tokens.decode("a");
        assertThat(verifications).hasValue(1);

        nanos.addAndGet(1);
        tokens.decode("a");
        assertThat(verifications).hasValue(2);
    }

    @Test
    void is_told_from_every_other() {
        var tokens = remembering(token -> token(token, Duration.ofMinutes(5)));

        assertThat(tokens.decode("a").getTokenValue()).isEqualTo("a");
        assertThat(tokens.decode("b").getTokenValue()).isEqualTo("b");
        assertThat(verifications).hasValue(2);
    }

    /** Remembered as good, and over by now: the skew of a minute is part of the check. */
    @Test
    void that_is_over_is_refused_all_the_same() {
        var tokens = remembering(token -> token(token, Duration.ofSeconds(-61)));

        tokens.decode("a");

        assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> tokens.decode("a"));
        assertThat(verifications).hasValue(1);
    }

    @Test
    void is_no_token_that_was_refused() {
        var tokens = remembering(token -> {
            throw new BadJwtException("forged");
        });

        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("a"));
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("a"));
        assertThat(verifications).hasValue(2);
    }

    private VerifiedTokens remembering(JwtDecoder issuer) {
        return new VerifiedTokens(
                token -> {
                    verifications.incrementAndGet();
                    return issuer.decode(token);
                },
                nanos::get);
    }

    private static Jwt token(String text, Duration left) {
        return Jwt.withTokenValue(text)
                .header("typ", "at+jwt")
                .issuer(ISSUER)
                .subject("acme")
                .audience(List.of("coffer"))
                .issuedAt(Instant.now().minusSeconds(600))
                .expiresAt(Instant.now().plus(left))
                .build();
    }
}
