package io.coffer.query.receipts;

import static io.coffer.api.kernel.Role.AUDITOR;
import static io.coffer.api.kernel.Role.BANK_ADAPTER;
import static io.coffer.api.kernel.Role.CHECKER;
import static io.coffer.api.kernel.Role.CUSTOMER_SERVICE;
import static io.coffer.api.kernel.Role.OPERATOR;

import io.coffer.api.kernel.Actor;
import io.coffer.api.money.Amount;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.platform.time.CofferClock;
import io.coffer.query.kernel.Cursor;
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

/** Reads of bank receipts: institution objects, of which the bank adapter may see what it delivered. */
@RestController
@RequestMapping("/v1/receipts")
class ReceiptController {

    private final Reads reads;
    private final CofferClock clock;

    ReceiptController(Reads reads, CofferClock clock) {
        this.reads = reads;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<Page<ReceiptView>> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String coreNo,
            @RequestParam(required = false) @Nullable String amountFrom,
            @RequestParam(required = false) @Nullable String amountTo,
            @RequestParam(required = false) @Nullable String payerToken,
            @RequestParam(required = false) ReceiptState.@Nullable Status state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        readers(actor);
        var search = new Receipts.Search(coreNo, units(amountFrom), units(amountTo), payerToken, state);
        var after = Cursor.read(cursor, Receipts.START);
        var size = Page.checked(limit);
        return reads.from(ReceiptFolding.NAME, minPosition, jdbc -> new Receipts(jdbc).list(search, after, size));
    }

    @GetMapping("/suspense")
    ResponseEntity<ReceiptView.Suspense> suspense(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        Visibility.institution(actor, OPERATOR, CHECKER, CUSTOMER_SERVICE, AUDITOR);
        var after = Cursor.read(cursor, Receipts.START);
        var size = Page.checked(limit);
        return reads.from(
                ReceiptFolding.NAME, minPosition, jdbc -> new Receipts(jdbc).suspense(after, size, clock.instant()));
    }

    @GetMapping("/differences")
    ResponseEntity<Page<Differences.Difference>> differences(
            Actor actor,
            @RequestParam(required = false) Differences.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        Visibility.institution(actor, OPERATOR, CHECKER, CUSTOMER_SERVICE, AUDITOR);
        var after = Cursor.read(cursor, Differences.START);
        var size = Page.checked(limit);
        return reads.from(
                ReceiptFolding.NAME,
                minPosition,
                jdbc -> new Differences(jdbc).list(kind, after, size, clock.instant()));
    }

    @GetMapping("/{id}")
    ResponseEntity<ReceiptView> one(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var receipt = Visibility.owned(actor, id, BankReceiptId::new);
        readers(actor);
        return reads.versioned(ReceiptFolding.NAME, minPosition, jdbc -> {
            var view = new Receipts(jdbc).find(receipt).orElseThrow(() -> Visibility.missing(id));
            return new Reads.Versioned<>(view.version(), view);
        });
    }

    private static void readers(Actor actor) {
        Visibility.institution(actor, BANK_ADAPTER, OPERATOR, CHECKER, CUSTOMER_SERVICE, AUDITOR);
    }

    private static @Nullable Long units(@Nullable String yuan) {
        return yuan == null ? null : new Amount(yuan, "CNY").toMoney().minorUnits();
    }
}
