package io.coffer.bank;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries callbacks and notices: tries until somebody takes them, a bounded number of times. */
final class Courier implements AutoCloseable {

    static final int IN_FLIGHT_MAX = 16;

    private static final System.Logger LOG = System.getLogger(Courier.class.getName());
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration BACK_OFF_MAX = Duration.ofSeconds(10);

    private final BankSettings settings;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT_MAX);
    private final CountDownLatch closing = new CountDownLatch(1);

    Courier(BankSettings settings) {
        this.settings = settings;
    }

    /** The future is complete after the first attempt; further attempts go on behind it. */
    CompletableFuture<Attempt> send(Parcel parcel) {
        CompletableFuture<Attempt> first = new CompletableFuture<>();
        Thread.ofVirtual().name("courier-", 0).start(() -> {
            try {
                attempts(parcel, first);
            } catch (InterruptedException | RuntimeException failure) {
                first.completeExceptionally(failure);
                if (closing.getCount() > 0) {
                    LOG.log(System.Logger.Level.WARNING, "A delivery broke off", failure);
                }
            } finally {
                // Nobody may wait for an attempt that the close has prevented.
                first.cancel(false);
            }
        });
        return first;
    }

    private void attempts(Parcel parcel, CompletableFuture<Attempt> first) throws InterruptedException {
        Duration pause = settings.delivery().backOff();
        for (int number = 1; number <= settings.delivery().attemptsMax(); number++) {
            int status = attempt(parcel);
            if (closing.getCount() == 0) {
                return;
            }
            // Without an address there is nobody who could take it later.
            boolean last = number == settings.delivery().attemptsMax()
                    || settles(status)
                    || parcel.address().get() == null;
            Attempt attempt = new Attempt(number, status, last);
            parcel.record().accept(attempt);
            first.complete(attempt);
            if (last || closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(BACK_OFF_MAX) > 0 ? BACK_OFF_MAX : pause.multipliedBy(2);
        }
    }

    private static boolean settles(int status) {
        // 409 may be CONCURRENT_CHANGE: others changed the payout at the same moment, and it is to be told again.
        return status / 100 == 2 || (status / 100 == 4 && status != 401 && status != 409 && status != 429);
    }

    /** The status of the answer, or 0 when there was none. */
    private int attempt(Parcel parcel) throws InterruptedException {
        Address address = parcel.address().get();
        if (address == null) {
            return 0;
        }
        inFlight.acquire();
        try {
            BearerTokens tokens = settings.delivery().tokens();
            String token = address.authorization() == null && tokens != null ? tokens.token() : null;
            int status = client.send(request(parcel, address, token), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status == 401 && token != null && tokens != null) {
                tokens.rejected(token);
            }
            return status;
        } catch (IOException | RuntimeException failure) {
            LOG.log(System.Logger.Level.DEBUG, "No answer to {0}", parcel.idempotencyKey());
            return 0;
        } finally {
            inFlight.release();
        }
    }

    private static HttpRequest request(Parcel parcel, Address address, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.url())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", parcel.idempotencyKey())
                .POST(HttpRequest.BodyPublishers.ofString(parcel.body()));
        String authorization = token == null ? address.authorization() : "Bearer " + token;
        return authorization == null
                ? request.build()
                : request.header("Authorization", authorization).build();
    }

    @Override
    public void close() {
        closing.countDown();
        client.shutdownNow();
    }

    /** Something to tell, whom to tell it, and where to write down that it was told. */
    record Parcel(Supplier<@Nullable Address> address, String idempotencyKey, String body, Consumer<Attempt> record) {}

    /** One try; status 0 means no answer. */
    record Attempt(int number, int status, boolean last) {}
}
