package io.coffer.query.splits;

import io.coffer.api.kernel.Actor;
import io.coffer.api.splits.SplitId;
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

/** Reads of splits. */
@RestController
@RequestMapping("/v1/splits")
class SplitController {

    private final Reads reads;

    SplitController(Reads reads) {
        this.reads = reads;
    }

    /** @param merchant by its fee account */
    @GetMapping
    @SuppressWarnings("TooManyParameters") // Parameters of the address, one by one.
    ResponseEntity<Page<SplitView>> list(
            Actor actor,
            @RequestParam(required = false) SplitState.@Nullable Status state,
            @RequestParam(required = false) @Nullable String merchant,
            @RequestParam(required = false) @Nullable String contract,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var listing = Listing.of(SplitFolding.NAME, "splits")
                .where("tenant", Visibility.onlyTenant(actor).orElse(null))
                .where("state", state)
                .where("merchant", merchant)
                .where("contract", contract)
                .where("order_id", order)
                .page(cursor, limit);
        return reads.from(
                SplitFolding.NAME,
                minPosition,
                jdbc -> listing.read(jdbc, SplitState.class, SplitView::of, SplitView::position));
    }

    @GetMapping("/{id}")
    ResponseEntity<SplitView> one(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var split = Visibility.visible(actor, id, SplitId::new);
        return reads.versioned(SplitFolding.NAME, minPosition, jdbc -> {
            var view = Documents.find(jdbc, SplitFolding.NAME, split, SplitState.class)
                    .map(SplitView::of)
                    .orElseThrow(() -> Visibility.missing(id));
            return new Reads.Versioned<>(view.version(), view);
        });
    }
}
