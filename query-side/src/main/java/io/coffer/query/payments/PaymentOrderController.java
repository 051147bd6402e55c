package io.coffer.query.payments;

import io.coffer.api.kernel.Actor;
import io.coffer.api.payments.PaymentOrderId;
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

/** Reads of payment orders. */
@RestController
@RequestMapping("/v1/payment-orders")
class PaymentOrderController {

    private final Reads reads;

    PaymentOrderController(Reads reads) {
        this.reads = reads;
    }

    @GetMapping
    @SuppressWarnings("TooManyParameters") // Parameters of the address, one by one.
    ResponseEntity<Page<PaymentOrderView>> list(
            Actor actor,
            @RequestParam(required = false) PaymentOrderState.@Nullable Stage state,
            @RequestParam(required = false) @Nullable String contract,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var tenant = Visibility.onlyTenant(actor).orElse(null);
        var after = Cursor.read(cursor, Cursor.of("payment-orders", 0));
        var size = Page.checked(limit);
        return reads.from(PaymentOrderFolding.NAME, minPosition, jdbc -> {
            var rows = jdbc.sql("""
                            select document from query.payment_order
                             where first_position > :after
                               and (cast(:tenant as text) is null or tenant = :tenant)
                               and (cast(:state as text) is null or state = :state)
                               and (cast(:contract as text) is null or contract_id = :contract)
                             order by first_position limit :limit
                            """)
                    .param("after", after.numberAt(0))
                    .param("tenant", tenant)
                    .param("state", state == null ? null : state.name())
                    .param("contract", contract)
                    .param("limit", size + 1)
                    .query((row, _) ->
                            PaymentOrderView.of(Documents.read(row.getString("document"), PaymentOrderState.class)))
                    .list();
            return Page.of(rows, size, order -> Cursor.of("payment-orders", order.position()));
        });
    }

    @GetMapping("/{id}")
    ResponseEntity<PaymentOrderView> one(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var order = Visibility.visible(actor, id, PaymentOrderId::new);
        return reads.versioned(PaymentOrderFolding.NAME, minPosition, jdbc -> {
            var view = Documents.find(jdbc, PaymentOrderFolding.NAME, order, PaymentOrderState.class)
                    .map(PaymentOrderView::of)
                    .orElseThrow(() -> Visibility.missing(id));
            return new Reads.Versioned<>(view.version(), view);
        });
    }
}
