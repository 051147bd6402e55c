package io.coffer.command.kernel;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.receipts.ReceiptRejection.CustodyAccountUnknown;
import io.coffer.platform.web.RejectionException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The institution's accounts, registered as configuration: what comes into any other account is not ours. */
public final class CustodyAccounts {

    private final Set<CustodyAccount> registered;
    private final Set<CustodyAccount> weaklyNoticed;
    private final Set<CustodyAccount> ownFunds;

    CustodyAccounts(Set<CustodyAccount> registered, Set<CustodyAccount> weaklyNoticed, Set<CustodyAccount> ownFunds) {
        this.registered = Set.copyOf(registered);
        this.weaklyNoticed = Set.copyOf(weaklyNoticed);
        this.ownFunds = Set.copyOf(ownFunds);
    }

    /** Whether the institution holds an account of this number: a reserve account, or one of its own funds. */
    public boolean isOurs(String accountNo) {
        return Stream.concat(registered.stream(), ownFunds.stream())
                .anyMatch(account -> account.accountNo().equals(accountNo));
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
