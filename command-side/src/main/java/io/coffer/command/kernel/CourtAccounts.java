package io.coffer.command.kernel;

import io.coffer.api.accounts.FreezeRejection.CourtAccountUnknown;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.BankAccountRef.AccountClass;
import io.coffer.platform.vault.Subject;
import io.coffer.platform.web.RejectionException;
import java.util.List;

/** The courts' accounts, registered as configuration. Deducted money goes to no other. */
public final class CourtAccounts {

    private final List<CommandProperties.Court> registered;
    private final Tokens tokens;

    CourtAccounts(List<CommandProperties.Court> registered, Tokens tokens) {
        this.registered = List.copyOf(registered);
        this.tokens = tokens;
    }

    public BankAccountRef listed(String bankCode, String accountNumber) {
        return registered.stream()
                .filter(court -> court.bankCode().equals(bankCode)
                        && court.accountNumber().equals(accountNumber))
                .findFirst()
                .map(court -> tokens.account(
                        Subject.unknown(),
                        new Tokens.Holding(bankCode, accountNumber, court.name(), AccountClass.CORPORATE)))
                .orElseThrow(() -> new RejectionException(new CourtAccountUnknown(bankCode + "." + accountNumber)));
    }
}
