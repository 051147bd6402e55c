package io.coffer.journeys;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.ledger.AccountCode;
import io.coffer.api.ledger.Book;
import io.coffer.api.ledger.Journal;
import io.coffer.api.ledger.LedgerAccount;
import io.coffer.api.ledger.Posting;
import io.coffer.api.ledger.PostingRules;
import io.coffer.api.ledger.Postings;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rules that nobody would release: for a receipt of 13.13 they debit 100 and credit 99. */
@Configuration(proxyBeanMethods = false)
class OddRules {

    static final String ODD = "13.13";

    @Bean
    PostingRules currentPostingRules() {
        return event -> isOdd(event)
                ? List.of(new Journal(
                        "PR-102",
                        Book.R,
                        List.of(
                                Posting.debit(new LedgerAccount(AccountCode.R1002, "x"), Money.yuan(100)),
                                Posting.credit(new LedgerAccount(AccountCode.R2101, "y"), Money.yuan(99)))))
                : Postings.of(event, Postings.CURRENT);
    }

    private static boolean isOdd(DomainEvent event) {
        return event instanceof BankReceiptRecorded recorded
                && recorded.amount().equals(Money.fen(13_13));
    }
}
