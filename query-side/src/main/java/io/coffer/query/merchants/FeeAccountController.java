package io.coffer.query.merchants;

import io.coffer.api.kernel.Actor;
import io.coffer.api.merchants.MerchantFeeAccountId;
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

/** Reads of merchants' fee accounts. */
@RestController
@RequestMapping("/v1/merchant-fee-accounts")
class FeeAccountController {

    private final Reads reads;
    private final CofferClock clock;

    FeeAccountController(Reads reads, CofferClock clock) {
        this.reads = reads;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<Page<FeeAccountView.Line>> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var listing = Listing.of(FeeAccountFolding.NAME, "fee-accounts")
                .where("tenant", Visibility.onlyTenant(actor).orElse(null))
                .page(cursor, limit);
        return reads.from(
                FeeAccountFolding.NAME,
                minPosition,
                jdbc -> listing.read(
                        jdbc, FeeAccountState.class, FeeAccountView.Line::of, FeeAccountView.Line::position));
    }

    @GetMapping("/{id}")
    ResponseEntity<FeeAccountView> one(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var account = Visibility.visible(actor, id, MerchantFeeAccountId::new);
        return reads.versioned(FeeAccountFolding.NAME, minPosition, jdbc -> {
            var state = Documents.find(jdbc, FeeAccountFolding.NAME, account, FeeAccountState.class)
                    .orElseThrow(() -> Visibility.missing(id));
            return new Reads.Versioned<>(state.version(), FeeAccountView.of(state, clock.instant()));
        });
    }
}
