package io.coffer.platform.security;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

/** What a token must be before anybody asks what it allows. Times are the machine's, never the simulated clock's. */
final class TokenChecks {

    /** Signatures by a key pair only: whoever can check a token must not be able to make one. */
    static final Set<SignatureAlgorithm> ALGORITHMS =
            Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256, SignatureAlgorithm.PS256);

    private static final Duration SKEW = Duration.ofSeconds(60);

    /** Subjects go into events as the maker or checker; a policy's name is no person's. */
    private static final Pattern SUBJECT = Pattern.compile("(?!policy:)[!-~]{1,128}");

    private TokenChecks() {}

    static OAuth2TokenValidator<Jwt> of(String issuer, String audience) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTypeValidator("JWT", "at+jwt"),
                ofTimes(),
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, expiry -> expiry != null),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audiences -> audiences != null && audiences.contains(audience)),
                new JwtClaimValidator<Object>(
                        JwtClaimNames.SUB,
                        subject -> subject instanceof String name
                                && SUBJECT.matcher(name).matches()));
    }

    /** The only one of all that a token can pass today and not tomorrow. */
    static OAuth2TokenValidator<Jwt> ofTimes() {
        return new JwtTimestampValidator(SKEW);
    }
}
