package io.coffer.api.promotions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.Owner;
import io.coffer.api.kernel.TenantId;

/** {@code PC:{tenant}:{campaignNo}}: one campaign for the orders of one tenant. */
public record CampaignId(@JsonValue String value) implements AggregateId {

    public static final String PREFIX = "PC";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CampaignId {
        var _ = new TenantId(Keys.part(PREFIX, value, 3, 1));
        Keys.key("campaignNo", Keys.part(PREFIX, value, 3, 2));
    }

    public static CampaignId of(TenantId tenant, String campaignNo) {
        return new CampaignId(PREFIX + ":" + tenant + ":" + Keys.key("campaignNo", campaignNo));
    }

    public TenantId tenant() {
        return new TenantId(Keys.part(PREFIX, value, 3, 1));
    }

    public String campaignNo() {
        return Keys.part(PREFIX, value, 3, 2);
    }

    @Override
    public Owner owner() {
        return Owner.tenant(tenant());
    }

    @Override
    public String toString() {
        return value;
    }
}
