package io.coffer.query.ledger;

import static io.coffer.query.kernel.Columns.Type.BIGINT;
import static io.coffer.query.kernel.Columns.Type.TEXT;

import io.coffer.api.ledger.AccountCode;
import io.coffer.query.kernel.Columns;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The facts of a batch on their way into the tables: one row per key, whatever the batch's size. */
final class FactRows {

    private final Map<ItemKey, Item> items = new LinkedHashMap<>();
    private final Map<String, Flow> flows = new LinkedHashMap<>();
    private final Map<BankLine, Lines> bankLines = new LinkedHashMap<>();
    private final Set<String> accounts = new LinkedHashSet<>();

    /** Where an item stands open. */
    record ItemKey(AccountCode code, String subLedger, String item) {}

    /** What was added to an item; its account is that of the first event. */
    private record Item(@Nullable String account, long units, long lastPosition) {
        Item and(Item later) {
            return new Item(account, Math.addExact(units, later.units), later.lastPosition);
        }
    }

    /** What went through an account. */
    private record Flow(long cameIn, long paidOut, long returned, long lastPosition) {
        Flow and(Flow later) {
            return new Flow(
                    Math.addExact(cameIn, later.cameIn),
                    Math.addExact(paidOut, later.paidOut),
                    Math.addExact(returned, later.returned),
                    later.lastPosition);
        }
    }

    private record BankLine(String kind, String item) {}

    private record Lines(long lines, long lastPosition) {
        Lines and(Lines later) {
            return new Lines(lines + later.lines, later.lastPosition);
        }
    }

    void item(ItemKey key, @Nullable String account, long units, long position) {
        if (account != null) {
            accounts.add(account);
        }
        items.merge(key, new Item(account, units, position), Item::and);
    }

    void flow(String account, long cameIn, long paidOut, long returned, long position) {
        accounts.add(account);
        flows.merge(account, new Flow(cameIn, paidOut, returned, position), Flow::and);
    }

    /** @param lines one more; or one less, where a booking turned out to be none */
    void bankLine(String kind, String item, int lines, long position) {
        bankLines.merge(new BankLine(kind, item), new Lines(lines, position), Lines::and);
    }

    /** The accounts whose money moved. */
    Set<String> accounts() {
        return accounts;
    }

    /** The payouts and receipts that the bank's account statement will show. */
    Set<String> bankItems() {
        var touched = new LinkedHashSet<String>();
        bankLines.keySet().forEach(line -> touched.add(line.item()));
        return touched;
    }

    void write(JdbcTemplate rows) {
        var itemRows = new Columns(TEXT, TEXT, TEXT, TEXT, BIGINT, BIGINT);
        items.forEach((key, item) -> itemRows.add(
                key.code().name(), key.subLedger(), key.item(), item.account(), item.units(), item.lastPosition()));
        itemRows.insert(rows, "ledger_item as i", """
            on conflict (code, sub_ledger, item) do update
                set open_units = i.open_units + excluded.open_units, last_position = excluded.last_position
            """);
        var flowRows = new Columns(TEXT, BIGINT, BIGINT, BIGINT, BIGINT);
        flows.forEach((account, flow) ->
                flowRows.add(account, flow.cameIn(), flow.paidOut(), flow.returned(), flow.lastPosition()));
        flowRows.insert(rows, "ledger_flow as f", """
            on conflict (account) do update set came_in = f.came_in + excluded.came_in,
                paid_out = f.paid_out + excluded.paid_out, returned = f.returned + excluded.returned,
                last_position = excluded.last_position
            """);
        var lineRows = new Columns(TEXT, TEXT, BIGINT, BIGINT);
        bankLines.forEach((line, lines) -> lineRows.add(line.kind(), line.item(), lines.lines(), lines.lastPosition()));
        lineRows.insert(rows, "ledger_bank_line as l", """
            on conflict (kind, item) do update
                set lines = l.lines + excluded.lines, last_position = excluded.last_position
            """);
    }
}
