package io.coffer.platform.security;

import java.util.List;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Tells in a token what its client may do. */
record TokenClaims(SecuritySettings settings) implements OAuth2TokenCustomizer<JwtEncodingContext> {

    @Override
    public void customize(JwtEncodingContext context) {
        var client = DemoClient.of(context.getRegisteredClient().getClientId()).orElseThrow();
        context.getJwsHeader().type("at+jwt");
        context.getClaims()
                .audience(List.of(settings.audience()))
                .claim(settings.rolesClaim(), List.of(client.role().name()));
        client.tenant().ifPresent(tenant -> context.getClaims().claim(settings.tenantClaim(), tenant));
    }
}
