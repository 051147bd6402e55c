package io.coffer.command.kernel;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.BankAccountRef.AccountClass;
import io.coffer.api.kernel.Keys;
import io.coffer.platform.vault.Clear;
import io.coffer.platform.vault.Kind;
import io.coffer.platform.vault.Subject;
import io.coffer.platform.vault.UnfitForVault;
import io.coffer.platform.vault.Vault;
import io.coffer.platform.web.EdgeException;
import io.coffer.platform.web.EdgeProblem;
import java.util.List;

/** Puts personal data into the vault at the edge, before a command exists. */
public final class Tokens {

    private final Vault vault;

    Tokens(Vault vault) {
        this.vault = vault;
    }

    /** A bank account without number and name: both are tokens of the vault. */
    public BankAccountRef account(Subject subject, Holding holding) {
        Keys.digits("accountNumber", holding.accountNumber(), 34);
        Keys.digits("bankCode", holding.bankCode(), 12);
        var tokens = tokenise(
                new Clear(subject, Kind.ACCOUNT_NUMBER, holding.accountNumber()),
                new Clear(subject, Kind.NAME, holding.holderName()));
        return new BankAccountRef(tokens.getFirst(), holding.bankCode(), tokens.getLast(), holding.accountClass());
    }

    /** A bank account whose holder nobody named. */
    public BankAccountRef unnamed(Subject subject, String bankCode, String accountNumber, AccountClass accountClass) {
        Keys.digits("accountNumber", accountNumber, 34);
        Keys.digits("bankCode", bankCode, 12);
        var token =
                tokenise(new Clear(subject, Kind.ACCOUNT_NUMBER, accountNumber)).getFirst();
        return new BankAccountRef(token, bankCode, BankAccountRef.UNNAMED, accountClass);
    }

    public String name(Subject subject, String name) {
        return tokenise(new Clear(subject, Kind.NAME, name)).getFirst();
    }

    public String remark(Subject subject, String remark) {
        return tokenise(new Clear(subject, Kind.REMARK, remark)).getFirst();
    }

    private List<String> tokenise(Clear... clears) {
        try {
            return vault.tokenise(List.of(clears));
        } catch (UnfitForVault unfit) {
            throw new EdgeException(EdgeProblem.FIELD_INVALID, String.valueOf(unfit.getMessage()));
        }
    }

    /** A bank account as a person writes it. Prints nothing of it. */
    public record Holding(String bankCode, String accountNumber, String holderName, AccountClass accountClass) {
        @Override
        public String toString() {
            return "Holding at " + bankCode;
        }
    }
}
