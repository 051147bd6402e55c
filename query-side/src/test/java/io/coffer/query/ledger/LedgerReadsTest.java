package io.coffer.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.KernelRejection;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.ledger.AccountCode;
import io.coffer.api.money.Money;
import io.coffer.platform.web.RejectionException;
import io.coffer.query.Sale;
import io.coffer.query.TestLog;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.Reads;
import io.coffer.query.replay.ReadSide;
import java.time.Instant;
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

@DisplayName("Reads of the ledger")
class LedgerReadsTest {

    private static final Actor AUDITOR = Actor.institution("ann", Set.of(Role.AUDITOR));
    private static final Actor ACME = Actor.tenant(new TenantId("acme"), "acme-system", Set.of(Role.BUSINESS));

    private final ReadSide side = new ReadSide(TestProjections.ledger());
    private final LedgerController ledger = new LedgerController(
            new Reads(JdbcClient.create(side.database.runtime()), List.of(TestProjections.ledger())),
            new LedgerPatrol(side.database.runtime(), event -> {
                throw new AssertionError(event);
            }));
    private final Sale sale = Sale.of("acme", "C-1");

    @BeforeEach
    void release_a_part() {
        side.log.append(sale.opened());
        side.log.append(sale.paidIn());
        side.log.clock(TestLog.NOON.plusSeconds(60));
        side.log.append(sale.released("R-1", Money.yuan(600)));
        side.awaitHead();
    }

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void balance_every_book() {
        var books = body(ledger.trialBalance(AUDITOR, null, null)).books();

        assertThat(books).singleElement().satisfies(book -> {
            assertThat(book.balanced()).isTrue();
            assertThat(book.accounts())
                    .extracting(line -> line.code() + " " + line.side() + " "
                            + line.balance().value())
                    .containsExactly(
                            "R1002 DEBIT 1000.00", "R2001 CREDIT 400.00", "R2101 CREDIT 0.00", "R2104 CREDIT 600.00");
        });
    }

    @Test
    void balance_as_of_any_instant() {
        var then = body(ledger.trialBalance(AUDITOR, TestLog.NOON, null)).books();

        assertThat(then.getFirst().accounts())
                .extracting(line -> line.code() + " " + line.balance().value())
                .containsExactly("R1002 1000.00", "R2001 1000.00", "R2101 0.00");
        assertThat(body(ledger.trialBalance(AUDITOR, Instant.MIN, null)).books())
                .isEmpty();
        assertThat(body(ledger.trialBalance(AUDITOR, Instant.MAX, null)).books())
                .isEqualTo(body(ledger.trialBalance(AUDITOR, null, null)).books());
    }

    @Test
    void give_a_sub_ledger_entry_by_entry_with_the_balance_after_each() {
        var subLedger = sale.account().value() + ".AVAILABLE";

        var first = body(ledger.entries(AUDITOR, AccountCode.R2001, subLedger, null, 1, null));
        var second = body(ledger.entries(AUDITOR, AccountCode.R2001, subLedger, first.next(), 1, null));

        assertThat(first.items())
                .extracting(entry -> entry.rule() + " " + entry.balance())
                .containsExactly("PR-101 1000.00");
        assertThat(second.items())
                .extracting(entry -> entry.rule() + " " + entry.balance())
                .containsExactly("PR-201 400.00");
        assertThat(second.next()).isNull();
    }

    @Test
    void say_of_every_equation_whether_it_holds() {
        var equations = body(ledger.equations(AUDITOR, null));

        assertThat(equations.allHold()).isTrue();
        assertThat(equations.equations())
                .extracting(LedgerController.EquationView::equation)
                .containsExactly(Equation.values());
        assertThat(body(ledger.alarms(AUDITOR, null, 50, null)).items()).isEmpty();
    }

    @Test
    void page_through_the_alarms_of_several_merchants_of_one_event() {
        side.database
                .asSuperuser()
                .update("insert into query.alarm (equation, first_position, event_name, detail, merchant)"
                        + " values ('C5', 1, 'x', 'x', 'MB:acme:M-2'), ('C5', 1, 'x', 'x', 'MB:acme:M-1'),"
                        + " ('C4', 1, 'x', 'x', '')");
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = body(ledger.alarms(AUDITOR, cursor, 1, null));
            page.items().forEach(alarm -> seen.add(alarm.equation() + " " + alarm.merchant()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).containsExactly("C4 null", "C5 MB:acme:M-1", "C5 MB:acme:M-2");
    }

    @Test
    void are_not_for_tenants() {
        assertThatThrownBy(() -> ledger.trialBalance(ACME, null, null))
                .isInstanceOfSatisfying(
                        RejectionException.class,
                        refused -> assertThat(refused.rejection()).isInstanceOf(KernelRejection.NotPermitted.class));
    }

    private static <T> T body(ResponseEntity<T> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
