package io.coffer.platform.security;

import io.coffer.platform.Side;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The clients that the own issuer knows.
 *
 * @param builtIn the properties that would replace the built-in secrets still in use
 */
record IssuerClients(List<RegisteredClient> registered, List<String> builtIn) {

    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    static IssuerClients of(SecuritySettings settings, Side side) {
        // An issuer of its own serves other processes, whose database is never the embedded one.
        var withBuiltIn = settings.demoClients() == null ? side != Side.ISSUER : settings.demoClients();
        var registered = Arrays.stream(DemoClient.values())
                .flatMap(client -> client
                        .givenSecret(settings)
                        .or(() -> withBuiltIn ? Optional.of(client.builtInSecret()) : Optional.empty())
                        .map(secret -> registered(client, secret))
                        .stream())
                .toList();
        var builtIn = Arrays.stream(DemoClient.values())
                .filter(client -> client.givenSecret(settings)
                        .map(secret -> secret.equals(client.builtInSecret()))
                        .orElse(withBuiltIn))
                .map(client -> SecuritySettings.CLIENTS + client.id())
                .toList();
        return new IssuerClients(registered, builtIn);
    }

    private static RegisteredClient registered(DemoClient client, String secret) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenFormat(OAuth2TokenFormat.SELF_CONTAINED)
                        .accessTokenTimeToLive(TOKEN_LIFE)
                        .build())
                .build();
    }
}
