package io.coffer.query.ledger;

import static io.coffer.query.kernel.Columns.Type.BIGINT;
import static io.coffer.query.kernel.Columns.Type.TEXT;

import io.coffer.api.kernel.AggregateId;
import io.coffer.api.ledger.AccountCode;
import io.coffer.query.kernel.Columns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The facts of a batch on their way into the tables: one row per key, whatever the batch's size. */
final class FactRows {

    private final Map<ItemKey, Item> items = new LinkedHashMap<>();
    private final Map<String, Flow> flows = new LinkedHashMap<>();
    private final Map<BankLine, Lines> bankLines = new LinkedHashMap<>();
    private final Map<String, Part> splits = new LinkedHashMap<>();
    private final List<PlacedLeg> legs = new ArrayList<>();
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

    /** What is added to a split: what its contract set aside, what it gave to whom, and what came back. */
    record Share(long reserved, long base, long legs, long fee, long returned) {

        static Share reserved(long units) {
            return new Share(units, 0, 0, 0, 0);
        }

        static Share executed(long base, long legs, long fee) {
            return new Share(0, base, legs, fee, 0);
        }

        static Share returned(long units) {
            return new Share(0, 0, 0, 0, units);
        }

        private Share and(Share later) {
            return new Share(
                    Math.addExact(reserved, later.reserved),
                    Math.addExact(base, later.base),
                    Math.addExact(legs, later.legs),
                    Math.addExact(fee, later.fee),
                    Math.addExact(returned, later.returned));
        }
    }

    private record Part(Share share, long lastPosition) {

        Part and(Part later) {
            return new Part(share.and(later.share), later.lastPosition);
        }
    }

    private record PlacedLeg(long position, ContractLegs.Leg leg) {}

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

    void split(String split, Share share, long position) {
        splits.merge(split, new Part(share, position), Part::and);
    }

    void leg(ContractLegs.Leg leg, long position) {
        legs.add(new PlacedLeg(position, leg));
    }

    boolean hasLegs() {
        return !legs.isEmpty();
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
        var splitRows = new Columns(TEXT, BIGINT, BIGINT, BIGINT, BIGINT, BIGINT, BIGINT);
        splits.forEach((split, part) -> splitRows.add(
                split,
                part.share().reserved(),
                part.share().base(),
                part.share().legs(),
                part.share().fee(),
                part.share().returned(),
                part.lastPosition()));
        splitRows.insert(rows, "ledger_split as s", """
            on conflict (split) do update set reserved = s.reserved + excluded.reserved, base = s.base + excluded.base,
                legs = s.legs + excluded.legs, fee = s.fee + excluded.fee, returned = s.returned + excluded.returned,
                last_position = excluded.last_position
            """);
        var legRows = new Columns(BIGINT, TEXT, TEXT, TEXT, TEXT, TEXT, BIGINT);
        legs.forEach(placed -> legRows.add(
                placed.position(),
                placed.leg().kind().name(),
                placed.leg().contract().value(),
                placed.leg().order().value(),
                placed.leg().taker().map(AggregateId::value).orElse(null),
                placed.leg().through().map(AggregateId::value).orElse(null),
                placed.leg().units()));
        legRows.append(rows, "ledger_leg");
        var lineRows = new Columns(TEXT, TEXT, BIGINT, BIGINT);
        bankLines.forEach((line, lines) -> lineRows.add(line.kind(), line.item(), lines.lines(), lines.lastPosition()));
        lineRows.insert(rows, "ledger_bank_line as l", """
            on conflict (kind, item) do update
                set lines = l.lines + excluded.lines, last_position = excluded.last_position
            """);
    }
}
