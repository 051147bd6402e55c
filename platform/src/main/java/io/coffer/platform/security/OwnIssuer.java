package io.coffer.platform.security;

import io.coffer.platform.Side;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether this process issues tokens itself: the issuer always does, any other when it is told of no issuer. */
final class OwnIssuer implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isUsedBy(context.getEnvironment());
    }

    static boolean isUsedBy(Environment environment) {
        return Side.of(environment) == Side.ISSUER
                || environment.getProperty(SecuritySettings.ISSUER_URI, "").isBlank();
    }
}
