package io.coffer.bank;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a simulated bank is set up.
 *
 * @param journalDirectory where the journal lives; one running bank per directory
 * @param port 0 takes any free one
 * @param suffixScripts whether the ending of a payee account may choose the behaviour
 */
public record BankSettings(
        Path journalDirectory,
        int port,
        InstantSource clock,
        boolean suffixScripts,
        Custody custody,
        Delivery delivery,
        Times times) {

    /** The account that the bank keeps for the institution. */
    public record Custody(String bankCode, String account) {}

    /**
     * How the bank tells what happened.
     *
     * @param urls all of them can be set later over HTTP
     * @param attemptsMax how often a callback or notice is tried
     * @param backOff the pause after the first failed attempt; doubles up to ten seconds
     */
    public record Delivery(Map<Subject, URI> urls, @Nullable BearerTokens tokens, int attemptsMax, Duration backOff) {}

    /**
     * How long things take.
     *
     * @param lateBy how long an accepted payout takes when its script does not say
     * @param holdMax how long an answer that never comes keeps its connection open
     */
    public record Times(Duration lateBy, Duration holdMax) {}

    /** A bank on any free port that answers at once and tells nobody yet. */
    public static BankSettings in(Path journalDirectory) {
        return new BankSettings(
                journalDirectory,
                0,
                InstantSource.system(),
                true,
                new Custody("104100000004", "110060149018800100001"),
                new Delivery(Map.of(), null, 10, Duration.ofMillis(200)),
                new Times(Duration.ofMillis(500), Duration.ofMinutes(2)));
    }

    public BankSettings withPort(int newPort) {
        return new BankSettings(journalDirectory, newPort, clock, suffixScripts, custody, delivery, times);
    }

    public BankSettings withClock(InstantSource newClock) {
        return new BankSettings(journalDirectory, port, newClock, suffixScripts, custody, delivery, times);
    }

    public BankSettings withSuffixScripts(boolean on) {
        return new BankSettings(journalDirectory, port, clock, on, custody, delivery, times);
    }

    public BankSettings withCustody(String bankCode, String account) {
        return new BankSettings(
                journalDirectory, port, clock, suffixScripts, new Custody(bankCode, account), delivery, times);
    }

    public BankSettings withTimes(Duration lateBy, Duration holdMax) {
        return new BankSettings(
                journalDirectory, port, clock, suffixScripts, custody, delivery, new Times(lateBy, holdMax));
    }

    public BankSettings withCallbackUrl(@Nullable URI url) {
        return withUrl(Subject.PAYOUT_RESULT, url);
    }

    public BankSettings withNoticeUrl(@Nullable URI url) {
        return withUrl(Subject.ARRIVAL, url);
    }

    public BankSettings withReturnUrl(@Nullable URI url) {
        return withUrl(Subject.RETURN, url);
    }

    public BankSettings withChannelPaymentUrl(@Nullable URI url) {
        return withUrl(Subject.CHANNEL_PAYMENT, url);
    }

    public BankSettings withRefundUrl(@Nullable URI url) {
        return withUrl(Subject.REFUND_RESULT, url);
    }

    public BankSettings withTokens(@Nullable BearerTokens tokens) {
        return with(new Delivery(delivery.urls(), tokens, delivery.attemptsMax(), delivery.backOff()));
    }

    public BankSettings withAttempts(int attemptsMax, Duration backOff) {
        return with(new Delivery(delivery.urls(), delivery.tokens(), attemptsMax, backOff));
    }

    private BankSettings withUrl(Subject subject, @Nullable URI url) {
        Map<Subject, URI> urls = new HashMap<>(delivery.urls());
        if (url == null) {
            urls.remove(subject);
        } else {
            urls.put(subject, url);
        }
        return with(new Delivery(Map.copyOf(urls), delivery.tokens(), delivery.attemptsMax(), delivery.backOff()));
    }

    private BankSettings with(Delivery newDelivery) {
        return new BankSettings(journalDirectory, port, clock, suffixScripts, custody, newDelivery, times);
    }
}
