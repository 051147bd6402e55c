package io.coffer.command.kernel;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import java.util.Set;

/** Who commands in the tests. */
public final class People {

    public static final TenantId ACME = new TenantId("acme");
    public static final Actor BUSINESS = Actor.tenant(ACME, "acme-erp", Set.of(Role.BUSINESS));
    public static final Actor STRANGER = Actor.tenant(new TenantId("other"), "other-erp", Set.of(Role.BUSINESS));
    public static final Actor POLICY = Actor.policy("test");
    public static final Actor BANK = Actor.institution("bank-adapter", Set.of(Role.BANK_ADAPTER));
    public static final Actor OPERATOR = Actor.institution("olga", Set.of(Role.OPERATOR));
    public static final Actor CAROL = Actor.institution("carol", Set.of(Role.CHECKER));
    public static final Actor CARL = Actor.institution("carl", Set.of(Role.CHECKER));
    public static final Actor AUDITOR = Actor.institution("audrey", Set.of(Role.AUDITOR));

    private People() {}
}
