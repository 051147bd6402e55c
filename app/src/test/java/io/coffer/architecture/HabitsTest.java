package io.coffer.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.coffer.architecture.Coffer.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Habits")
class HabitsTest {

    private static final Path MODULES = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern HUNTED = Pattern.compile("<param>(io\\.coffer\\.[\\w.]+)</param>");

    private static final Pattern SENTENCE_AND_MARK =
            Pattern.compile("(?s)/\\*\\*\\s*\\*?\\s*[A-Z].*?\\.\\s*\\*/\\s*@NullMarked\\s+package .*");

    @Test
    void every_package_says_what_it_is_for_and_is_null_marked() throws IOException {
        for (var folder : packages()) {
            assertThat(folder.resolve("package-info.java")).exists().content().matches(SENTENCE_AND_MARK);
        }
    }

    /** A class that is renamed would leave the hunt without anybody noticing. */
    @Test
    void every_class_that_mutants_are_hunted_in_is_there() throws IOException {
        var named = HUNTED.matcher(Files.readString(MODULES.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1).replace('.', '/') + ".java")
                .toList();

        assertThat(named)
                .hasSizeGreaterThan(30)
                .allSatisfy(file -> assertThat(
                                MODULES.resolve("command-side/src/main/java").resolve(file))
                        .exists());
    }

    @Test
    void no_name_says_only_that_something_is_a_thing() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Service")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .orShould()
                .haveSimpleNameStartingWith("Base")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .check(CLASSES);
    }

    private static Set<Path> packages() throws IOException {
        try (var files = Files.walk(MODULES)) {
            var folders = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .map(Path::getParent)
                    .collect(Collectors.toSet());
            assertThat(folders).hasSizeGreaterThan(10);
            return folders;
        }
    }
}
