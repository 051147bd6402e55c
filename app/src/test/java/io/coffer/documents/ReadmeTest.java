package io.coffer.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.app.CofferApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

@DisplayName("README.md")
class ReadmeTest {

    private static final String PAGE = "README.md";
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    @TempDir
    private Path folder;

    @Test
    void has_a_tour_that_works_as_printed() throws IOException, InterruptedException {
        var tour = Tour.of(PAGE);
        try (var coffer = SpringApplication.run(
                CofferApplication.class, "--server.port=0", "--coffer.data-directory=" + folder.resolve("data"))) {
            var port = coffer.getEnvironment().getRequiredProperty("local.server.port");
            var ended = tour.takenAt("http://localhost:" + port, folder);
            assertThat(ended.exitCode()).as(ended.output()).isZero();
            assertThat(ended.output()).containsSubsequence(tour.shown());
        }
        assertThat(tour.shown()).isNotEmpty();
    }

    @Test
    void links_only_to_what_exists() {
        assertThat(LINK.matcher(Repository.text(PAGE)).results().map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Repository.file(link)).exists());
    }

    @Test
    void fits_on_one_page() throws IOException {
        assertThat(Files.readAllLines(Repository.file(PAGE))).hasSizeLessThan(160);
    }
}
