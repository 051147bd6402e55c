package io.coffer.query.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.ledger.AccountCode;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Cursor;
import io.coffer.query.kernel.Instants;
import io.coffer.query.kernel.Page;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The questions about the ledger. */
record Ledger(JdbcClient jdbc) {

    static final Cursor ENTRIES = Cursor.of("entries", 0, 0);
    static final Cursor ALARMS = Cursor.of("alarms", 0, "", "");

    // Whole days before, and the entries of the day itself: history makes it no slower.
    private static final String AS_OF = """
        select code, sum(debits) as debits, sum(credits) as credits
          from (select code, debits, credits from query.ledger_day where business_date < :day
                union all
                select code, case side when 'DEBIT' then minor_units else 0 end,
                       case side when 'CREDIT' then minor_units else 0 end
                  from query.ledger_entry where booked_at >= :midnight and booked_at <= :asOf) turnover
         group by code order by code
        """;

    /**
     * One alarm: an equation and the first event after which it did not hold.
     *
     * @param merchant for whose contracts, where it is checked per merchant
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AlarmView(
            Equation equation,
            long position,
            String event,
            String detail,
            Instant raisedAt,
            @Nullable String merchant) {}

    TrialBalance trialBalance(@Nullable Instant asOf) {
        return TrialBalance.of(
                asOf,
                (asOf == null ? now() : asOf(asOf))
                        .query((row, _) -> new TrialBalance.Turnover(
                                AccountCode.valueOf(row.getString("code")),
                                row.getLong("debits"),
                                row.getLong("credits")))
                        .list());
    }

    private JdbcClient.StatementSpec now() {
        return jdbc.sql("select code, debits, credits from query.ledger_control order by code");
    }

    private JdbcClient.StatementSpec asOf(Instant asOf) {
        var moment = Instants.storable(asOf);
        var day = Booked.businessDate(moment.toInstant());
        return jdbc.sql(AS_OF)
                .param("asOf", moment)
                .param("day", day)
                .param("midnight", Instants.storable(Booked.beginning(day)));
    }

    Page<EntryView> entries(AccountCode code, String subLedger, Cursor after, int limit) {
        var rows = jdbc.sql("""
            select * from query.ledger_entry
             where code = :code and sub_ledger = :subLedger and (position, line) > (:position, :line)
             order by position, line limit :limit
            """)
                .param("code", code.name())
                .param("subLedger", subLedger)
                .param("position", after.numberAt(0))
                .param("line", after.numberAt(1))
                .param("limit", limit + 1)
                .query((row, _) -> EntryView.of(row))
                .list();
        return Page.of(rows, limit, entry -> Cursor.of("entries", entry.position(), entry.line()));
    }

    Page<AlarmView> alarms(Cursor after, int limit) {
        var rows = jdbc.sql("""
            select equation, first_position, event_name, detail, raised_at, nullif(merchant, '') as owner
              from query.alarm
             where (first_position, equation, merchant) > (:position, :equation, :merchant)
             order by first_position, equation, merchant limit :limit
            """)
                .param("position", after.numberAt(0))
                .param("equation", after.at(1))
                .param("merchant", after.at(2))
                .param("limit", limit + 1)
                .query((row, _) -> new AlarmView(
                        Equation.valueOf(row.getString("equation")),
                        row.getLong("first_position"),
                        row.getString("event_name"),
                        row.getString("detail"),
                        row.getTimestamp("raised_at").toInstant(),
                        row.getString("owner")))
                .list();
        return Page.of(
                rows,
                limit,
                alarm -> Cursor.of(
                        "alarms",
                        alarm.position(),
                        alarm.equation(),
                        Objects.requireNonNullElse(alarm.merchant(), "")));
    }

    boolean knows(AccountCode code, String subLedger) {
        List<Boolean> found = jdbc.sql("select true from query.ledger_balance where code = :code and sub_ledger = :sub")
                .param("code", code.name())
                .param("sub", subLedger)
                .query((row, _) -> row.getBoolean(1))
                .list();
        return !found.isEmpty();
    }
}
