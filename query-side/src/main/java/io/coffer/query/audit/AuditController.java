package io.coffer.query.audit;

import static io.coffer.api.kernel.Role.AUDITOR;
import static io.coffer.api.kernel.Role.OPERATOR;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.query.kernel.BookedLog;
import io.coffer.query.kernel.Cursor;
import io.coffer.query.kernel.Page;
import io.coffer.query.kernel.Reads;
import io.coffer.query.kernel.Visibility;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The auditor's first tool: every stored event of one object, straight from the store. */
@RestController
@RequestMapping("/v1")
class AuditController {

    private final BookedLog log;

    AuditController(BookedLog log) {
        this.log = log;
    }

    @GetMapping("/escrow-accounts/{id}/events")
    ResponseEntity<Page<EventView>> ofAccount(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        return events(identity(actor, id, EscrowAccountId::new), cursor, limit, minPosition);
    }

    @GetMapping("/receipts/{id}/events")
    ResponseEntity<Page<EventView>> ofReceipt(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        return events(identity(actor, id, BankReceiptId::new), cursor, limit, minPosition);
    }

    @GetMapping("/payouts/{id}/events")
    ResponseEntity<Page<EventView>> ofPayout(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        return events(identity(actor, id, PayoutId::new), cursor, limit, minPosition);
    }

    @GetMapping("/refunds/{id}/events")
    ResponseEntity<Page<EventView>> ofRefund(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        return events(identity(actor, id, RefundId::new), cursor, limit, minPosition);
    }

    @GetMapping("/merchant-fee-accounts/{id}/events")
    ResponseEntity<Page<EventView>> ofFeeAccount(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        return events(identity(actor, id, MerchantFeeAccountId::new), cursor, limit, minPosition);
    }

    @GetMapping("/merchant-contracts/{id}/events")
    ResponseEntity<Page<EventView>> ofContract(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        return events(identity(actor, id, MerchantContractId::new), cursor, limit, minPosition);
    }

    @GetMapping("/channel-settlements/{id}/events")
    ResponseEntity<Page<EventView>> ofSettlement(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        return events(identity(actor, id, ChannelSettlementId::new), cursor, limit, minPosition);
    }

    @GetMapping("/approvals/{id}/events")
    ResponseEntity<Page<EventView>> ofApproval(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        return events(identity(actor, id, ApprovalRequestId::new), cursor, limit, minPosition);
    }

    private ResponseEntity<Page<EventView>> events(
            AggregateId id, @Nullable String cursor, int limit, @Nullable Long minPosition) {
        var after = Cursor.read(cursor, Cursor.of("events", -1));
        var size = Page.checked(limit);
        var position = Reads.await(minPosition, log.events()::head);
        var stored = log.events().ofAggregate(id.value(), null, after.numberAt(0), size + 1);
        if (stored.isEmpty() && cursor == null) {
            throw Visibility.missing(id.value());
        }
        var views =
                stored.stream().map(event -> EventView.of(event, log.json())).toList();
        return Reads.answer(position, Page.of(views, size, event -> Cursor.of("events", event.sequence())));
    }

    // A tenant's business system reads its own raw events; of the institution only those who look into things do.
    private static <I extends AggregateId> I identity(Actor actor, String id, Function<String, I> identity) {
        var found = Visibility.visible(actor, id, identity);
        if (actor.kind() != Actor.Kind.TENANT) {
            Visibility.institution(actor, AUDITOR, OPERATOR);
        }
        return found;
    }
}
