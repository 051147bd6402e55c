package io.coffer.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An actor")
class ActorTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final Owner OF_ACME = Owner.tenant(ACME);
    private static final Owner OF_ANOTHER = Owner.tenant(new TenantId("other"));

    @Test
    void of_a_tenant_sees_its_own_objects_only() {
        var business = Actor.tenant(ACME, "erp", Set.of(Role.BUSINESS));

        assertThat(business.sees(OF_ACME)).isTrue();
        assertThat(business.sees(OF_ANOTHER)).isFalse();
        assertThat(business.sees(Owner.institution())).isFalse();
    }

    @Test
    void of_the_institution_sees_everything_and_may_do_what_its_roles_say() {
        var checker = Actor.institution("carol", Set.of(Role.CHECKER));

        assertThat(checker.sees(OF_ACME)).isTrue();
        assertThat(checker.sees(Owner.institution())).isTrue();
        assertThat(checker.has(Role.CHECKER)).isTrue();
        assertThat(checker.has(Role.OPERATOR)).isFalse();
    }

    @Test
    void that_is_a_policy_has_the_role_that_no_person_has() {
        var policy = Actor.policy("receipts");

        assertThat(policy.subject()).isEqualTo("policy:receipts");
        assertThat(policy.roles()).containsExactly(Role.POLICY);
        assertThat(policy.sees(OF_ANOTHER)).isTrue();
    }
}
