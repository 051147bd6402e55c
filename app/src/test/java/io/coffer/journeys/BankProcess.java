package io.coffer.journeys;

import io.coffer.bank.BankSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** The bank in a process of its own, which can be killed; what it wrote down stays. */
final class BankProcess implements AutoCloseable {

    private final Data data;
    private final int port;
    private final String us;
    private Process process;

    private BankProcess(Data data, int port, String us) {
        this.data = data;
        this.port = port;
        this.us = us;
        this.process = launch();
    }

    /** @param us where it tells what happened */
    static BankProcess start(Data data, String us) {
        var started = new BankProcess(data, CofferProcess.freePort(), us);
        started.learn();
        return started;
    }

    private Process launch() {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                BankSimulator.class.getName());
        builder.environment()
                .putAll(Map.of(
                        "COFFER_BANK_PORT", Integer.toString(port),
                        "COFFER_BANK_JOURNAL", data.directory().resolve("bank").toString(),
                        "COFFER_BANK_CALLBACK_URL", us + "/v1/bank/payout-results",
                        "COFFER_BANK_RETURN_URL", us + "/v1/bank/payout-returns",
                        "COFFER_BANK_NOTICE_URL", us + "/v1/bank/notices",
                        "COFFER_BANK_CHANNEL_PAYMENT_URL", us + "/v1/bank/channel-payments",
                        "COFFER_BANK_REFUND_URL", us + "/v1/bank/refund-results",
                        "COFFER_BANK_TOKEN_URL", us + "/oauth2/token",
                        "COFFER_BANK_CLIENT_ID", "bank-adapter",
                        "COFFER_BANK_CLIENT_SECRET", "bank-adapter-secret"));
        try {
            return builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            Path.of("target", "bank-" + port + ".log").toFile()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** It forgets its scripts with its memory. */
    private void learn() {
        Clerk.patiently(
                () -> {
                    bank().learnDay();
                    return true;
                },
                learnt -> learnt);
    }

    SimulatedBank bank() {
        return new SimulatedBank("http://127.0.0.1:" + port);
    }

    void kill() {
        end(process.destroyForcibly());
    }

    void startAgain() {
        process = launch();
        learn();
    }

    @Override
    public void close() {
        process.destroy();
        end(process);
    }

    private static void end(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
