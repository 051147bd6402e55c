package io.coffer.api.kernel;

import java.util.Optional;

/** To whom an object belongs: one business system, or the payment institution itself. */
public sealed interface Owner {

    /** The institution's own objects: receipts, virtual account numbers, switches. */
    static Owner institution() {
        return new Institution();
    }

    static Owner tenant(TenantId tenant) {
        return new Tenant(tenant);
    }

    default Optional<TenantId> asTenant() {
        return switch (this) {
            case Tenant(var tenant) -> Optional.of(tenant);
            case Institution() -> Optional.empty();
        };
    }

    record Tenant(TenantId tenant) implements Owner {}

    record Institution() implements Owner {}
}
