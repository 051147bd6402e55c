package io.coffer.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.coffer.platform.database.DataDirectory;
import io.coffer.platform.web.Edge;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/** Makes tokens with the server's own key, so that each test spoils exactly one thing. */
final class Forge {

    static final RSAKey KEY = SigningKey.at(Path.of(
            Objects.requireNonNull(Edge.context().getEnvironment().getProperty(DataDirectory.PROPERTY)),
            "issuer-key.json"));

    private Forge() {}

    static JWTClaimsSet.Builder claims() {
        var issuer = Edge.context().getBean(AuthorizationServerSettings.class).getIssuer();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("acme")
                .audience("coffer")
                .claim("tenant", "acme")
                .claim("roles", List.of("BUSINESS"))
                .notBeforeTime(in(Duration.ZERO))
                .expirationTime(in(Duration.ofMinutes(5)));
    }

    static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    static String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, "at+jwt", JWSAlgorithm.RS256, KEY);
    }

    static String signed(JWTClaimsSet.Builder claims, String type, JWSAlgorithm algorithm, RSAKey key) {
        var header = new JWSHeader.Builder(algorithm).type(new JOSEObjectType(type));
        var token = new SignedJWT(header.keyID(KEY.getKeyID()).build(), claims.build());
        try {
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String unsigned(JWTClaimsSet.Builder claims) {
        return new PlainJWT(claims.build()).serialize();
    }

    /** The oldest trick: the public key as the secret of a symmetric algorithm. */
    static String signedWithThePublicKey(JWTClaimsSet.Builder claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt"));
        var token = new SignedJWT(header.keyID(KEY.getKeyID()).build(), claims.build());
        try {
            token.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
