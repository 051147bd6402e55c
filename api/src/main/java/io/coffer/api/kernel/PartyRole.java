package io.coffer.api.kernel;

/** The part that somebody plays in a contract. */
public enum PartyRole {
    BUYER,
    SELLER,
    HOMEOWNER,
    CONTRACTOR,
    TENANT,
    LANDLORD,
    BROKER_STORE,
    AGENT,
    LENDER,
    COURT,
    PLATFORM,
    FUNDER,
    WORKER,
    EMPLOYER
}
