package io.coffer.query.payouts;

import static io.coffer.api.kernel.Role.AUDITOR;
import static io.coffer.api.kernel.Role.CHECKER;
import static io.coffer.api.kernel.Role.CUSTOMER_SERVICE;
import static io.coffer.api.kernel.Role.OPERATOR;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.kernel.Actor;
import io.coffer.query.kernel.Documents;
import io.coffer.query.kernel.Reads;
import io.coffer.query.kernel.Visibility;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads of the payout switches. One that was never used is not listed: payouts go. */
@RestController
@RequestMapping("/v1/payout-switches")
class SwitchController {

    private static final int SWITCHES_MAX = 200;

    private final Reads reads;

    SwitchController(Reads reads) {
        this.reads = reads;
    }

    /** A switch as people read it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SwitchView(
            String id,
            boolean stopped,
            int stopNo,
            String reason,
            String stoppedBy,
            @Nullable String resumeRequestedBy,
            Instant stoppedAt,
            Instant changedAt,
            long version) {

        static SwitchView of(SwitchState state) {
            return new SwitchView(
                    state.id().value(),
                    state.stopped(),
                    state.stopNo(),
                    state.reason(),
                    state.stoppedBy(),
                    state.resumeRequestedBy().orElse(null),
                    state.stoppedAt(),
                    state.changedAt(),
                    state.version());
        }
    }

    @GetMapping
    ResponseEntity<List<SwitchView>> all(
            Actor actor, @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        Visibility.institution(actor, OPERATOR, CHECKER, CUSTOMER_SERVICE, AUDITOR);
        return reads.from(
                SwitchFolding.NAME,
                minPosition,
                jdbc -> jdbc.sql("select document from query.payout_switch order by id limit " + SWITCHES_MAX)
                        .query((row, _) -> SwitchView.of(Documents.read(row.getString("document"), SwitchState.class)))
                        .list());
    }
}
