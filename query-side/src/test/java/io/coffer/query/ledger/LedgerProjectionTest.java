package io.coffer.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.query.Sale;
import io.coffer.query.replay.ReadSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ledger")
class LedgerProjectionTest {

    private final ReadSide side = new ReadSide(new LedgerProjection());
    private final Sale sale = Sale.of("acme", "C-1");

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void ends_at_zero_after_a_whole_sale() {
        wholeSale();

        side.awaitHead();

        assertThat(side.reads().queryForList("select balance from query.ledger_balance", Long.class))
                .hasSize(5)
                .containsOnly(0L);
        assertThat(side.number("select count(*) from query.ledger_entry")).isEqualTo(10);
        assertAllHold();
    }

    @Test
    void ends_at_zero_after_a_return_a_refused_and_a_paid_reissue() {
        wholeSale();
        side.log.append(sale.returned("R-1", Sale.PRICE));
        side.awaitHead();
        assertThat(side.number("select balance from query.ledger_balance where code = 'R2105'"))
                .isEqualTo(Sale.PRICE.minorUnits());
        assertAllHold();
        side.log.append(sale.reissued("R-1", Sale.PRICE));
        side.awaitHead();
        assertAllHold();
        side.log.append(sale.refusedAgain("R-1", Sale.PRICE));
        side.log.append(sale.restored("R-1", Sale.PRICE));
        side.log.append(sale.released("R-2", Sale.PRICE));
        side.log.append(sale.paid("R-2", Sale.PRICE));
        side.log.append(sale.returned("R-2", Sale.PRICE));
        side.log.append(sale.reissued("R-2", Sale.PRICE));
        side.log.append(sale.paidAgain("R-2", Sale.PRICE));
        side.awaitHead();

        assertThat(side.reads().queryForList("select balance from query.ledger_balance", Long.class))
                .containsOnly(0L);
        assertThat(side.number("select returned from query.ledger_flow")).isEqualTo(2 * Sale.PRICE.minorUnits());
        assertAllHold();
    }

    @Test
    void writes_the_same_rows_again_in_the_next_generation() {
        wholeSale();
        side.awaitHead();
        var before = rows();

        assertThat(side.rebuild("ledger")).isEqualTo(2);

        assertThat(rows()).isEqualTo(before);
    }

    private Map<String, List<Map<String, Object>>> rows() {
        var tables = new java.util.TreeMap<String, List<Map<String, Object>>>();
        for (var table : List.of("journal", "entry", "balance", "control", "item", "flow", "bank_line", "leg")) {
            tables.put(table, side.reads().queryForList("select * from query.ledger_" + table + " order by 1, 2, 3"));
        }
        return tables;
    }

    private void wholeSale() {
        var events = new ArrayList<>(sale.opened());
        events.addAll(sale.paidIn());
        events.addAll(sale.releasable());
        events.addAll(sale.released("R-1", Sale.PRICE));
        events.addAll(sale.paid("R-1", Sale.PRICE));
        events.forEach(side.log::append);
    }

    private void assertAllHold() {
        var rows = side.database.asSuperuser();
        for (var equation : Equation.values()) {
            assertThat(new LedgerWatchman(rows).check(equation).failure()).isEmpty();
        }
    }
}
