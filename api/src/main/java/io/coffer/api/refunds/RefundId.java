package io.coffer.api.refunds;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.Owner;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.merchants.ContractTaker;
import java.util.Optional;

/**
 * {@code RF:{tenant}:{outRefundNo}}: one refund per number of a tenant; {@code RF:{account}:{legNo}} for a buyer's part of a
 * terminated contract, which comes from that part, so that it can never be refunded twice. The channel knows the refund by it, at
 * every retry. Tenants are written small, so none is mistaken for the beginning of an account.
 */
public record RefundId(@JsonValue String value) implements ContractTaker {

    public static final String PREFIX = "RF";
    private static final String OF_LEG = PREFIX + ":EA:";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RefundId {
        if (isOfLeg(value)) {
            var _ = accountOf(value);
            Keys.key("legNo", lastOf(value));
        } else {
            var _ = new TenantId(Keys.part(PREFIX, value, 3, 1));
            Keys.key("outRefundNo", Keys.part(PREFIX, value, 3, 2));
        }
    }

    public static RefundId of(TenantId tenant, String outRefundNo) {
        return new RefundId(PREFIX + ":" + tenant + ":" + Keys.key("outRefundNo", outRefundNo));
    }

    /** The refund that takes a buyer's part of a terminated contract. */
    public static RefundId ofLeg(EscrowAccountId account, String legNo) {
        return new RefundId(PREFIX + ":" + account + ":" + Keys.key("legNo", legNo));
    }

    /** The account whose part it gives back; absent for a refund that an order admitted. */
    public Optional<EscrowAccountId> account() {
        return isOfLeg(value) ? Optional.of(accountOf(value)) : Optional.empty();
    }

    public TenantId tenant() {
        return account().map(EscrowAccountId::tenant).orElseGet(() -> new TenantId(Keys.part(PREFIX, value, 3, 1)));
    }

    /** By which number its owner knows it: the tenant's own, or that of the part. */
    public String outRefundNo() {
        return lastOf(value);
    }

    @Override
    public Owner owner() {
        return Owner.tenant(tenant());
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isOfLeg(String value) {
        return value.startsWith(OF_LEG);
    }

    private static EscrowAccountId accountOf(String value) {
        return new EscrowAccountId(value.substring(PREFIX.length() + 1, value.lastIndexOf(':')));
    }

    private static String lastOf(String value) {
        return value.substring(value.lastIndexOf(':') + 1);
    }
}
