package io.coffer.api.payouts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.coffer.api.accounts.EscrowAccountId;

/** The one reserved item that a payout takes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes(@JsonSubTypes.Type(value = PayoutSource.EscrowRelease.class, name = "ESCROW_RELEASE"))
public sealed interface PayoutSource {

    /** A release of an escrow account: R2001.E.IN_RELEASE. */
    record EscrowRelease(EscrowAccountId account, String releaseNo) implements PayoutSource {}
}
