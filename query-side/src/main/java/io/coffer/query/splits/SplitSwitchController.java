package io.coffer.query.splits;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.kernel.Actor;
import io.coffer.query.kernel.Listing;
import io.coffer.query.kernel.Page;
import io.coffer.query.kernel.Reads;
import io.coffer.query.kernel.Visibility;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads of the switches of merchants' splits. One that was never used is not listed: its splits go. */
@RestController
@RequestMapping("/v1/split-switches")
class SplitSwitchController {

    private final Reads reads;

    SplitSwitchController(Reads reads) {
        this.reads = reads;
    }

    /** The switch of a merchant's splits as people read it. Why and by whom is the institution's: a tenant's people may be the reason. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SplitSwitch")
    record SplitSwitchView(
            String id,
            boolean stopped,
            int stopNo,
            @Nullable String reason,
            @Nullable String stoppedBy,
            @Nullable String resumeRequestedBy,
            Instant stoppedAt,
            Instant changedAt,
            long position,
            long version) {

        static SplitSwitchView of(SplitSwitchState state, Actor reader) {
            var isOurs = reader.kind() != Actor.Kind.TENANT;
            return new SplitSwitchView(
                    state.id().value(),
                    state.stopped(),
                    state.stopNo(),
                    isOurs ? state.reason() : null,
                    isOurs ? state.stoppedBy() : null,
                    isOurs ? state.resumeRequestedBy().orElse(null) : null,
                    state.stoppedAt(),
                    state.changedAt(),
                    state.stoppedPosition(),
                    state.version());
        }
    }

    @GetMapping
    ResponseEntity<Page<SplitSwitchView>> all(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var listing = Listing.of(SplitSwitchFolding.NAME, "split-switches")
                .where("tenant", Visibility.onlyTenant(actor).orElse(null))
                .page(cursor, limit);
        return reads.from(
                SplitSwitchFolding.NAME,
                minPosition,
                jdbc -> listing.read(
                        jdbc,
                        SplitSwitchState.class,
                        state -> SplitSwitchView.of(state, actor),
                        SplitSwitchView::position));
    }
}
