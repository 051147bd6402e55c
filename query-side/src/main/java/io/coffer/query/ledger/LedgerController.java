package io.coffer.query.ledger;

import static io.coffer.api.kernel.Role.AUDITOR;
import static io.coffer.api.kernel.Role.CHECKER;
import static io.coffer.api.kernel.Role.CUSTOMER_SERVICE;
import static io.coffer.api.kernel.Role.OPERATOR;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.kernel.Actor;
import io.coffer.api.ledger.AccountCode;
import io.coffer.query.kernel.Cursor;
import io.coffer.query.kernel.Page;
import io.coffer.query.kernel.Reads;
import io.coffer.query.kernel.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads of the ledger, for the institution's people. */
@RestController
@RequestMapping("/v1/ledger")
class LedgerController {

    private final Reads reads;
    private final LedgerPatrol patrol;

    LedgerController(Reads reads, LedgerPatrol patrol) {
        this.reads = reads;
        this.patrol = patrol;
    }

    /** Whether each equation holds now, checked for this answer. */
    record Equations(long position, boolean allHold, List<EquationView> equations) {}

    /** @param merchants whose contracts it fails for, where it is checked per merchant and fails */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EquationView(
            Equation equation,
            String sentence,
            boolean holds,
            @Nullable Long firstPosition,
            @Nullable String event,
            @Nullable String detail,
            @Nullable Set<String> merchants) {

        static EquationView of(LedgerWatchman.Finding finding) {
            var failure = finding.failure().orElse(null);
            return new EquationView(
                    finding.equation(),
                    finding.equation().sentence(),
                    failure == null,
                    failure == null ? null : failure.position(),
                    failure == null ? null : failure.event(),
                    failure == null ? null : failure.detail(),
                    finding.equation().isPerMerchant() && failure != null ? finding.merchants() : null);
        }
    }

    @GetMapping("/trial-balance")
    ResponseEntity<TrialBalance> trialBalance(
            Actor actor,
            @RequestParam(name = "as-of", required = false) @Nullable Instant asOf,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        readers(actor);
        return reads.from(LedgerProjection.NAME, minPosition, jdbc -> new Ledger(jdbc).trialBalance(asOf));
    }

    @GetMapping("/accounts/{code}/{subLedger}/entries")
    ResponseEntity<Page<EntryView>> entries(
            Actor actor,
            @PathVariable AccountCode code,
            @PathVariable String subLedger,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        readers(actor);
        var after = Cursor.read(cursor, Ledger.ENTRIES);
        var size = Page.checked(limit);
        return reads.from(LedgerProjection.NAME, minPosition, jdbc -> {
            var ledger = new Ledger(jdbc);
            if (!ledger.knows(code, subLedger)) {
                throw Visibility.missing(subLedger);
            }
            return ledger.entries(code, subLedger, after, size);
        });
    }

    @GetMapping("/equations")
    ResponseEntity<Equations> equations(
            Actor actor, @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        readers(actor);
        return reads.from(LedgerProjection.NAME, minPosition, _ -> {
            var report = patrol.check();
            return new Equations(
                    report.position(),
                    report.allHold(),
                    report.findings().stream().map(EquationView::of).toList());
        });
    }

    @GetMapping("/alarms")
    ResponseEntity<Page<Ledger.AlarmView>> alarms(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        readers(actor);
        var after = Cursor.read(cursor, Ledger.ALARMS);
        var size = Page.checked(limit);
        return reads.from(LedgerProjection.NAME, minPosition, jdbc -> new Ledger(jdbc).alarms(after, size));
    }

    private static void readers(Actor actor) {
        Visibility.institution(actor, OPERATOR, CHECKER, CUSTOMER_SERVICE, AUDITOR);
    }
}
