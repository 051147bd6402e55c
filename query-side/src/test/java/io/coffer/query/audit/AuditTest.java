package io.coffer.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.platform.events.EventCatalog;
import io.coffer.platform.events.EventJson;
import io.coffer.platform.web.RejectionException;
import io.coffer.query.Sale;
import io.coffer.query.TestLog;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.BookedLog;
import io.coffer.query.kernel.Reads;
import io.coffer.query.kernel.StoredJson;
import io.coffer.query.replay.ReadSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The raw history")
class AuditTest {

    private static final Actor ACME = Actor.tenant(new TenantId("acme"), "acme-system", Set.of(Role.BUSINESS));
    private static final Actor RIVAL = Actor.tenant(new TenantId("rival"), "rival-system", Set.of(Role.BUSINESS));
    private static final Actor AUDITOR = Actor.institution("ann", Set.of(Role.AUDITOR));
    private static final Actor DESK = Actor.institution("desk", Set.of(Role.CUSTOMER_SERVICE));

    private final ReadSide side = new ReadSide(TestProjections.feed());
    private final TestLog events = side.log;
    private final BookedLog log =
            new BookedLog(events.log(), new StoredJson(new EventJson(EventCatalog.ofAllEvents())));
    private final AuditController audit = new AuditController(log);
    private final FeedController feed = new FeedController(
            log, new Reads(JdbcClient.create(side.database.runtime()), List.of(TestProjections.feed())));
    private final Sale sale = Sale.of("acme", "C-1");

    @BeforeEach
    void sell() {
        events.append(sale.opened());
        events.append(Sale.of("rival", "C-1").opened());
        events.append(sale.paidIn());
        side.awaitHead();
    }

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void shows_each_event_as_it_is_stored() {
        var first = body(audit.ofAccount(ACME, sale.account().value(), null, 2, null));
        var second = body(audit.ofAccount(ACME, sale.account().value(), first.next(), 200, null));

        assertThat(first.items())
                .extracting(EventView::name)
                .containsExactly("accounts.EscrowAccountOpened", "accounts.VirtualAccountAttached");
        assertThat(second.items()).extracting(EventView::sequence).containsExactly(2L, 3L, 4L);
        var funded = second.items().getFirst();
        assertThat(funded.metadata()).containsEntry("actor", "tester").containsEntry("postingRules", 1);
        assertThat(funded.payload()).containsKeys("account", "receipt", "amount");
        assertThat(funded.businessDate()).isEqualTo("2026-11-22");
    }

    @Test
    void is_closed_to_those_who_may_not_look() {
        var id = sale.account().value();
        var receipt = sale.receipt("1").value();

        assertThatThrownBy(() -> audit.ofAccount(RIVAL, id, null, 2, null)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> audit.ofReceipt(ACME, receipt, null, 2, null)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> audit.ofAccount(DESK, id, null, 2, null)).hasMessage("NOT_PERMITTED");
        assertThatThrownBy(() -> audit.ofPayout(AUDITOR, "PY:acme:C-1.R-1", null, 2, null))
                .isInstanceOf(RejectionException.class)
                .hasMessage("NOT_FOUND");
        assertThat(body(audit.ofReceipt(AUDITOR, receipt, null, 200, null)).items())
                .hasSize(3);
    }

    @Test
    void feeds_a_tenant_its_own_events_from_any_position() {
        var seen = new ArrayList<String>();
        var position = 0L;
        for (var turn = 0; turn < 4; turn++) {
            var part = body(feed.feed(ACME, position, 2, null));
            part.events().forEach(event -> seen.add(event.aggregateId()));
            position = part.next();
        }

        assertThat(seen).hasSize(5).containsOnly(sale.account().value());
        assertThat(position).isEqualTo(events.log().head());
        assertThat(body(feed.feed(ACME, position, 2, null)).next()).isEqualTo(position);
        assertThat(body(feed.feed(AUDITOR, 0, 1_000, null)).events()).hasSize(10);
        assertThat(body(feed.feed(RIVAL, 4, 1_000, null)).events()).isEmpty();
    }

    private static <T> T body(ResponseEntity<T> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
