package io.coffer.platform.openapi;

import io.coffer.api.kernel.Actor;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.platform.web.IdempotencyKey;
import io.coffer.platform.web.IfMatch;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** OpenAPI 3.1 at {@code /openapi.json} and {@code /openapi.yaml}, and a page to try it at {@code /docs}. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {

    private static final String TOKEN = "token";

    static {
        // These come from headers and the token; the customizer describes the headers.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, IdempotencyKey.class, IfMatch.class);
        SpringDocUtils.getConfig().replaceWithClass(Money.class, Amount.class);
    }

    @Bean
    OpenAPI cofferApi(@Value("${coffer.security.issuer-uri:}") String issuer) {
        return new OpenAPI()
                .info(new Info()
                        .title("Coffer")
                        .version("v1")
                        .description("Money held in escrow. Every change carries an Idempotency-Key, every refusal is a"
                                + " problem with a stable code, every amount is a decimal text with its currency."))
                // Relative, so that the page tries the server that it came from.
                .addServersItem(new Server().url("/"))
                .components(new Components()
                        .addSchemas(ProblemSchema.NAME, ProblemSchema.schema())
                        .addSecuritySchemes(TOKEN, issuer.isBlank() ? ownIssuer() : outsideIssuer(issuer)))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    private static SecurityScheme ownIssuer() {
        var flow = new OAuthFlow().tokenUrl("/oauth2/token").scopes(new Scopes());
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("For a first look: client acme with the secret acme-secret is a tenant.")
                .flows(new OAuthFlows().clientCredentials(flow));
    }

    private static SecurityScheme outsideIssuer(String issuer) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.OPENIDCONNECT)
                .openIdConnectUrl(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration");
    }

    @Bean
    GlobalOperationCustomizer edgeOfOperations() {
        return new OperationEdge();
    }

    /** Springdoc would describe a side's own arguments as a query; what they are made of is said as headers. */
    @Bean
    SmartInitializingSingleton hiddenArguments(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        return () -> requestMappingHandlerMapping.getHandlerMethods().values().stream()
                .flatMap(method -> Arrays.stream(method.getMethodParameters()))
                .map(MethodParameter::getParameterType)
                .filter(OperationEdge::namesOperation)
                .forEach(type -> SpringDocUtils.getConfig().addRequestWrapperToIgnore(type));
    }

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    WebMvcConfigurer documentPaths() {
        return new WebMvcConfigurer() {
            @Override
            public void addViewControllers(ViewControllerRegistry registry) {
                registry.addRedirectViewController("/", "/docs");
                registry.addViewController("/openapi.json").setViewName("forward:/openapi");
            }
        };
    }
}
