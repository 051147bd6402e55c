package io.coffer.command.kernel;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.receipts.ReceiptRejection.CustodyAccountUnknown;
import io.coffer.platform.web.RejectionException;
import java.util.Set;
import java.util.function.Predicate;

/** The institution's reserve accounts, registered as configuration. Money of any other account is not ours. */
public final class CustodyAccounts {

    private final Set<CustodyAccount> registered;

    CustodyAccounts(Set<CustodyAccount> registered) {
        this.registered = Set.copyOf(registered);
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
