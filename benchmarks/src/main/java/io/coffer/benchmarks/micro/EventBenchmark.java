package io.coffer.benchmarks.micro;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.benchmarks.append.Contenders;
import io.coffer.query.SalesInProgress;
import java.util.concurrent.TimeUnit;
import org.axonframework.serialization.SerializedObject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Writing and reading the payload of the ten events that home sales consist of most. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventBenchmark {

    private static final int LOOKED_AT = 10_000;

    @Param({
        "EscrowAccountOpened",
        "VirtualAccountAttached",
        "BankReceiptRecorded",
        "BankReceiptAssigned",
        "EscrowFunded",
        "PaymentItemSettled",
        "BankReceiptConsumed",
        "ReleaseApproved",
        "PayoutCreated",
        "PayoutSucceeded"
    })
    @SuppressWarnings("NullAway.Init") // Filled in by JMH.
    public String event;

    @SuppressWarnings("NullAway.Init") // By the method below.
    private DomainEvent decoded;

    @SuppressWarnings("NullAway.Init") // By the method below.
    private SerializedObject<byte[]> encoded;

    @Setup
    public void find() {
        decoded = new SalesInProgress(1, 100)
                .next(LOOKED_AT).stream()
                        .filter(candidate ->
                                candidate.getClass().getSimpleName().equals(event))
                        .findFirst()
                        .orElseThrow();
        encoded = Contenders.JSON.serialize(decoded, byte[].class);
    }

    @Benchmark
    public SerializedObject<byte[]> encode() {
        return Contenders.JSON.serialize(decoded, byte[].class);
    }

    @Benchmark
    public Object decode() {
        return Contenders.JSON.deserialize(encoded);
    }
}
