package io.coffer.bank;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Somebody whom the bank tells one subject; where that is can change while the bank runs. */
final class Recipient {

    private final Subject subject;
    private final Ledger ledger;
    private final Courier courier;
    private volatile @Nullable Address address;

    Recipient(Subject subject, BankSettings settings, Ledger ledger, Courier courier) {
        this.subject = subject;
        this.ledger = ledger;
        this.courier = courier;
        URI url = settings.delivery().urls().get(subject);
        this.address = url == null ? null : new Address(url, null);
    }

    Route route() {
        return new Route("PUT", subject.path(), this::set);
    }

    private Reply set(Call call) {
        Fields fields = call.fields();
        fields.only("url", "authorization");
        address = new Address(fields.url("url"), fields.optional("authorization", Fields.HEADER));
        return Reply.ok(Map.of("status", "SET"));
    }

    /** Sends copies under keys of their own; the future is complete after the first attempt of each. */
    CompletableFuture<?> tell(Message message, int firstCopy, int copies) {
        return CompletableFuture.allOf(send(message, firstCopy, copies).toArray(CompletableFuture<?>[]::new));
    }

    /** As {@link #tell}, and waits; one HTTP status per copy, 0 where nobody answered. */
    List<Integer> statuses(Message message, int firstCopy, int copies) {
        return send(message, firstCopy, copies).stream().map(Recipient::status).toList();
    }

    private List<CompletableFuture<Courier.Attempt>> send(Message message, int firstCopy, int copies) {
        String body = Json.MAPPER.writeValueAsString(message.body());
        return IntStream.range(firstCopy, firstCopy + Math.max(0, copies))
                .mapToObj(copy -> courier.send(new Courier.Parcel(
                        () -> address,
                        message.key() + (copy == 1 ? "" : "-" + copy),
                        body,
                        attempt -> ledger.record(message.trace().entry(copy, attempt)))))
                .toList();
    }

    private static int status(CompletableFuture<Courier.Attempt> first) {
        try {
            return first.join().status();
        } catch (CancellationException | CompletionException broken) {
            return 0;
        }
    }

    /** Something to tell: the idempotency key of its first copy, its body, and what the journal says of an attempt. */
    record Message(String key, Object body, Trace trace) {}

    /** What the journal says of an attempt. */
    @FunctionalInterface
    interface Trace {
        Entry entry(int copy, Courier.Attempt attempt);
    }
}
