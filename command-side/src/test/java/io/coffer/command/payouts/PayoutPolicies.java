package io.coffer.command.payouts;

import io.coffer.command.kernel.Policy;

/** The slice's policy, for worlds that run without the kernel. */
public final class PayoutPolicies {

    private PayoutPolicies() {}

    public static Policy policy() {
        return new PayoutPolicy();
    }
}
