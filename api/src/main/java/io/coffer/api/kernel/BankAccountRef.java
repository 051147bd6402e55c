package io.coffer.api.kernel;

import java.util.List;

/**
 * A bank account that is not ours. Number and holder live in the vault.
 *
 * @param token the vault's token of the number
 * @param bankCode the bank's CNAPS code, 12 digits
 * @param holderDigest keyed digest of the holder's name, for comparing without knowing; {@link #UNNAMED} without a name
 */
public record BankAccountRef(String token, String bankCode, String holderDigest, AccountClass accountClass) {

    /** Who tells of an account does not always know its bank. */
    public static final String UNKNOWN_BANK = "000000000000";

    /** Stands where a digest would: the bank told of no name. It is no token, so it is nobody's digest. */
    public static final String UNNAMED = "-";

    /** Whose account it is. */
    public enum AccountClass {
        PERSONAL,
        CORPORATE
    }

    /** Whether anybody said who holds it. */
    public boolean hasHolder() {
        return !holderDigest.equals(UNNAMED);
    }

    /** Everything of it as text, for approvals. */
    public List<String> content() {
        return List.of(token, bankCode, holderDigest, accountClass.name());
    }
}
