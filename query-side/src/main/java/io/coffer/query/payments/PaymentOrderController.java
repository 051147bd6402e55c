package io.coffer.query.payments;

import io.coffer.api.kernel.Actor;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.query.kernel.Documents;
import io.coffer.query.kernel.Listing;
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
        var listing = Listing.of(PaymentOrderFolding.NAME, "payment-orders")
                .where("tenant", Visibility.onlyTenant(actor).orElse(null))
                .where("state", state)
                .where("contract_id", contract)
                .page(cursor, limit);
        return reads.from(
                PaymentOrderFolding.NAME,
                minPosition,
                jdbc -> listing.read(jdbc, PaymentOrderState.class, PaymentOrderView::of, PaymentOrderView::position));
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
