package io.coffer.query.ledger;

import static io.coffer.query.kernel.Columns.Type.BIGINT;
import static io.coffer.query.kernel.Columns.Type.DATE;
import static io.coffer.query.kernel.Columns.Type.TEXT;
import static io.coffer.query.kernel.Columns.Type.TIMESTAMP;

import io.coffer.api.ledger.AccountCode;
import io.coffer.api.ledger.Journal;
import io.coffer.api.ledger.LedgerAccount;
import io.coffer.api.ledger.Posting;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Columns;
import io.coffer.query.kernel.Poison;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** The sub-ledgers that a batch touches: loaded once, posted to in memory, written once. */
final class LedgerPage {

    private static final String STANDING_REPLACED = """
        debits = excluded.debits, credits = excluded.credits, balance = excluded.balance,
        last_position = excluded.last_position
        """;

    private final Map<LedgerAccount, Standing> standings = new HashMap<>();
    private final Map<AccountCode, Standing> controls = new EnumMap<>(AccountCode.class);
    private final Map<Day, Standing> days = new LinkedHashMap<>();
    private final Columns journalRows = new Columns(BIGINT, TEXT, TEXT, TEXT, TEXT, TIMESTAMP, DATE);
    private final Columns entryRows = new Columns(
            BIGINT, BIGINT, TEXT, TEXT, TEXT, TEXT, BIGINT, BIGINT, BIGINT, TEXT, TEXT, TEXT, TEXT, TIMESTAMP, DATE);
    private final List<Poison> overdrawnCustody = new ArrayList<>();
    private long linePosition;
    private int line;

    /** A day of one account of the chart. */
    private record Day(LocalDate date, AccountCode code) {}

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
        journalRows.add(
                event.position(),
                journal.book().name(),
                journal.rule(),
                event.name(),
                event.aggregateId(),
                event.bookedAt(),
                event.businessDate());
        for (var posting : journal.postings()) {
            line = event.position() == linePosition ? line + 1 : 1;
            linePosition = event.position();
            var code = posting.account().code();
            var after =
                    standings.getOrDefault(posting.account(), Standing.NOTHING).after(posting, event.position());
            standings.put(posting.account(), after);
            var first = Standing.NOTHING.after(posting, event.position());
            controls.merge(code, first, (control, _) -> control.after(posting, event.position()));
            days.merge(new Day(event.businessDate(), code), first, (day, _) -> day.after(posting, event.position()));
            refuseBelowZero(event, posting.account(), after);
            addEntry(event, journal, posting, after);
        }
    }

    /** Which accounts of the chart were posted to. */
    Set<AccountCode> posted() {
        return days.keySet().stream().map(Day::code).collect(Collectors.toUnmodifiableSet());
    }

    /** Custody accounts below zero: an alarm, while the ledger goes on. */
    List<Poison> overdrawnCustody() {
        return overdrawnCustody;
    }

    void write(JdbcTemplate rows) {
        journalRows.append(rows, "ledger_journal");
        entryRows.append(rows, "ledger_entry");
        var balances = new Columns(TEXT, TEXT, BIGINT, BIGINT, BIGINT, BIGINT);
        standings.forEach((account, standing) -> balances.add(
                account.code().name(),
                account.subLedger(),
                standing.debits(),
                standing.credits(),
                standing.balance(),
                standing.lastPosition()));
        balances.insert(rows, "ledger_balance", "on conflict (code, sub_ledger) do update set " + STANDING_REPLACED);
        var totals = new Columns(TEXT, BIGINT, BIGINT, BIGINT, BIGINT);
        controls.forEach((code, standing) -> totals.add(
                code.name(), standing.debits(), standing.credits(), standing.balance(), standing.lastPosition()));
        totals.insert(rows, "ledger_control", "on conflict (code) do update set " + STANDING_REPLACED);
        var turnovers = new Columns(DATE, TEXT, BIGINT, BIGINT);
        days.forEach(
                (day, standing) -> turnovers.add(day.date(), day.code().name(), standing.debits(), standing.credits()));
        turnovers.insert(rows, "ledger_day as d", """
            on conflict (business_date, code) do update
                set debits = d.debits + excluded.debits, credits = d.credits + excluded.credits
            """);
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

    private void addEntry(Booked event, Journal journal, Posting posting, Standing after) {
        entryRows.add(
                event.position(),
                (long) line,
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
                event.bookedAt(),
                event.businessDate());
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
