package io.coffer.api.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.Owner;
import io.coffer.api.kernel.Sha256;
import io.coffer.api.merchants.MerchantFeeAccountId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * {@code LW:{equation}.{position}}, and {@code LW:{equation}.{position}.{digest of the merchant}} where it is checked per
 * merchant: what the ledger saw wrong at one position of the log; reported once.
 */
public record LedgerWatchId(@JsonValue String value) implements AggregateId {

    private static final int DIGEST_BYTES = 16;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LedgerWatchId {
        Keys.key("ledger watch", Keys.part("LW", value, 2, 1));
    }

    public static LedgerWatchId of(String equation, long position) {
        return new LedgerWatchId("LW:" + equation + "." + position);
    }

    /** One event can be wrong for several merchants. A digest, for a merchant's whole name is longer than a key may be. */
    public static LedgerWatchId of(String equation, long position, MerchantFeeAccountId merchant) {
        var sha = Sha256.begin().digest(merchant.value().getBytes(StandardCharsets.UTF_8));
        return new LedgerWatchId(of(equation, position) + "." + HexFormat.of().formatHex(sha, 0, DIGEST_BYTES));
    }

    @Override
    public Owner owner() {
        return Owner.institution();
    }

    @Override
    public String toString() {
        return value;
    }
}
