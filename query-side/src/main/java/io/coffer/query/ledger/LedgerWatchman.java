package io.coffer.query.ledger;

import io.coffer.api.ledger.AccountCode;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Poison;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Checks the equations on the tables of one search path: a generation being written, or the views of the live one. */
final class LedgerWatchman {

    private static final String GAPS = """
        select coalesce(sum(balance) filter (where code like 'R1%'), 0)
               - coalesce(sum(balance) filter (where code like 'R2%'), 0) as coverage,
               coalesce(sum(balance) filter (where code = 'R2201'), 0)
               - coalesce(sum(balance) filter (where code = 'O1203'), 0) as books
          from ledger_control
        """;
    private static final String FLOWS_OFF = """
        select count(*) from (
            select f.came_in - f.paid_out + f.returned as expected,
                   coalesce((select sum(b.balance) from ledger_balance b
                              where b.code = 'R2001'
                                and b.sub_ledger in (f.account || '.AVAILABLE', f.account || '.IN_RELEASE',
                                                     f.account || '.HOLDBACK')), 0)
                   + coalesce((select sum(b.balance) from ledger_item i
                                 join ledger_balance b on b.code = i.code and b.sub_ledger = i.sub_ledger
                                where i.account = f.account and i.code in ('R2103', 'R2104', 'R2105')), 0) as held
              from ledger_flow f where f.account = any (cast(? as text[]))
        ) touched where expected <> held
        """;
    private static final String LINES_TWICE =
            "select count(*) from ledger_bank_line where lines > 1 and kind in ('DEBIT', 'CREDIT')"
                    + " and item = any (cast(? as text[]))";

    private final JdbcTemplate rows;

    LedgerWatchman(JdbcTemplate rows) {
        this.rows = rows;
    }

    /** What became of one equation; only one that is checked per merchant fails more than once. */
    record Finding(Equation equation, List<Failure> failures) {

        Finding {
            failures = List.copyOf(failures);
        }

        Optional<Failure> failure() {
            return failures.stream().findFirst();
        }

        Set<String> merchants() {
            return failures.stream()
                    .flatMap(failure -> failure.merchant().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /**
     * The first event after which an equation did not hold.
     *
     * @param merchant for whose contracts, where it is checked per merchant
     */
    record Failure(long position, String event, String detail, Optional<String> merchant) {}

    /**
     * The cheap part, within the transaction of a batch; only a suspicion costs a full look for the first event,
     * and none of C5, which says by itself what is wrong.
     *
     * @param posted which accounts of the chart the batch posted to
     */
    void checkAfter(FactRows facts, Set<AccountCode> posted, List<Booked> batch, List<Poison> overdrawnCustody) {
        overdrawnCustody.forEach(poison -> Alarms.raise(
                rows, Equation.C4.name(), poison.position(), poison.event(), String.valueOf(poison.getMessage())));
        var suspect = EnumSet.noneOf(Equation.class);
        rows.query(GAPS, row -> {
            if (row.getLong("coverage") != 0) {
                suspect.add(Equation.C2);
            }
            if (row.getLong("books") != 0) {
                suspect.add(Equation.C13);
            }
        });
        if (counts(FLOWS_OFF, facts.accounts())) {
            suspect.add(Equation.C6);
        }
        if (counts(LINES_TWICE, facts.bankItems())) {
            suspect.add(Equation.C17);
        }
        suspect.forEach(equation -> check(equation).failures().forEach(failure -> raise(equation, failure)));
        if (facts.hasLegs() || posted.contains(AccountCode.R2003)) {
            new TouchedContracts(rows).differencesIn(batch).forEach(failure -> raise(Equation.C5, failure));
        }
    }

    Finding check(Equation equation) {
        var failures = rows
                .query(
                        equation.sql(),
                        (row, _) -> new Failure(
                                row.getLong("position"),
                                "",
                                row.getString("detail"),
                                equation.isPerMerchant() ? Optional.of(row.getString("merchant")) : Optional.empty()))
                .stream()
                .map(this::named)
                .toList();
        return new Finding(equation, failures);
    }

    private void raise(Equation equation, Failure failure) {
        Alarms.raise(rows, equation.name(), failure);
    }

    private Failure named(Failure failure) {
        var events = rows.query(
                "select event_name from ledger_journal where position = ? limit 1",
                (row, _) -> row.getString("event_name"),
                failure.position());
        return new Failure(
                failure.position(),
                events.isEmpty() ? "unknown" : events.getFirst(),
                failure.detail(),
                failure.merchant());
    }

    private boolean counts(String sql, Set<String> keys) {
        return !keys.isEmpty() && number(sql, keys) != 0;
    }

    private long number(String sql, Set<String> keys) {
        var found = rows.queryForObject(sql, Long.class, (Object) keys.toArray(String[]::new));
        return found == null ? 0 : found;
    }
}
