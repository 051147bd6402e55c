package io.coffer.app;

import java.util.List;
import org.springframework.boot.actuate.endpoint.web.EndpointMediaTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ActuatorConfiguration {

    private static final String JSON = "application/json";

    // The edge writes JSON under its plain name only; the actuator's own names would find nobody to write them.
    @Bean
    EndpointMediaTypes endpointMediaTypes() {
        return new EndpointMediaTypes(List.of(JSON), List.of(JSON));
    }
}
