package io.coffer.platform.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** The edge of every process that speaks HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ErrorPage.class})
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
    WebMvcRegistrations edgeDispatch(JsonMapper json) {
        return new EdgeDispatch(json);
    }

    @Bean
    WebMvcConfigurer edgeMvc(JsonMapper json) {
        return new EdgeMvc(json);
    }

    private record EdgeDispatch(JsonMapper json) implements WebMvcRegistrations {

        @Override
        public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
            return new IndexedRoutes();
        }

        @Override
        public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
            return new RequestMappingHandlerAdapter() {
                @Override
                public void afterPropertiesSet() {
                    super.afterPropertiesSet();
                    // What is configured the usual way comes last, and Spring's own would take it all.
                    setArgumentResolvers(before(new BodyArguments(json), getArgumentResolvers()));
                    setReturnValueHandlers(before(new OperationAnswers(json), getReturnValueHandlers()));
                }
            };
        }
    }

    private static <T> List<T> before(T first, @Nullable List<T> rest) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(requireNonNull(rest));
        return all;
    }

    private record EdgeMvc(JsonMapper json) implements WebMvcConfigurer {

        @Override
        public void configureMessageConverters(ServerBuilder converters) {
            converters
                    .withJsonConverter(new JsonBodies(json))
                    .configureMessageConvertersList(all -> all.removeIf(EdgeMvc::bindsUnjudged));
        }

        /** Whatever format Spring finds a library for on the class path, such as YAML. */
        private static boolean bindsUnjudged(HttpMessageConverter<?> converter) {
            return !(converter instanceof JsonBodies
                    || converter instanceof StringHttpMessageConverter
                    || converter instanceof ByteArrayHttpMessageConverter
                    || converter instanceof ResourceHttpMessageConverter);
        }

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
