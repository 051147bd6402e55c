package io.coffer.command.receipts;

import io.coffer.command.kernel.Policy;
import java.util.List;

/** The slice's policies, for worlds that run without the kernel. */
public final class ReceiptPolicies {

    private ReceiptPolicies() {}

    public static List<Policy> all() {
        return List.of(
                new ReceiptPolicy(), new NumberPolicy(), new TwinPolicy(), new VerdictPolicy(), new LinePolicy());
    }
}
