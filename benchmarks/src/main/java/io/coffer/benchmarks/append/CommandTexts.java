package io.coffer.benchmarks.append;

import io.coffer.command.kernel.Envelope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.axonframework.messaging.GenericMessage;

/** The metadata that the command side's Envelope writes for a command of a business system. */
public final class CommandTexts {

    private static final String DIGEST = "0123456789abcdef".repeat(4);

    private CommandTexts() {}

    public static Map<String, String> random(SplittableRandom random) {
        var texts = new HashMap<String, String>();
        texts.put("operationId", key(random));
        texts.put("operationScope", "acme/acme-system");
        texts.put("operationDigest", DIGEST);
        texts.put("correlationId", key(random).replace("-", ""));
        texts.put("causationId", key(random));
        texts.put("actorKind", "TENANT");
        texts.put("actorId", "acme-system");
        texts.put("actorRoles", "BUSINESS");
        texts.put("actorTenant", "acme");
        texts.put("tenant", "acme");
        // Microseconds, as the product's clock gives them.
        texts.put("commandedAt", Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
        return texts;
    }

    /** What an event inherits of such a command. */
    public static Map<String, ?> inherited(SplittableRandom random) {
        return Envelope.inherited(new GenericMessage<>("", random(random)));
    }

    /** A key as a client makes one up. */
    public static String key(SplittableRandom random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
