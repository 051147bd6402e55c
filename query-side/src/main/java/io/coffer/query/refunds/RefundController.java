package io.coffer.query.refunds;

import io.coffer.api.kernel.Actor;
import io.coffer.api.refunds.RefundId;
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

/** Reads of refunds. */
@RestController
@RequestMapping("/v1/refunds")
class RefundController {

    private final Reads reads;

    RefundController(Reads reads) {
        this.reads = reads;
    }

    @GetMapping
    @SuppressWarnings("TooManyParameters") // Parameters of the address, one by one.
    ResponseEntity<Page<RefundView>> list(
            Actor actor,
            @RequestParam(required = false) RefundState.@Nullable Status state,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var listing = Listing.of(RefundFolding.NAME, "refunds")
                .where("tenant", Visibility.onlyTenant(actor).orElse(null))
                .where("state", state)
                .where("order_id", order)
                .where("account_id", account)
                .page(cursor, limit);
        return reads.from(
                RefundFolding.NAME,
                minPosition,
                jdbc -> listing.read(jdbc, RefundState.class, RefundViews::of, RefundView::position));
    }

    @GetMapping("/{id}")
    ResponseEntity<RefundView> one(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var refund = Visibility.visible(actor, id, RefundId::new);
        return reads.versioned(RefundFolding.NAME, minPosition, jdbc -> {
            var view = Documents.find(jdbc, RefundFolding.NAME, refund, RefundState.class)
                    .map(RefundViews::of)
                    .orElseThrow(() -> Visibility.missing(id));
            return new Reads.Versioned<>(view.version(), view);
        });
    }
}
