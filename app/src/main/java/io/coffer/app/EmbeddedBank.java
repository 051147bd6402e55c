package io.coffer.app;

import io.coffer.bank.BankSettings;
import io.coffer.bank.BankSimulator;
import io.coffer.bank.ClientCredentials;
import io.coffer.platform.database.DataDirectory;
import io.coffer.platform.time.CofferClock;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

/** The bank simulator inside this process. It speaks to us over HTTP only, as a bank of its own would. */
final class EmbeddedBank implements SmartLifecycle {

    // After the web server, whose port the callbacks need; before the policies, which call the bank.
    private static final int PHASE = DEFAULT_PHASE - 1000;

    private final Environment environment;
    private final CofferClock clock;
    private @Nullable BankSimulator running;

    EmbeddedBank(Environment environment, CofferClock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = BankSimulator.start(settings());
    }

    private BankSettings settings() {
        var us = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        var journal = Path.of(environment.getProperty(DataDirectory.PROPERTY, "data"), "bank");
        return BankSettings.in(journal)
                .withPort(environment.getRequiredProperty(EmbeddedBankAddress.PORT, int.class))
                .withClock(clock)
                .withCallbackUrl(URI.create(us + "/v1/bank/payout-results"))
                .withNoticeUrl(URI.create(us + "/v1/bank/notices"))
                .withReturnUrl(URI.create(us + "/v1/bank/payout-returns"))
                .withChannelPaymentUrl(URI.create(us + "/v1/bank/channel-payments"))
                .withRefundUrl(URI.create(us + "/v1/bank/refund-results"))
                .withTokens(new ClientCredentials(URI.create(us + "/oauth2/token"), "bank-adapter", secret()));
    }

    // The issuer's client for banks; its built-in secret is refused wherever a database of somebody else is used.
    private String secret() {
        return environment.getProperty("coffer.security.clients.bank-adapter", "bank-adapter-secret");
    }

    @Override
    public void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
