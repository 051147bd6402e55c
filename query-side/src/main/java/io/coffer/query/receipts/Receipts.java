package io.coffer.query.receipts;

import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.query.kernel.Cursor;
import io.coffer.query.kernel.Documents;
import io.coffer.query.kernel.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The questions about receipts. */
record Receipts(JdbcClient jdbc) {

    static final Cursor START = Cursor.of("receipts", 0);

    /** What a list is searched by; a missing part matches all. */
    record Search(
            @Nullable String coreNo,
            @Nullable Long amountFrom,
            @Nullable Long amountTo,
            @Nullable String payerToken,
            ReceiptState.@Nullable Status state) {}

    Optional<ReceiptView> find(BankReceiptId id) {
        return Documents.find(jdbc, ReceiptFolding.NAME, id, ReceiptState.class).map(ReceiptView::of);
    }

    Page<ReceiptView> list(Search search, Cursor after, int limit) {
        var rows = jdbc.sql("""
                        select document from query.receipt
                         where first_position > :after
                           and (cast(:coreNo as text) is null or core_no = :coreNo)
                           and (cast(:amountFrom as bigint) is null or minor_units >= :amountFrom)
                           and (cast(:amountTo as bigint) is null or minor_units <= :amountTo)
                           and (cast(:payerToken as text) is null or payer_token = :payerToken)
                           and (cast(:state as text) is null or state = :state)
                         order by first_position limit :limit
                        """)
                .param("after", after.numberAt(0))
                .param("coreNo", search.coreNo())
                .param("amountFrom", search.amountFrom())
                .param("amountTo", search.amountTo())
                .param("payerToken", search.payerToken())
                .param("state", search.state() == null ? null : search.state().name())
                .param("limit", limit + 1)
                .query((row, _) -> ReceiptView.of(Documents.read(row.getString("document"), ReceiptState.class)))
                .list();
        return Page.of(rows, limit, receipt -> Cursor.of("receipts", receipt.position()));
    }

    ReceiptView.Suspense suspense(Cursor after, int limit, Instant now) {
        var suspended = new Search(null, null, null, null, ReceiptState.Status.SUSPENDED);
        var page = list(suspended, after, limit);
        var waiting = page.items().stream()
                .map(receipt -> new ReceiptView.Waiting(
                        receipt,
                        Math.max(0, Duration.between(receipt.recordedAt(), now).toSeconds())))
                .toList();
        return jdbc.sql("""
                        select count(*) as receipts, coalesce(sum(minor_units), 0) as units
                          from query.receipt where state = 'SUSPENDED'
                        """)
                .query((row, _) -> new ReceiptView.Suspense(
                        row.getLong("receipts"), Amount.of(Money.fen(row.getLong("units"))), waiting, page.next()))
                .single();
    }
}
