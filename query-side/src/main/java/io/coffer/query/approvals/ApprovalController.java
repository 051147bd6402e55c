package io.coffer.query.approvals;

import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.Actor;
import io.coffer.platform.time.CofferClock;
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

/** Reads of approval requests: the work list and one of them, with the ETag to decide on. */
@RestController
@RequestMapping("/v1/approvals")
class ApprovalController {

    private final Reads reads;
    private final CofferClock clock;

    ApprovalController(Reads reads, CofferClock clock) {
        this.reads = reads;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<Page<ApprovalView>> list(
            Actor actor,
            @RequestParam(required = false) ApprovalState.@Nullable Status state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var listing = Listing.of(ApprovalFolding.NAME, "approvals")
                .where("tenant", Visibility.onlyTenant(actor).orElse(null))
                .where("state", state)
                .page(cursor, limit);
        return reads.from(
                ApprovalFolding.NAME,
                minPosition,
                jdbc -> listing.read(jdbc, ApprovalState.class, this::view, ApprovalView::position));
    }

    @GetMapping("/{id}")
    ResponseEntity<ApprovalView> one(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var approval = Visibility.visible(actor, id, ApprovalRequestId::new);
        return reads.versioned(ApprovalFolding.NAME, minPosition, jdbc -> {
            var view = Documents.find(jdbc, ApprovalFolding.NAME, approval, ApprovalState.class)
                    .map(this::view)
                    .orElseThrow(() -> Visibility.missing(id));
            return new Reads.Versioned<>(view.version(), view);
        });
    }

    private ApprovalView view(ApprovalState request) {
        return ApprovalView.of(request, clock.instant());
    }
}
