package io.coffer.platform.security;

import io.coffer.api.kernel.Role;
import io.coffer.platform.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Nobody gets further than the documentation without a token that names a role. Rules about objects are in decisions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
@Import({OutsideIssuerConfiguration.class, OwnIssuerConfiguration.class})
public class SecurityConfiguration {

    private static final String[] ANYBODYS = {
        "/",
        "/docs",
        "/docs/**",
        "/swagger-ui/**",
        "/openapi",
        "/openapi/**",
        "/openapi.json",
        "/openapi.yaml",
        "/.well-known/**",
        "/actuator/health",
        "/actuator/health/**",
        "/actuator/info"
    };

    /** The request is measured as a whole; a span around each of a dozen filters took a tenth of it and told nobody anything. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiChain(
            HttpSecurity http, JwtDecoder tokens, SecuritySettings settings, ProblemWriter problems) {
        var refusals = new Refusals(problems);
        var actors = new TokenActors(settings.rolesClaim(), settings.tenantClaim());
        return http.authorizeHttpRequests(SecurityConfiguration::allow)
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new BearerTokens())
                        .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(actors))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie identifies anybody, so no other site can borrow one.
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(SecurityHeaders::write)
                .build();
    }

    private static void allow(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(HttpMethod.GET, ANYBODYS)
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasAnyRole(Role.OPERATOR.name(), Role.AUDITOR.name())
                .anyRequest()
                .hasAnyRole(Arrays.stream(Role.values())
                        .filter(role -> role != Role.POLICY)
                        .map(Role::name)
                        .toArray(String[]::new));
    }

    /** Unknown methods go on to Spring MVC, which answers 405 with the header Allow. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderNames(name -> name.indexOf('\t') < 0 && isText(name));
        firewall.setAllowedHeaderValues(SecurityConfiguration::isText);
        return firewall;
    }

    /** What the firewall takes by itself, without a pattern's work on every character of every header. */
    private static boolean isText(String header) {
        for (var index = 0; index < header.length(); index++) {
            var character = header.charAt(index);
            var isPlain = (character >= ' ' && character <= '~') || character == '\t';
            if (!isPlain && (Character.isISOControl(character) || !Character.isDefined(character))) {
                return false;
            }
        }
        return true;
    }

    @Bean
    WebMvcConfigurer actorMvc() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ActorArgument());
            }
        };
    }
}
