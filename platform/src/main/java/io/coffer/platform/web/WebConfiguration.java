package io.coffer.platform.web;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The edge of every process that speaks HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ErrorPage.class, StrictBody.class})
public class WebConfiguration {

    @Bean
    @Primary
    JsonMapper edgeJson() {
        return StrictJson.mapper();
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    NdjsonReader ndjsonReader(JsonMapper json) {
        return new NdjsonReader(json);
    }

    @Bean
    TomcatLimits tomcatLimits() {
        return new TomcatLimits();
    }

    @Bean
    FilterRegistrationBean<EdgeFilter> edgeFilter(ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new EdgeFilter(problems));
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        // Outside of security, so that its answers carry a trace id too.
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    WebMvcConfigurer edgeMvc() {
        return new EdgeMvc();
    }

    private record EdgeMvc() implements WebMvcConfigurer {

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new HeaderArguments());
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new RequestCheck());
        }
    }
}
