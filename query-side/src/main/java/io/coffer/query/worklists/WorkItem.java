package io.coffer.query.worklists;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that waits.
 *
 * @param id the object to look at
 * @param tenant whose business it is; none for the institution's own
 * @param owner the role that works it off
 * @param due when waiting ends by itself, or until when somebody must act
 * @param overdue whether that moment has passed
 * @param detail what exactly waits, where the id does not say it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkItem(
        String id,
        @Nullable String tenant,
        Role owner,
        Instant since,
        long ageSeconds,
        @Nullable Instant due,
        boolean overdue,
        @Nullable Amount amount,
        @Nullable String detail,
        long position) {

    static WorkItem of(ResultSet row, Role owner, Instant now) throws SQLException {
        var since = row.getTimestamp("since").toInstant();
        var due = instant(row.getTimestamp("due"));
        return new WorkItem(
                row.getString("id"),
                row.getString("tenant"),
                owner,
                since,
                WorkListView.age(since, now),
                due,
                due != null && !now.isBefore(due),
                amount(row),
                row.getString("detail"),
                row.getLong("position"));
    }

    private static @Nullable Amount amount(ResultSet row) throws SQLException {
        var units = row.getLong("minor_units");
        return row.wasNull() ? null : Amount.of(Money.fen(units));
    }

    static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
