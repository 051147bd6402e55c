package io.coffer.api.kernel;

import java.util.List;

/**
 * A bank account that is not ours. Number and holder live in the vault.
 *
 * @param token the vault's token of the number
 * @param bankCode the bank's CNAPS code, 12 digits
 * @param holderDigest keyed digest of the holder's name, for comparing without knowing
 */
public record BankAccountRef(String token, String bankCode, String holderDigest, AccountClass accountClass) {

    /** Whose account it is. */
    public enum AccountClass {
        PERSONAL,
        CORPORATE
    }

    /** Everything of it as text, for approvals. */
    public List<String> content() {
        return List.of(token, bankCode, holderDigest, accountClass.name());
    }
}
