package io.coffer.api.approvals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.MalformedKey;
import io.coffer.api.kernel.Owner;
import io.coffer.api.kernel.TenantId;
import java.util.Optional;

/** {@code AR:{tenant or "_"}:{key}}: the key comes from what is to be approved; {@code _} is the institution. */
public record ApprovalRequestId(@JsonValue String value) implements AggregateId {

    private static final String INSTITUTION = "_";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ApprovalRequestId {
        var scope = Keys.part("AR", value, 3, 1);
        if (!scope.equals(INSTITUTION)) {
            var _ = new TenantId(scope);
        }
        if (!Keys.part("AR", value, 3, 2).matches("[A-Za-z0-9][A-Za-z0-9._-]{0,199}")) {
            throw new MalformedKey("approval request", value);
        }
    }

    public static ApprovalRequestId ofRelease(EscrowAccountId account, String releaseNo) {
        return new ApprovalRequestId("AR:" + account.tenant() + ":release." + account.contractNo() + "." + releaseNo);
    }

    /** An approval among people of the institution. */
    public static ApprovalRequestId ofInstitution(String key) {
        return new ApprovalRequestId("AR:" + INSTITUTION + ":" + key.replace(':', '.'));
    }

    @Override
    public Owner owner() {
        return Optional.of(Keys.part("AR", value, 3, 1))
                .filter(scope -> !scope.equals(INSTITUTION))
                .map(scope -> Owner.tenant(new TenantId(scope)))
                .orElseGet(Owner::institution);
    }

    @Override
    public String toString() {
        return value;
    }
}
