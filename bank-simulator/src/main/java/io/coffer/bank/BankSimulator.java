package io.coffer.bank;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A bank of our own on a loopback port, with a durable journal that tells what it really did. */
public final class BankSimulator implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final Ledger ledger;
    private final Courier courier;
    private final Settlement<BankPayout> settlement;
    private final PaymentChannels channels;
    private final Router router;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private BankSimulator(BankSettings settings, Ledger ledger) throws IOException {
        this.ledger = ledger;
        this.courier = new Courier(settings);
        Recipients recipients = new Recipients(settings, ledger, courier);
        Scripts scripts = new Scripts(settings);
        Scripts refundScripts = new Scripts(settings);
        Arrivals arrivals = new Arrivals(settings, ledger, recipients.of(Subject.ARRIVAL));
        Returns returns = new Returns(ledger, recipients.of(Subject.RETURN));
        Payouts payouts = new Payouts(ledger, new Callbacks(recipients.of(Subject.PAYOUT_RESULT)), returns);
        this.settlement = new Settlement<>(payouts);
        Desk<BankPayout, PayoutRequest> desk = new Desk<>(scripts, ledger, payouts, settlement);
        SimulatorApi simulator =
                new SimulatorApi(List.of(scripts, refundScripts), ledger, recipients, arrivals, returns);
        this.channels = new PaymentChannels(settings.custody(), ledger, recipients, arrivals, refundScripts);
        this.router = new Router(
                Stream.of(
                                new PayoutApi(desk).routes(),
                                new ScriptApi(ScriptApi.Kind.PAYOUTS, scripts, settings).routes(),
                                new ScriptApi(ScriptApi.Kind.REFUNDS, refundScripts, settings).routes(),
                                simulator.routes(),
                                channels.routes())
                        .flatMap(List::stream)
                        .toList(),
                settings);
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), BACKLOG);
        server.createContext("/", router);
        server.setExecutor(threads);
    }

    /** Reads the journal, finishes what it left open, and listens. */
    public static BankSimulator start(BankSettings settings) {
        try {
            Ledger ledger = Ledger.open(settings);
            try {
                BankSimulator simulator = new BankSimulator(settings, ledger);
                simulator.settlement.resume();
                simulator.channels.resume();
                simulator.server.start();
                return simulator;
            } catch (IOException | RuntimeException failure) {
                ledger.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() {
        router.release();
        settlement.close();
        channels.close();
        courier.close();
        server.stop(0);
        threads.shutdownNow();
        try {
            ledger.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs until it is stopped; a start that cannot be is refused in one line. */
    public static void main(String[] arguments) {
        try {
            BankSimulator simulator = start(Environment.settings(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
            System.out.println("Bank simulator at " + simulator.baseUrl());
        } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException refused) {
            System.err.println("The bank simulator did not start: " + refused.getMessage());
            System.exit(1);
        }
    }
}
