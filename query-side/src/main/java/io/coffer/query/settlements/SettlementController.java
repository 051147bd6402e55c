package io.coffer.query.settlements;

import static io.coffer.api.kernel.Role.AUDITOR;
import static io.coffer.api.kernel.Role.BANK_ADAPTER;
import static io.coffer.api.kernel.Role.CHECKER;
import static io.coffer.api.kernel.Role.OPERATOR;

import io.coffer.api.kernel.Actor;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.query.kernel.Cursor;
import io.coffer.query.kernel.Page;
import io.coffer.query.kernel.Reads;
import io.coffer.query.kernel.Visibility;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The three-way check, for the institution's people and the adapter that delivered the file. */
@RestController
@RequestMapping("/v1/channel-settlements")
class SettlementController {

    private final Reads reads;

    SettlementController(Reads reads) {
        this.reads = reads;
    }

    @GetMapping
    ResponseEntity<Page<SettlementView>> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        readers(actor);
        var after = Cursor.read(cursor, Checks.start());
        var size = Page.checked(limit);
        return read(minPosition, jdbc -> new Checks(jdbc).list(channel, after, size));
    }

    @GetMapping("/{id}")
    ResponseEntity<SettlementView> one(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var settlement = Visibility.owned(actor, id, ChannelSettlementId::new);
        readers(actor);
        return read(minPosition, jdbc -> new Checks(jdbc).find(settlement).orElseThrow(() -> Visibility.missing(id)));
    }

    @GetMapping("/{id}/differences")
    ResponseEntity<Page<SettlementView.LineView>> differences(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var settlement = Visibility.owned(actor, id, ChannelSettlementId::new);
        readers(actor);
        var after = Cursor.read(cursor, Checks.LINES);
        var size = Page.checked(limit);
        return reads.from(
                SettlementFolding.NAME, minPosition, jdbc -> new Checks(jdbc).differences(settlement, after, size));
    }

    /** Three read models answer together; the position is that of the one that is furthest behind. */
    private <T> ResponseEntity<T> read(@Nullable Long minPosition, Function<JdbcClient, T> question) {
        var ledger = reads.at("ledger", minPosition, _ -> true).position();
        var receipts = reads.at("receipt", minPosition, _ -> true).position();
        var own = reads.at(SettlementFolding.NAME, minPosition, question);
        return Reads.answer(Math.min(own.position(), Math.min(ledger, receipts)), own.answer());
    }

    private static void readers(Actor actor) {
        Visibility.institution(actor, BANK_ADAPTER, OPERATOR, CHECKER, AUDITOR);
    }
}
