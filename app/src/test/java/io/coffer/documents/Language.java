package io.coffer.documents;

import java.util.Arrays;
import java.util.stream.Stream;

/** Every record of a sealed family, however deep. */
final class Language {

    private Language() {}

    static Stream<Class<?>> records(Class<?> family) {
        if (!family.isSealed()) {
            return Stream.of(family);
        }
        return Arrays.stream(family.getPermittedSubclasses()).flatMap(Language::records);
    }
}
