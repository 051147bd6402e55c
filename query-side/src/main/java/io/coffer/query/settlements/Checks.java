package io.coffer.query.settlements;

import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.query.kernel.Cursor;
import io.coffer.query.kernel.Documents;
import io.coffer.query.kernel.Page;
import io.coffer.query.settlements.SettlementState.ListedFile;
import io.coffer.query.settlements.SettlementState.Taken;
import io.coffer.query.settlements.SettlementView.FileSide;
import io.coffer.query.settlements.SettlementView.LedgerSide;
import io.coffer.query.settlements.SettlementView.LineView;
import io.coffer.query.settlements.SettlementView.ReceiptView;
import io.coffer.query.settlements.SettlementView.State;
import io.coffer.query.settlements.SettlementView.What;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The questions about settlements: entries of the ledger, lines of the file and receipts of the bank, side by side. */
record Checks(JdbcClient jdbc) {

    static final Cursor LINES = Cursor.of("settlement lines", 0);

    private static final String SETTLEMENTS = "settlements";

    /** A line of an earlier file that nobody booked is nobody's any more. */
    private static final String DIFFERS = """
        s.file_version > 0 and (l.ours_count > 0 or l.theirs_version = s.file_version)
        and (l.ours_count = 0 or l.theirs_version <> s.file_version
             or l.ours_units <> l.theirs_units or l.ours_fee <> l.theirs_fee)
        """;

    private static final String CHECKS = """
        select s.id, s.document,
               e.payments, e.refunds, e.fees, e.bounces, e.settled, coalesce(b.balance, 0) as balance,
               f.payments as file_payments, f.refunds as file_refunds, f.fees as file_fees, f.bounces as file_bounces,
               f.differences,
               array(select r.id from jsonb_array_elements(s.document::jsonb -> 'declined') d
                       join query.receipt r on r.id = d ->> 'receipt'
                      where r.state = 'SUSPENDED') as waiting
          from query.channel_settlement s
          left join query.ledger_balance b on b.code = 'R1101' and b.sub_ledger = s.channel || '.' || s.settlement_date
          cross join lateral (
                select coalesce(sum(natural_units) filter (where rule in ('PR-111', 'PR-112', 'PR-114')), 0) as payments,
                       coalesce(sum(natural_units) filter (where rule in ('PR-507', 'PR-952')
                                                                 or (rule = 'PR-999' and aggregate_id like 'RF:%')), 0) as refunds,
                       coalesce(sum(natural_units) filter (where rule = 'PR-510'), 0) as fees,
                       coalesce(sum(natural_units) filter (where rule = 'PR-503'), 0) as bounces,
                       -coalesce(sum(natural_units) filter (where rule = 'PR-113'
                                                                 or (rule = 'PR-999' and aggregate_id like 'CS:%')), 0) as settled
                  from query.ledger_entry
                 where code = 'R1101' and sub_ledger = s.channel || '.' || s.settlement_date) e
          cross join lateral (
                select coalesce(sum(theirs_units - theirs_fee) filter (where listed and kind = 'PAYMENT'), 0) as payments,
                       -coalesce(sum(theirs_units) filter (where listed and kind = 'REFUND'), 0) as refunds,
                       coalesce(sum(theirs_units) filter (where listed and kind = 'FEE_RETURNED'), 0) as fees,
                       coalesce(sum(theirs_units) filter (where listed and kind = 'BOUNCE'), 0) as bounces,
                       count(*) filter (where differs) as differences
                  from (select l.*, l.theirs_version = s.file_version and s.file_version > 0 as listed,
                               (""" + DIFFERS + """
                               ) as differs
                          from query.settlement_line l where l.settlement = s.id) sides) f
        """;

    Optional<SettlementView> find(ChannelSettlementId settlement) {
        return jdbc.sql(CHECKS + " where s.id = :id")
                .param("id", settlement.value())
                .query((row, _) -> view(row))
                .optional();
    }

    Page<SettlementView> list(@Nullable String channel, Cursor after, int limit) {
        var rows = jdbc.sql(CHECKS + """
             where s.first_position > :after and (cast(:channel as text) is null or s.channel = :channel)
             order by s.first_position limit :limit
            """)
                .param("after", after.numberAt(0))
                .param("channel", channel)
                .param("limit", limit + 1)
                .query((row, _) -> view(row))
                .list();
        return Page.of(rows, limit, view -> Cursor.of(SETTLEMENTS, view.position()));
    }

    static Cursor start() {
        return Cursor.of(SETTLEMENTS, 0);
    }

