package io.coffer.platform;

import java.util.Arrays;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

final class OnSide implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var running = Side.of(context.getEnvironment());
        var parts = metadata.getAnnotations().get(ConditionalOnSide.class).getEnumArray("value", Side.class);
        return Arrays.stream(parts).anyMatch(running::runs);
    }
}
