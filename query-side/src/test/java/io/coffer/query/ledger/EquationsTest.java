package io.coffer.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.ledger.LedgerEvent;
import io.coffer.api.ledger.LedgerEvent.ReserveCoverageFailed;
import io.coffer.query.Sale;
import io.coffer.query.replay.ReadSide;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The equations")
class EquationsTest {

    // The log of these tests: opened 1-2, recorded 3, funded 5, approved 12, payout created 13.
    private static final long RECORDED = 3;

    private final ReadSide side = new ReadSide(new LedgerProjection());
    private final List<LedgerEvent> told = new ArrayList<>();
    private final LedgerPatrol patrol = new LedgerPatrol(side.database.runtime(), told::add);

    @BeforeEach
    void release_a_part_of_the_price() {
        var sale = Sale.of("acme", "C-1");
        side.log.append(sale.opened());
        side.log.append(sale.paidIn());
        side.log.append(sale.releasable());
        side.log.append(sale.released("R-1", Sale.PRICE));
        side.awaitHead();
    }

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void hold_while_money_is_on_its_way() {
        var report = patrol.check();

        assertThat(report.findings()).hasSize(Equation.values().length);
        assertThat(report.allHold()).isTrue();
        assertThat(told).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            C1  |  5 | update ledger_entry set minor_units = minor_units + 1 where position = 5 and side = 'DEBIT'
            C1  |  5 | delete from ledger_entry where position = 5
            C2  |  3 | update ledger_entry set minor_units = minor_units - 1 where position = 3 and side = 'DEBIT'
            C2  | 13 | update ledger_control set balance = balance + 1 where code = 'R2104'
            C4  |  5 | update ledger_entry set balance = -1 where position = 5 and side = 'CREDIT'
            C4  |  3 | update ledger_balance set balance = -1 where code = 'R1002'
            C6  |  5 | update ledger_flow set came_in = came_in + 1
            C6  |  5 | update ledger_entry set natural_units = natural_units + 1 where position = 5 and code = 'R2001'
            C12 | 13 | update ledger_item set open_units = open_units - 1 where code = 'R2104'
            C12 |  5 | update ledger_item set open_units = 7 where code = 'R2101'
            C15 |  5 | update ledger_entry set balance = balance + 1 where position = 5 and side = 'CREDIT'
            C15 | 13 | update ledger_balance set balance = balance + 1 where code = 'R2104'
            C15 |  3 | update ledger_control set balance = balance + 1 where code = 'R1002'
            C16 | 12 | update ledger_entry set balance = balance + 1 where position = 5 and side = 'CREDIT'
            C16 | 12 | update ledger_entry set business_date = business_date - 1 where position = 12
            C17 |  3 | update ledger_bank_line set lines = 2 where kind = 'CREDIT'
            """)
    void go_red_where_a_row_was_tampered_with(Equation equation, long position, String tampering) {
        var rows = side.database.asSuperuser();
        rows.execute("set search_path = query_ledger_g1");
        assertThat(rows.update(tampering)).isPositive();

        var finding = patrol.check().findings().stream()
                .filter(found -> found.equation() == equation)
                .findFirst()
                .orElseThrow();

        assertThat(finding.failure()).isPresent();
        assertThat(finding.failure().orElseThrow().position()).isEqualTo(position);
        assertThat(side.reads()
                        .queryForObject(
                                "select count(*) from query.alarm where equation = ? and event_name <> 'unknown'",
                                Long.class,
                                equation.name()))
                .isEqualTo(1);
    }

    @Test
    void tell_the_command_side_of_a_failed_coverage_once() {
        var rows = side.database.asSuperuser();
        rows.update("update query_ledger_g1.ledger_entry set minor_units = minor_units - 1"
                + " where position = 3 and side = 'DEBIT'");

        patrol.check();
        patrol.check();

        assertThat(told).singleElement().isInstanceOfSatisfying(ReserveCoverageFailed.class, failed -> {
            assertThat(failed.position()).isEqualTo(RECORDED);
            assertThat(failed.watch().value()).isEqualTo("LW:C2.3");
        });
    }

    @Test
    void store_a_failed_coverage_once_however_often_it_is_reported() {
        var watch = new StoredLedgerWatch(side.log.engine());
        var event = new ReserveCoverageFailed(io.coffer.api.ledger.LedgerWatchId.of("C2", 3), 3, 1, 2);

        watch.report(event);
        watch.report(event);

        assertThat(side.log.log().ofAggregate("LW:C2.3", null, -1, 10)).hasSize(1);
        side.awaitHead();
    }
}
