package io.coffer.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** The configuration or bean exists only in a process that {@linkplain Side#runs runs} one of the given sides. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnSide.class)
public @interface ConditionalOnSide {

    Side[] value();
}