    Page<LineView> differences(ChannelSettlementId settlement, Cursor after, int limit) {
        var rows = jdbc.sql("""
            select l.*, l.theirs_version = s.file_version as listed
              from query.settlement_line l join query.channel_settlement s on s.id = l.settlement
             where s.id = :id and l.ordinal > :after and""" + " " + DIFFERS + " order by l.ordinal limit :limit")
                .param("id", settlement.value())
                .param("after", after.numberAt(0))
                .param("limit", limit + 1)
                .query((row, _) -> line(row))
                .list();
        return Page.of(rows, limit, line -> Cursor.of("settlement lines", line.ordinal()));
    }

    private static SettlementView view(ResultSet row) throws SQLException {
        var state = Documents.read(row.getString("document"), SettlementState.class);
        var declined = declined(state, row);
        var booked = Math.addExact(row.getLong("balance"), row.getLong("settled"));
        var fileLessLedger = state.file().map(file -> file.net().minorUnits() - booked);
        var came = row.getLong("settled")
                + declined.stream().mapToLong(Checks::units).sum();
        var bankLessFile = state.file().map(file -> came - file.net().minorUnits());
        var differences = row.getLong("differences");
        return new SettlementView(
                state.settlement().value(),
                state.settlement().channel(),
                state.settlement().settlementDate(),
                stands(fileLessLedger, bankLessFile, differences, declined),
                new LedgerSide(
                        yuan(row.getLong("payments")),
                        yuan(row.getLong("refunds")),
                        yuan(row.getLong("fees")),
                        yuan(row.getLong("bounces")),
                        yuan(row.getLong("settled")),
                        yuan(row.getLong("balance"))),
                state.file().isPresent() ? file(state.file().get(), row) : null,
                differences,
                fileLessLedger.map(Checks::yuan).orElse(null),
                bankLessFile.map(Checks::yuan).orElse(null),
                state.receipts().stream().map(Checks::receipt).toList(),
                declined.stream().map(Checks::receipt).toList(),
                state.position(),
                state.version());
    }

    /** What the bank brought may be late, but never more than was listed. */
    static State stands(
            Optional<Long> fileLessLedger, Optional<Long> bankLessFile, long differences, List<Taken> declined) {
        if (fileLessLedger.isEmpty() || bankLessFile.isEmpty()) {
            return State.WAITING_FOR_FILE;
        }
        if (fileLessLedger.get() != 0 || differences > 0 || !declined.isEmpty() || bankLessFile.get() > 0) {
            return State.DIFFERENT;
        }
        return bankLessFile.get() < 0 ? State.WAITING_FOR_BANK : State.AGREED;
    }

    /** Each receipt once, though people may have tried it again; and none that found another end. */
    private static List<Taken> declined(SettlementState state, ResultSet row) throws SQLException {
        var waiting =
                Set.copyOf(Arrays.asList((String[]) row.getArray("waiting").getArray()));
        var seen = new java.util.HashSet<BankReceiptId>();
        return state.declined().stream()
                .filter(one -> waiting.contains(one.receipt().value()) && seen.add(one.receipt()))
                .toList();
    }

    private static FileSide file(ListedFile file, ResultSet row) throws SQLException {
        return new FileSide(
                file.version(),
                file.count(),
                yuan(row.getLong("file_payments")),
                yuan(row.getLong("file_refunds")),
                yuan(row.getLong("file_fees")),
                yuan(row.getLong("file_bounces")),
                Amount.of(file.net()),
                file.paidBy().map(BankReceiptId::value).orElse(null),
                file.takenAt());
    }

    private static LineView line(ResultSet row) throws SQLException {
        var isOurs = row.getLong("ours_count") > 0;
        var isTheirs = row.getBoolean("listed");
        return new LineView(
                row.getString("kind"),
                row.getString("no"),
                what(row, isOurs, isTheirs),
                isOurs ? amount(row, "ours_units") : null,
                isOurs ? amount(row, "ours_fee") : null,
                isTheirs ? amount(row, "theirs_units") : null,
                isTheirs ? amount(row, "theirs_fee") : null,
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("ordinal"));
    }

    private static What what(ResultSet row, boolean isOurs, boolean isTheirs) throws SQLException {
        if (!isOurs || !isTheirs) {
            return isTheirs ? What.ONLY_AT_CHANNEL : What.ONLY_WITH_US;
        }
        return row.getLong("ours_units") == row.getLong("theirs_units") ? What.FEE : What.AMOUNT;
    }

    private static ReceiptView receipt(Taken taken) {
        return new ReceiptView(
                taken.receipt().value(),
                Amount.of(taken.amount()),
                taken.at(),
                taken.differs().orElse(null));
    }

    private static long units(Taken taken) {
        return taken.amount().minorUnits();
    }

    private static Amount amount(ResultSet row, String column) throws SQLException {
        return Amount.of(Money.fen(row.getLong(column)));
    }

    // Text, not an Amount: these can be below zero.
    private static String yuan(long units) {
        return BigDecimal.valueOf(units, 2).toPlainString();
    }
}
