package io.coffer.command.receipts;

import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.AgreementEvent.SupplementSigned;
import io.coffer.api.accounts.AgreementEvent.TermsAmended;
import io.coffer.api.accounts.ClosureEvent.AccountClosureRequested;
import io.coffer.api.accounts.ClosureEvent.EscrowAccountCancelled;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.accounts.FundingEvent.PaymentItemPartiallyFunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemSettled;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.Lookup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What open accounts still expect, and of whom: of names, their digests only. */
final class ExpectedPayments implements Lookup {

    private static final Set<PartyRole> PAYERS = Set.of(PartyRole.BUYER, PartyRole.LENDER);

    @Override
    public void keep(DomainEvent event, JdbcClient rows) {
        switch (event) {
            case EscrowAccountOpened e -> {
                payers(e, rows);
                terms(e.account(), e.terms(), rows);
            }
            case TermsAmended e -> terms(e.account(), e.terms(), rows);
            case SupplementSigned e -> terms(e.account(), e.terms(), rows);
            case PaymentItemPartiallyFunded e -> received(e.account(), e.item(), e.received(), rows);
            case PaymentItemSettled e -> received(e.account(), e.item(), e.received(), rows);
            case EscrowAccountCancelled e -> forget(e.account(), rows);
            case AccountClosureRequested e -> forget(e.account(), rows);
            // From then on nothing is expected of anybody.
            case TerminationExecuted e -> forget(e.account(), rows);
            default -> {
                // Changes no expectation.
            }
        }
    }

    private static void payers(EscrowAccountOpened event, JdbcClient rows) {
        var names = event.parties().stream()
                .filter(party -> PAYERS.contains(party.role()))
                .map(Party::nameDigest)
                .flatMap(Optional::stream)
                .distinct()
                .toArray(String[]::new);
        rows.sql("""
                        insert into expected_payer (account_id, name_digest, custody_account)
                        select :account, name, :custody from unnest(:names::text[]) as payer (name)
                        """)
                .param("account", event.account().value())
                .param("custody", event.custodyAccount().subLedger())
                .param("names", names)
                .update();
    }

    /** What came in for an item stays, whatever is expected for it now. */
    private static void terms(EscrowAccountId account, EscrowTerms terms, JdbcClient rows) {
        var items = terms.plan().stream().map(planned -> planned.item().name()).toArray(String[]::new);
        rows.sql("delete from expected_payment where account_id = :account and item <> all(:items::text[])")
                .param("account", account.value())
                .param("items", items)
                .update();
        rows.sql("""
                        insert into expected_payment (account_id, item, expected, received)
                        select :account, item, expected, 0
                        from unnest(:items::text[], :expected::bigint[]) as planned (item, expected)
                        on conflict (account_id, item) do update set expected = excluded.expected
                        """)
                .param("account", account.value())
                .param("items", items)
                .param(
                        "expected",
                        terms.plan().stream()
                                .map(planned -> planned.expected().minorUnits())
                                .toArray(Long[]::new))
                .update();
    }

    private static void received(EscrowAccountId account, PaymentItem item, Money received, JdbcClient rows) {
        rows.sql("update expected_payment set received = :received where account_id = :account and item = :item")
                .param("received", received.minorUnits())
                .param("account", account.value())
                .param("item", item.name())
                .update();
    }

    private static void forget(EscrowAccountId account, JdbcClient rows) {
        List.of("expected_payer", "expected_payment")
                .forEach(table -> rows.sql("delete from " + table + " where account_id = :account")
                        .param("account", account.value())
                        .update());
    }

    /** The rows that are kept, as the policies' connections see them. */
    record Kept(JdbcClient rows) implements Candidates {

        @Override
        public List<EscrowAccountId> expecting(CustodyAccount custodyAccount, String nameDigest, Money amount) {
            return rows.sql("""
                            select payer.account_id from expected_payer payer
                            where payer.name_digest = :name and payer.custody_account = :custody
                              and (exists (select from expected_payment one
                                           where one.account_id = payer.account_id
                                             and one.expected - one.received = :amount)
                                   or :amount = (select sum(rest.expected - rest.received) from expected_payment rest
                                                 where rest.account_id = payer.account_id))
                            order by payer.account_id limit :most
                            """)
                    .param("name", nameDigest)
                    .param("custody", custodyAccount.subLedger())
                    .param("amount", amount.minorUnits())
                    .param("most", MOST)
                    .query((row, _) -> new EscrowAccountId(row.getString("account_id")))
                    .list();
        }
    }
}
