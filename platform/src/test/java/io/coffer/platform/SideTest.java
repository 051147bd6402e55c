package io.coffer.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

@DisplayName("A side")
class SideTest {

    @Test
    void is_both_when_nothing_is_said() {
        assertThat(beansOf(Map.of())).containsExactlyInAnyOrder("commandPart", "queryPart");
    }

    @Test
    void of_command_leaves_the_query_part_out() {
        assertThat(beansOf(Map.of(Side.PROPERTY, "command"))).containsExactly("commandPart");
    }

    @Test
    void of_the_issuer_runs_neither_part() {
        assertThat(beansOf(Map.of(Side.PROPERTY, "Issuer"))).containsExactly("issuerPart");
    }

    @Test
    void that_does_not_exist_is_refused_by_name() {
        assertThatThrownBy(() -> Side.of(environment(Map.of(Side.PROPERTY, "sideways"))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("'sideways'");
    }

    private static String[] beansOf(Map<String, Object> properties) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.setEnvironment(environment(properties));
            context.register(Parts.class);
            context.refresh();
            return context.getBeanNamesForType(String.class);
        }
    }

    private static StandardEnvironment environment(Map<String, Object> properties) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        return environment;
    }

    @Configuration(proxyBeanMethods = false)
    static class Parts {

        @Bean
        @ConditionalOnSide(Side.COMMAND)
        String commandPart() {
            return "command";
        }

        @Bean
        @ConditionalOnSide(Side.QUERY)
        String queryPart() {
            return "query";
        }

        @Bean
        @ConditionalOnSide(Side.ISSUER)
        String issuerPart() {
            return "issuer";
        }
    }
}
