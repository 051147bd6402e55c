package io.coffer.command.kernel;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.receipts.ReceiptRejection.CustodyAccountUnknown;
import io.coffer.platform.web.RejectionException;
import java.util.Set;
import java.util.function.Predicate;

/** The institution's reserve accounts, registered as configuration. Money of any other account is not ours. */
public final class CustodyAccounts {

    private final Set<CustodyAccount> registered;
    private final Set<CustodyAccount> weaklyNoticed;

    CustodyAccounts(Set<CustodyAccount> registered, Set<CustodyAccount> weaklyNoticed) {
        this.registered = Set.copyOf(registered);
        this.weaklyNoticed = Set.copyOf(weaklyNoticed);
    }

    /** Whether lines of this account may come without core number. */
    public boolean hasWeakNotices(CustodyAccount account) {
        return weaklyNoticed.contains(account);
    }

    public boolean anyIs(Predicate<CustodyAccount> wanted) {
        return registered.stream().anyMatch(wanted);
    }

    public CustodyAccount registered(CustodyAccount account) {
        if (!registered.contains(account)) {
            throw new RejectionException(new CustodyAccountUnknown(account.subLedger()));
        }
        return account;
    }
}
