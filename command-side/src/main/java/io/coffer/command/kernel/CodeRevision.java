package io.coffer.command.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The digest of an aggregate's slice and of the language, as they were compiled: whatever changes in a fold changes it. A
 * number that people must raise would be forgotten once, and an old state would be believed.
 */
final class CodeRevision {

    private static final String LANGUAGE = "io/coffer/api";

    private static final ClassValue<String> REVISIONS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            try {
                return digest(type);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("Every JDK has SHA-256", impossible);
            }
        }
    };

    private CodeRevision() {}

    static String of(Class<?> aggregate) {
        return REVISIONS.get(aggregate);
    }

    private static String digest(Class<?> type) throws IOException, GeneralSecurityException {
        var sha256 = MessageDigest.getInstance("SHA-256");
        var resources = new PathMatchingResourcePatternResolver(type.getClassLoader());
        for (var folder : new String[] {type.getPackageName().replace('.', '/'), LANGUAGE}) {
            var classes = resources.getResources("classpath*:" + folder + "/**/*.class");
            if (classes.length == 0) {
                // Nothing old is believed by code that cannot be recognised.
                return "unknown-" + UUID.randomUUID();
            }
            Arrays.sort(classes, Comparator.comparing(String::valueOf));
            for (var compiled : classes) {
                sha256.update(compiled.getContentAsByteArray());
            }
        }
        return HexFormat.of().formatHex(sha256.digest(), 0, 8);
    }
}
