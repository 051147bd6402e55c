package io.coffer.eventstore;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs tasks at the same time, each on a thread of its own, and gives their results. */
final class Together {

    private static final int SECONDS_MAX = 60;

    private Together() {}

    static <T> List<T> run(int threads, IntFunction<Callable<T>> task) {
        return run(Executors.newFixedThreadPool(threads), threads, task);
    }

    static <T> List<T> run(ExecutorService executor, int tasksCount, IntFunction<Callable<T>> task) {
        try (executor) {
            List<Callable<T>> tasks =
                    IntStream.range(0, tasksCount).mapToObj(task).toList();
            List<Future<T>> futures = executor.invokeAll(tasks, SECONDS_MAX, TimeUnit.SECONDS);
            return futures.stream().map(Together::result).toList();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        }
    }
}
