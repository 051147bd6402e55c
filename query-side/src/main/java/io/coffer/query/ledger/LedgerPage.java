package io.coffer.query.ledger;

import io.coffer.api.ledger.AccountCode;
import io.coffer.api.ledger.Journal;
import io.coffer.api.ledger.LedgerAccount;
import io.coffer.api.ledger.Posting;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Poison;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The sub-ledgers that a batch touches: loaded once, posted to in memory, written once. */
final class LedgerPage {

    // Given, because a column that is null in some rows would change the statement's types and split its batch.
    private static final int[] ENTRY_TYPES = {
        Types.BIGINT,
        Types.INTEGER,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.BIGINT,
        Types.BIGINT,
        Types.BIGINT,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.TIMESTAMP_WITH_TIMEZONE,
        Types.DATE
    };

    private final Map<LedgerAccount, Standing> standings = new HashMap<>();
    private final Map<AccountCode, Standing> controls = new EnumMap<>(AccountCode.class);
    private final List<Object[]> journalRows = new ArrayList<>();
    private final List<Object[]> entryRows = new ArrayList<>();
    private final List<Poison> overdrawnCustody = new ArrayList<>();
    private long linePosition;
    private int line;

    private LedgerPage() {}

    static LedgerPage open(List<Journal> journals, JdbcTemplate rows) {
        var page = new LedgerPage();
        var accounts = journals.stream()
                .flatMap(journal -> journal.postings().stream())
                .map(Posting::account)
                .distinct()
                .toList();
        if (!accounts.isEmpty()) {
            page.load(accounts, rows);
        }
        return page;
    }

    /** Throws {@link Poison} when a customer's sub-ledger would go below zero (C4). */
    void post(Booked event, Journal journal) {
        journalRows.add(new Object[] {
            event.position(),
            journal.book().name(),
            journal.rule(),
            event.name(),
            event.aggregateId(),
            Timestamp.from(event.bookedAt()),
            event.businessDate()
        });
        for (var posting : journal.postings()) {
            line = event.position() == linePosition ? line + 1 : 1;
            linePosition = event.position();
            var code = posting.account().code();
            var after =
                    standings.getOrDefault(posting.account(), Standing.NOTHING).after(posting, event.position());
            standings.put(posting.account(), after);
            controls.merge(
                    code,
                    Standing.NOTHING.after(posting, event.position()),
                    (control, _) -> control.after(posting, event.position()));
            refuseBelowZero(event, posting.account(), after);
            entryRows.add(entry(event, journal, posting, after));
        }
    }

    /** Custody accounts below zero: an alarm, while the ledger goes on. */
    List<Poison> overdrawnCustody() {
        return overdrawnCustody;
    }

    void write(JdbcTemplate rows) {
        rows.batchUpdate("insert into ledger_journal values (?, ?, ?, ?, ?, ?, ?)", journalRows);
        rows.batchUpdate(
                "insert into ledger_entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entryRows,
                ENTRY_TYPES);
        rows.batchUpdate(
                """
                insert into ledger_balance values (?, ?, ?, ?, ?, ?)
                on conflict (code, sub_ledger) do update set debits = excluded.debits, credits = excluded.credits,
                    balance = excluded.balance, last_position = excluded.last_position
                """,
                standings.entrySet().stream()
                        .map(entry -> row(entry.getKey().code(), entry.getKey().subLedger(), entry.getValue()))
                        .toList());
        rows.batchUpdate(
                """
                insert into ledger_control values (?, ?, ?, ?, ?)
                on conflict (code) do update set debits = excluded.debits, credits = excluded.credits,
                    balance = excluded.balance, last_position = excluded.last_position
                """,
                controls.entrySet().stream()
                        .map(entry -> new Object[] {
                            entry.getKey().name(),
                            entry.getValue().debits(),
                            entry.getValue().credits(),
                            entry.getValue().balance(),
                            entry.getValue().lastPosition()
                        })
                        .toList());
    }

    private void refuseBelowZero(Booked event, LedgerAccount account, Standing after) {
        if (after.balance() >= 0) {
            return;
        }
        var poison = new Poison(
                event.position(), event.name(), account + " would be " + after.balance() + " fen", Equation.C4.name());
        if (account.code().name().startsWith("R2")) {
            throw poison;
        }
        if (account.code() == AccountCode.R1002) {
            overdrawnCustody.add(poison);
        }
    }

    private Object[] entry(Booked event, Journal journal, Posting posting, Standing after) {
        return new Object[] {
            event.position(),
            line,
            journal.book().name(),
            posting.account().code().name(),
            posting.account().subLedger(),
            posting.side().name(),
            posting.amount().minorUnits(),
            Standing.natural(posting),
            after.balance(),
            journal.rule(),
            event.name(),
            event.aggregateId(),
            LedgerFacts.accountOf(event.event()),
            event.bookedAt().atOffset(ZoneOffset.UTC),
            event.businessDate()
        };
    }

    private static Object[] row(AccountCode code, String subLedger, Standing standing) {
        return new Object[] {
            code.name(), subLedger, standing.debits(), standing.credits(), standing.balance(), standing.lastPosition()
        };
    }

    private void load(List<LedgerAccount> accounts, JdbcTemplate rows) {
        rows.query(
                """
                select b.* from ledger_balance b
                  join unnest(cast(? as text[]), cast(? as text[])) as touched (code, sub_ledger)
                 using (code, sub_ledger)
                """,
                row -> {
                    standings.put(
                            new LedgerAccount(AccountCode.valueOf(row.getString("code")), row.getString("sub_ledger")),
                            standing(row));
                },
                accounts.stream().map(account -> account.code().name()).toArray(String[]::new),
                accounts.stream().map(LedgerAccount::subLedger).toArray(String[]::new));
        rows.query("select * from ledger_control", row -> {
            controls.put(AccountCode.valueOf(row.getString("code")), standing(row));
        });
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong("debits"), row.getLong("credits"), row.getLong("balance"), row.getLong("last_position"));
    }
}
