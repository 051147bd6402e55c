package io.coffer.bank;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The bank's memory: a file of lines that only grows. An append returns when its line is on the disk; lines that wait at
 * the same time share one fsync. Not a FileChannel for writing, because an interrupt would close that under everyone.
 */
final class Journal implements AutoCloseable {

    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock forcing = new ReentrantLock();
    private final Path path;
    private final RandomAccessFile file;
    private final LineIndex index;
    private volatile int durable;
    private volatile boolean broken;

    private Journal(Path path, RandomAccessFile file, LineIndex index) {
        this.path = path;
        this.file = file;
        this.index = index;
        this.durable = index.lines();
    }

    /** Opens the journal and hands every entry in it to {@code reader}, the oldest first. */
    static Journal open(Path directory, Consumer<Entry> reader) throws IOException {
        Files.createDirectories(directory);
        Path path = directory.resolve("journal.ndjson");
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            claim(file, path);
            try (FileChannel folder = FileChannel.open(directory, StandardOpenOption.READ)) {
                folder.force(true);
            }
            LineIndex index = JournalReader.read(path, reader);
            // Whatever follows the last sound line was torn by the end of the process that wrote it.
            file.setLength(index.end());
            file.seek(index.end());
            file.getFD().sync();
            return new Journal(path, file, index);
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private static void claim(RandomAccessFile file, Path path) throws IOException {
        try {
            if (file.getChannel().tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException sameProcess) {
            // Same refusal as for another process.
        }
        throw new IllegalStateException("Another bank simulator is running on " + path);
    }

    void append(Instant at, Entry entry) {
        int number = write(at, entry);
        forcing.lock();
        try {
            if (durable >= number) {
                return;
            }
            requireSound();
            int target = lastWritten();
            file.getFD().sync();
            durable = target;
        } catch (IOException failure) {
            broken = true;
            throw new UncheckedIOException(failure);
        } finally {
            forcing.unlock();
        }
    }

    private int write(Instant at, Entry entry) {
        writing.lock();
        try {
            requireSound();
            byte[] line = JournalLine.write(index.lines() + 1, at, entry);
            file.write(line);
            return index.add(line.length);
        } catch (IOException failure) {
            broken = true;
            throw new UncheckedIOException(failure);
        } finally {
            writing.unlock();
        }
    }

    private int lastWritten() {
        writing.lock();
        try {
            return index.lines();
        } finally {
            writing.unlock();
        }
    }

    /** After a failed write or fsync nobody knows what is on the disk: only a new start, which reads it, may go on. */
    private void requireSound() {
        if (broken) {
            throw new IllegalStateException("The journal is closed");
        }
    }

    /** Up to {@code limit} durable lines after line {@code after}, as they are in the file. */
    byte[] lines(int after, int limit) throws IOException {
        long from;
        long to;
        writing.lock();
        try {
            int first = Math.min(after, durable);
            from = index.endOf(first);
            to = index.endOf(Math.min(durable, first + limit));
        } finally {
            writing.unlock();
        }
        ByteBuffer lines = ByteBuffer.allocate(Math.toIntExact(to - from));
        try (FileChannel reading = FileChannel.open(path, StandardOpenOption.READ)) {
            while (lines.hasRemaining() && reading.read(lines, from + lines.position()) >= 0) {}
        }
        return lines.array();
    }

    @Override
    public void close() throws IOException {
        writing.lock();
        try {
            broken = true;
            file.close();
        } finally {
            writing.unlock();
        }
    }
}
