package io.coffer.query.ledger;

import io.coffer.api.ledger.AccountCode;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Poison;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

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

    private static final String LEGS_OFF = """
        select count(*) from (
            select position
              from (select position, regexp_replace(sub_ledger, '\\.(AVAILABLE|RESERVED)$', '') as payment,
                           sum(natural_units) as units
                      from ledger_entry where position between :first and :last and code = 'R2003'
                     group by position, regexp_replace(sub_ledger, '\\.(AVAILABLE|RESERVED)$', '')
                    having sum(natural_units) <> 0) booked
              full join (select position, contract || ':' || split_part(order_id, ':', 3) as payment, units
                           from ledger_leg where position between :first and :last and units <> 0) stated
             using (position, payment)
             where booked.units is distinct from stated.units
            union all
            select l.position from ledger_leg l join ledger_leg p on p.order_id = l.order_id and p.kind = 'PAYMENT'
             where l.position between :first and :last and p.contract <> l.contract
            union all
            select l.position from ledger_leg l join ledger_leg a on a.taker = l.taker and a.kind = 'REFUND_REQUESTED'
             where l.position between :first and :last and (a.order_id, a.contract) <> (l.order_id, l.contract)
        ) touched
        """;

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
     * The cheap part, within the transaction of a batch; only a suspicion costs a full look for the first event.
     *
     * @param posted which accounts of the chart the batch posted to
     */
    void checkAfter(
            FactRows facts, Set<AccountCode> posted, List<Booked> batch, List<Poison> overdrawnCustody) {
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
        if (legsAreOff(facts, posted, batch)) {
            suspect.add(Equation.C5);
        }
        if (counts(LINES_TWICE, facts.bankItems())) {
            suspect.add(Equation.C17);
        }
        suspect.forEach(equation -> raise(check(equation)));
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

    void raise(Finding finding) {
        finding.failures()
                .forEach(failure -> Alarms.raise(rows, finding.equation().name(), failure));
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

    private boolean legsAreOff(FactRows facts, Set<AccountCode> posted, List<Booked> batch) {
        if (!facts.hasLegs() && !posted.contains(AccountCode.R2003)) {
            return false;
        }
        var touched = Map.of(
                "first", batch.getFirst().position(), "last", batch.getLast().position());
        var found = new NamedParameterJdbcTemplate(rows).queryForObject(LEGS_OFF, touched, Long.class);
        return found != null && found != 0;
    }

    private boolean counts(String sql, Set<String> keys) {
        return !keys.isEmpty() && number(sql, keys) != 0;
    }

    private long number(String sql, Set<String> keys) {
        var found = rows.queryForObject(sql, Long.class, (Object) keys.toArray(String[]::new));
        return found == null ? 0 : found;
    }
}
