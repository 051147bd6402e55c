package io.coffer.bank;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads a journal from its start to its last sound line; damage before the last line is refused. */
final class JournalReader {

    private final LineIndex index = new LineIndex();
    private final Path path;
    private final Consumer<Entry> reader;

    private JournalReader(Path path, Consumer<Entry> reader) {
        this.path = path;
        this.reader = reader;
    }

    static LineIndex read(Path path, Consumer<Entry> reader) throws IOException {
        JournalReader journal = new JournalReader(path, reader);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            journal.lines(in);
        }
        return journal.index;
    }

    private void lines(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                accept(line.toByteArray(), in);
                line.reset();
            }
        }
    }

    private void accept(byte[] line, InputStream rest) throws IOException {
        Entry entry;
        try {
            entry = JournalLine.read(line, index.lines() + 1);
        } catch (RuntimeException damaged) {
            if (rest.read() < 0) {
                return;
            }
            throw new IllegalStateException("Line " + (index.lines() + 1) + " of " + path + " is damaged", damaged);
        }
        index.add(line.length);
        reader.accept(entry);
    }
}
