package io.coffer.query.accounts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.money.Money;
import io.coffer.query.kernel.Cursor;
import io.coffer.query.kernel.Documents;
import io.coffer.query.kernel.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The questions about escrow accounts. */
record Accounts(JdbcClient jdbc) {

    Optional<AccountState> find(EscrowAccountId id) {
        return Documents.find(jdbc, AccountFolding.NAME, id, AccountState.class);
    }

    Page<AccountView.Line> list(Optional<String> tenant, @Nullable AccountStatus state, Cursor after, int limit) {
        var rows = jdbc.sql("""
                        select document from query.account
                         where id > :after
                           and (cast(:tenant as text) is null or tenant = :tenant)
                           and (cast(:state as text) is null or state = :state)
                         order by id limit :limit
                        """)
                .param("after", after.at(0))
                .param("tenant", tenant.orElse(null))
                .param("state", state == null ? null : state.name())
                .param("limit", limit + 1)
                .query((row, _) -> AccountView.Line.of(Documents.read(row.getString("document"), AccountState.class)))
                .list();
        return Page.of(rows, limit, line -> Cursor.of("accounts", line.id()));
    }

    Page<MovementView> movements(EscrowAccountId id, Cursor after, int limit) {
        var rows = jdbc.sql("""
                        select * from query.account_movement
                         where account_id = :id and position > :after order by position limit :limit
                        """)
                .param("id", id.value())
                .param("after", after.numberAt(0))
                .param("limit", limit + 1)
                .query((row, _) -> MovementView.of(row))
                .list();
        return Page.of(rows, limit, movement -> Cursor.of("movements", movement.position()));
    }

    List<MoneyPlaces.Arrival> arrivals(EscrowAccountId id) {
        return jdbc.sql("""
                        select id, minor_units, document::jsonb ->> 'changedAt' as since from query.receipt
                         where account_id = :id and state = 'ASSIGNED'
                           and not exists (select from query.account_movement m
                                            where m.account_id = :id and m.reference = receipt.id)
                         order by first_position limit 200
                        """)
                .param("id", id.value())
                .query((row, _) -> new MoneyPlaces.Arrival(
                        row.getString("id"),
                        Money.fen(row.getLong("minor_units")),
                        Instant.parse(row.getString("since"))))
                .list();
    }

    /** What has money of the account at the moment, or had it. */
    Map<String, String> takers(EscrowAccountId id) {
        return jdbc
                .sql("""
                        select id, state from query.payout where account_id = :id
                        union all select id, state from query.refund where account_id = :id
                        """)
                .param("id", id.value())
                .query((row, _) -> Map.entry(row.getString("id"), row.getString("state")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
