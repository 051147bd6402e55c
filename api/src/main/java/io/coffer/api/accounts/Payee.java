package io.coffer.api.accounts;

import io.coffer.api.kernel.BankAccountRef;

/** A party and the one account to which its money may go. */
public record Payee(String partyId, BankAccountRef account) {}
