package io.coffer.command.kernel;

import io.coffer.api.kernel.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The digests of an aggregate's slice and of the language, as they were compiled: whatever changes in a fold changes them.
 * A number that people must raise would be forgotten once, and an old state would be believed.
 */
final class CodeRevision {

    private static final String LANGUAGE = "io/coffer/api";
    private static final Map<String, String> DIGESTS = new ConcurrentHashMap<>();

    private CodeRevision() {}

    static String of(Class<?> aggregate) {
        return digest(aggregate.getPackageName().replace('.', '/')) + "-" + digest(LANGUAGE);
    }

    private static String digest(String folder) {
        return DIGESTS.computeIfAbsent(folder, CodeRevision::digestOfClasses);
    }

    private static String digestOfClasses(String folder) {
        try {
            var sha256 = Sha256.begin();
            var classes = new PathMatchingResourcePatternResolver(CodeRevision.class.getClassLoader())
                    .getResources("classpath*:" + folder + "/**/*.class");
            if (classes.length == 0) {
                // Nothing old is believed by code that cannot be recognised.
                return UUID.randomUUID().toString();
            }
            Arrays.sort(classes, Comparator.comparing(String::valueOf));
            for (var compiled : classes) {
                sha256.update(compiled.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(sha256.digest(), 0, 8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
