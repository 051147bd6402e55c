package io.coffer.query.ledger;

import io.coffer.query.kernel.Booked;
import io.coffer.query.ledger.LedgerWatchman.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Equation C5 of the events of a batch alone, found by keys: the whole look takes joins that a batch has no plans for, and
 * longer the longer the log is. Each row is one that the whole look finds too.
 */
final class TouchedContracts {

    private static final String DIFFERENCES = """
        select position, payment || ': ' || detail as detail,
               'MB:' || split_part(payment, ':', 2) || ':' || split_part(payment, ':', 3) as merchant
          from (
            select position, payment,
                   'booked ' || coalesce(booked.units, 0) || ', its event states ' || coalesce(stated.units, 0) as detail
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
            select position, contract || ':' || split_part(order_id, ':', 3),
                   'a leg of kind ' || kind || ', but ' || order_id || ' was paid for ' || paid_for
              from (select distinct on (l.position) l.position, l.contract, l.order_id, l.kind, p.contract as paid_for
                      from ledger_leg l join ledger_leg p on p.order_id = l.order_id and p.kind = 'PAYMENT'
                     where l.position between :first and :last
                     order by l.position, p.position) own
             where contract <> paid_for
            union all
            select l.position, l.contract || ':' || split_part(l.order_id, ':', 3),
                   'a leg of kind ' || l.kind || ' of ' || l.taker || ', which is of ' || a.contract || ':'
                   || split_part(a.order_id, ':', 3)
              from ledger_leg l join ledger_leg a on a.taker = l.taker and a.kind = 'REFUND_REQUESTED'
             where l.position between :first and :last and (a.order_id, a.contract) <> (l.order_id, l.contract)
          ) found
         order by position, detail
        """;

    private final NamedParameterJdbcTemplate rows;

    TouchedContracts(JdbcTemplate rows) {
        this.rows = new NamedParameterJdbcTemplate(rows);
    }

    List<Failure> differencesIn(List<Booked> batch) {
        var names = batch.stream().collect(Collectors.toMap(Booked::position, Booked::name));
        return rows.query(
                DIFFERENCES,
                Map.of(
                        "first", batch.getFirst().position(),
                        "last", batch.getLast().position()),
                (row, _) -> new Failure(
                        row.getLong("position"),
                        names.getOrDefault(row.getLong("position"), "unknown"),
                        row.getString("detail"),
                        Optional.of(row.getString("merchant"))));
    }
}
