package io.coffer.benchmarks.append;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A command that is accepted as it is. */
record Note(@TargetAggregateIdentifier String notebook, DomainEvent event) {

    private static final TenantId ACME = new TenantId("acme");
    private static final CustodyAccount CUSTODY = new CustodyAccount("104100000004", "110060149018800100001");
    private static final Money PRICE = Money.yuan(600_000);

    /** Money that came in, by a line of its own. */
    static Note random(String notebook, SplittableRandom random) {
        var account = account(notebook);
        var receipt = BankReceiptId.of(
                CUSTODY, LocalDate.EPOCH, CommandTexts.key(random).substring(0, 20));
        return new Note(account.value(), new EscrowFunded(account, receipt, PRICE, PRICE));
    }

    static EscrowAccountId account(String notebook) {
        return EscrowAccountId.of(ACME, notebook);
    }
}
