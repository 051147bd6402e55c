package io.coffer.command.kernel;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes shells of one aggregate type. A decision works on a copy, which may be thrown away; the states inside are records,
 * so that a copy of the shell shares nothing that changes.
 */
final class Shells<T> {

    private final Constructor<T> constructor;
    private final List<Field> fields;

    Shells(Class<T> type) {
        try {
            this.constructor = type.getDeclaredConstructor();
        } catch (NoSuchMethodException missing) {
            throw new IllegalArgumentException(type + " has no constructor without arguments", missing);
        }
        this.fields = Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .toList();
        constructor.setAccessible(true);
        fields.forEach(field -> field.setAccessible(true));
    }

    T blank() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    T copy(T original) {
        var copy = blank();
        fields.forEach(field -> set(field, copy, value(field, original)));
        return copy;
    }

    List<Field> fields() {
        return fields;
    }

    @Nullable
    Object value(Field field, T shell) {
        try {
            return field.get(shell);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void set(Field field, T shell, @Nullable Object value) {
        try {
            field.set(shell, value);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
