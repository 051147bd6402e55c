package io.coffer.query.payouts;

import io.coffer.api.kernel.Actor;
import io.coffer.api.payouts.PayoutId;
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
        var listing = Listing.of(PayoutFolding.NAME, "payouts")
                .where("tenant", Visibility.onlyTenant(actor).orElse(null))
                .where("state", state)
                .page(cursor, limit);
        return reads.from(
                PayoutFolding.NAME,
                minPosition,
                jdbc -> listing.read(jdbc, PayoutState.class, PayoutView::of, PayoutView::position));
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
