package io.coffer.query.promotions;

import io.coffer.api.kernel.Actor;
import io.coffer.api.promotions.CampaignId;
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

/** Reads of campaigns. */
@RestController
@RequestMapping("/v1/promotion-campaigns")
class CampaignController {

    private final Reads reads;

    CampaignController(Reads reads) {
        this.reads = reads;
    }

    @GetMapping
    ResponseEntity<Page<CampaignView>> list(
            Actor actor,
            @RequestParam(required = false) CampaignState.@Nullable Status state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var listing = Listing.of(CampaignFolding.NAME, "promotion-campaigns")
                .where("tenant", Visibility.onlyTenant(actor).orElse(null))
                .where("state", state)
                .page(cursor, limit);
        return reads.from(
                CampaignFolding.NAME,
                minPosition,
                jdbc -> listing.read(jdbc, CampaignState.class, CampaignView::of, CampaignView::position));
    }

    @GetMapping("/{id}")
    ResponseEntity<CampaignView> one(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var campaign = Visibility.visible(actor, id, CampaignId::new);
        return reads.versioned(CampaignFolding.NAME, minPosition, jdbc -> {
            var view = Documents.find(jdbc, CampaignFolding.NAME, campaign, CampaignState.class)
                    .map(CampaignView::of)
                    .orElseThrow(() -> Visibility.missing(id));
            return new Reads.Versioned<>(view.version(), view);
        });
    }
}
