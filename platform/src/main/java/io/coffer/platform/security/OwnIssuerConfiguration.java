package io.coffer.platform.security;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.coffer.platform.Side;
import io.coffer.platform.StartRefused;
import io.coffer.platform.database.DataDirectory;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** The token issuer inside this process, with clients for a first look. */
@Conditional(OwnIssuer.class)
@Import(BuiltInClientSecrets.class)
class OwnIssuerConfiguration {

    private static final String KEY_FILE = "issuer-key.json";

    @Bean
    @Order(1)
    SecurityFilterChain issuerChain(HttpSecurity http) {
        return http.securityMatcher("/oauth2/token", "/oauth2/jwks", "/.well-known/oauth-authorization-server")
                .oauth2AuthorizationServer(Customizer.withDefaults())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(SecurityHeaders::write)
                .build();
    }

    @Bean
    AuthorizationServerSettings issuerSettings(SecuritySettings settings, Environment environment) {
        return AuthorizationServerSettings.builder()
                .issuer(name(settings, environment))
                .build();
    }

    @Bean
    RegisteredClientRepository clients(SecuritySettings settings, Environment environment) {
        var clients = IssuerClients.of(settings, Side.of(environment));
        if (clients.registered().isEmpty()) {
            throw new StartRefused(
                    "The token issuer has no client: none was given a secret.",
                    "Set " + SecuritySettings.CLIENTS + "<client id> for the clients that you need.");
        }
        return new InMemoryRegisteredClientRepository(clients.registered());
    }

    @Bean
    PasswordEncoder clientSecrets() {
        return new ClientSecrets();
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(SecuritySettings settings, Environment environment) {
        var file = settings.signingKeyFile().isBlank()
                ? Path.of(environment.getProperty(DataDirectory.PROPERTY, "data"), KEY_FILE)
                : Path.of(settings.signingKeyFile());
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.at(file)));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> tokenClaims(SecuritySettings settings) {
        return new TokenClaims(settings);
    }

    @Bean
    JwtDecoder ownTokens(
            JWKSource<SecurityContext> keys, AuthorizationServerSettings issuer, SecuritySettings settings) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(algorithms -> {
                    algorithms.clear();
                    algorithms.addAll(TokenChecks.ALGORITHMS);
                })
                // The type is checked with the claims.
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier((type, context) -> {}))
                .build();
        decoder.setJwtValidator(TokenChecks.of(Objects.requireNonNull(issuer.getIssuer()), settings.audience()));
        return new VerifiedTokens(decoder, Ticker.systemTicker());
    }

    private static String name(SecuritySettings settings, Environment environment) {
        var side = Side.of(environment);
        if (side == Side.COMMAND || side == Side.QUERY) {
            throw new StartRefused(
                    "A side on its own takes tokens of an issuer elsewhere, and was told of none.",
                    "Set " + SecuritySettings.ISSUER_URI + " to the issuer's address.");
        }
        return settings.publicUrl().isBlank()
                ? "http://localhost:" + environment.getProperty("server.port", "8080")
                : settings.publicUrl();
    }
}
