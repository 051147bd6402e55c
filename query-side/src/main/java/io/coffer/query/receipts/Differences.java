package io.coffer.query.receipts;

import io.coffer.query.kernel.Cursor;
import io.coffer.query.kernel.Documents;
import io.coffer.query.kernel.Page;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where our books and the bank's day do not say the same: one row per receipt, oldest first. */
record Differences(JdbcClient jdbc) {

    static final Cursor START = Cursor.of("differences", 0);

    /** What differs. */
    enum Kind {
        /** We booked it, as a receipt or as the return of a payout; the complete statement of its day has no such line. */
        MISSING_IN_BANK,
        /** The statement had it and no notice had told of it. It was booked from the statement. */
        MISSING_IN_BOOK,
        /** The bank says two amounts of it, and no statement has decided. */
        AMOUNT,
        /** It may be the same money as another; the statement of its day decides. */
        POSSIBLE_TWIN,
        /** A payout of ours came back by it, and no payout has booked it. */
        RETURN_NOT_BOOKED,
        /** Money of the institution's own that waits for its transfer. */
        OWN_TRANSFER
    }

    /** One difference and how long it has been there. */
    record Difference(Kind kind, ReceiptView receipt, long ageSeconds) {}

    Page<Difference> list(@Nullable Kind kind, Cursor after, int limit, Instant now) {
        var rows = jdbc.sql("""
            select kind, document from (
                select r.first_position, r.document,
                       case when r.conflicts > 0 then 'AMOUNT'
                            when r.state = 'POSSIBLE_TWIN' and s.completed_at is null then 'POSSIBLE_TWIN'
                            when r.state = 'RETURN_NOTED' then 'RETURN_NOT_BOOKED'
                            when r.state = 'OWN_TRANSFER' then 'OWN_TRANSFER'
                            when r.was_missing then 'MISSING_IN_BOOK'
                            when s.completed_at is not null and r.confirmed_by is null
                                 and r.state not in ('MERGED', 'REVERSED') then 'MISSING_IN_BANK'
                       end as kind
                  from query.receipt r left join query.bank_statement s on s.id = r.statement_id
                 where r.first_position > :after
                   and (r.conflicts > 0 or r.was_missing or r.state = 'POSSIBLE_TWIN'
                        or r.state in ('RETURN_NOTED', 'OWN_TRANSFER')
                        or (r.confirmed_by is null and r.state not in ('MERGED', 'REVERSED')))) found
             where kind is not null and (cast(:kind as text) is null or kind = :kind)
             order by first_position limit :limit
            """)
                .param("after", after.numberAt(0))
                .param("kind", kind == null ? null : kind.name())
                .param("limit", limit + 1)
                .query((row, _) -> difference(
                        Kind.valueOf(row.getString("kind")),
                        ReceiptView.of(Documents.read(row.getString("document"), ReceiptState.class)),
                        now))
                .list();
        return Page.of(
                rows, limit, found -> Cursor.of("differences", found.receipt().position()));
    }

    private static Difference difference(Kind kind, ReceiptView receipt, Instant now) {
        return new Difference(
                kind,
                receipt,
                Math.max(0, Duration.between(receipt.recordedAt(), now).toSeconds()));
    }
}
