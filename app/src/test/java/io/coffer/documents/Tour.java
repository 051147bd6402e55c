package io.coffer.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * What a page tells its reader to type, in one shell, and what it says that appears.
 *
 * @param commands the blocks marked bash, in order
 * @param shown each line of the blocks marked text, in order
 */
record Tour(String commands, List<String> shown) {

    private static final Pattern BASH = Pattern.compile("(?ms)^```bash\n(.*?)^```$");
    private static final Pattern TEXT = Pattern.compile("(?ms)^```text\n(.*?)^```$");
    private static final String ADDRESS = "http://localhost:8080";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    static Tour of(String page) {
        var text = Repository.text(page);
        return new Tour(
                String.join("\n", blocks(BASH, text)),
                blocks(TEXT, text).stream().flatMap(String::lines).toList());
    }

    /** Types it all, against another address than the page says; a command that fails ends it. */
    Ended takenAt(String address, Path folder) throws IOException, InterruptedException {
        var script = Files.writeString(
                folder.resolve("tour.sh"), "set -euo pipefail\n" + commands.replace(ADDRESS, address));
        var output = folder.resolve("output.txt");
        var shell = new ProcessBuilder("bash", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!shell.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly().waitFor();
        }
        return new Ended(shell.exitValue(), Files.readString(output));
    }

    private static List<String> blocks(Pattern fence, String text) {
        return fence.matcher(text).results().map(block -> block.group(1)).toList();
    }

    /** How the shell ended, and everything that it printed. */
    record Ended(int exitCode, String output) {}
}
