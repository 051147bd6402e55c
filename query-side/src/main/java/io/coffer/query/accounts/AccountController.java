package io.coffer.query.accounts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.Actor;
import io.coffer.platform.time.CofferClock;
import io.coffer.query.kernel.Cursor;
import io.coffer.query.kernel.Page;
import io.coffer.query.kernel.Reads;
import io.coffer.query.kernel.Visibility;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads of escrow accounts. */
@RestController
@RequestMapping("/v1/escrow-accounts")
class AccountController {

    private final Reads reads;
    private final AccountHistory history;
    private final CofferClock clock;

    AccountController(Reads reads, AccountHistory history, CofferClock clock) {
        this.reads = reads;
        this.history = history;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<Page<AccountView.Line>> list(
            Actor actor,
            @RequestParam(required = false) @Nullable AccountStatus state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var tenant = Visibility.onlyTenant(actor);
        var after = Cursor.read(cursor, Cursor.of("accounts", ""));
        var size = Page.checked(limit);
        return reads.from(
                AccountFolding.NAME, minPosition, jdbc -> new Accounts(jdbc).list(tenant, state, after, size));
    }

    /** Live, or as of an instant by folding the stored events up to it. */
    @GetMapping("/{id}")
    ResponseEntity<AccountView> one(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = "as-of", required = false) @Nullable Instant asOf,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var account = Visibility.visible(actor, id, EscrowAccountId::new);
        if (asOf != null) {
            var position = history.await(minPosition);
            var state = history.asOf(account, asOf).orElseThrow(() -> Visibility.missing(id));
            return Reads.answer(position, AccountViews.of(state, asOf));
        }
        return reads.versioned(AccountFolding.NAME, minPosition, jdbc -> {
            var state = new Accounts(jdbc).find(account).orElseThrow(() -> Visibility.missing(id));
            return new Reads.Versioned<>(state.version(), AccountViews.of(state, clock.instant()));
        });
    }

    /** Where is my money? */
    @GetMapping("/{id}/money")
    ResponseEntity<List<MoneyPlace>> money(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var account = Visibility.visible(actor, id, EscrowAccountId::new);
        return reads.from(AccountFolding.NAME, minPosition, jdbc -> {
            var accounts = new Accounts(jdbc);
            var state = accounts.find(account).orElseThrow(() -> Visibility.missing(id));
            return MoneyPlaces.of(state, accounts.arrivals(account), accounts.takers(account), clock.instant());
        });
    }

    @GetMapping("/{id}/movements")
    ResponseEntity<Page<MovementView>> movements(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var account = Visibility.visible(actor, id, EscrowAccountId::new);
        var after = Cursor.read(cursor, Cursor.of("movements", 0));
        var size = Page.checked(limit);
        return reads.from(AccountFolding.NAME, minPosition, jdbc -> {
            var accounts = new Accounts(jdbc);
            if (accounts.find(account).isEmpty()) {
                throw Visibility.missing(id);
            }
            return accounts.movements(account, after, size);
        });
    }
}
