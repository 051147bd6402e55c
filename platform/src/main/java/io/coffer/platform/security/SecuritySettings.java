package io.coffer.platform.security;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are taken.
 *
 * @param issuerUri any OIDC issuer; blank in the one-process run, which then is its own issuer
 * @param publicUrl the own issuer's name in tokens: where other processes reach it
 * @param signingKeyFile where the own issuer keeps its key; by default in the data directory
 * @param demoClients whether clients without a given secret exist with their built-in one
 * @param clients secrets of the own issuer's clients, by client id
 */
@ConfigurationProperties("coffer.security")
record SecuritySettings(
        @DefaultValue("") String issuerUri,
        @DefaultValue("coffer") String audience,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("tenant") String tenantClaim,
        @DefaultValue("") String publicUrl,
        @DefaultValue("") String signingKeyFile,
        @Nullable Boolean demoClients,
        @DefaultValue Map<String, String> clients) {

    static final String ISSUER_URI = "coffer.security.issuer-uri";
    static final String CLIENTS = "coffer.security.clients.";
}
