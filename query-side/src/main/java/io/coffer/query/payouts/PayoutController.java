package io.coffer.query.payouts;

import io.coffer.api.kernel.Actor;
import io.coffer.api.payouts.PayoutId;
import io.coffer.query.kernel.Cursor;
import io.coffer.query.kernel.Documents;
import io.coffer.query.kernel.Page;
import io.coffer.query.kernel.Reads;
import io.coffer.query.kernel.Visibility;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads of payouts. */
@RestController
@RequestMapping("/v1/payouts")
class PayoutController {

    private final Reads reads;

    PayoutController(Reads reads) {
        this.reads = reads;
    }

    @GetMapping
    ResponseEntity<Page<PayoutView>> list(
            Actor actor,
            @RequestParam(required = false) PayoutState.@Nullable Status state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var tenant = Visibility.onlyTenant(actor).orElse(null);
        var after = Cursor.read(cursor, Cursor.of("payouts", 0));
        var size = Page.checked(limit);
        return reads.from(PayoutFolding.NAME, minPosition, jdbc -> {
            var rows = jdbc.sql("""
                            select document from query.payout
                             where first_position > :after
                               and (cast(:tenant as text) is null or tenant = :tenant)
                               and (cast(:state as text) is null or state = :state)
                             order by first_position limit :limit
                            """)
                    .param("after", after.numberAt(0))
                    .param("tenant", tenant)
                    .param("state", state == null ? null : state.name())
                    .param("limit", size + 1)
                    .query((row, _) -> PayoutView.of(Documents.read(row.getString("document"), PayoutState.class)))
                    .list();
            return Page.of(rows, size, payout -> Cursor.of("payouts", payout.position()));
        });
    }

    @GetMapping("/{id}")
    ResponseEntity<PayoutView> one(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var payout = Visibility.visible(actor, id, PayoutId::new);
        return reads.versioned(PayoutFolding.NAME, minPosition, jdbc -> {
            var view = Documents.find(jdbc, PayoutFolding.NAME, payout, PayoutState.class)
                    .map(PayoutView::of)
                    .orElseThrow(() -> Visibility.missing(id));
            return new Reads.Versioned<>(view.version(), view);
        });
    }
}
