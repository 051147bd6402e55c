package io.coffer.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.query.Shop;
import io.coffer.query.TestProjections;
import io.coffer.query.replay.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Position 10 has an advance (PR-120) and position 15 its recovery (PR-506). */
@DisplayName("The equations of two books")
class MerchantEquationsTest {

    private final ReadSide side = new ReadSide(TestProjections.ledger());
    private final LedgerPatrol patrol = new LedgerPatrol(side.database.runtime(), _ -> {});

    @BeforeEach
    void advance_a_fee_and_recover_it() {
        var shop = Shop.of("acme", "M-1");
        side.log.append(shop.opened());
        side.log.append(shop.toppedUp("1", 100));
        side.log.append(shop.reserved("O-1", 100), shop.advanced("O-1", 740));
        side.log.append(shop.toppedUp("2", 500, "O-1", 500, 240));
        side.awaitHead();
    }

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void hold_while_own_cash_is_out() {
        assertThat(patrol.check().allHold()).isTrue();
        assertThat(balance("O1003")).isEqualTo(-740);
        assertThat(balance("O1201")).isEqualTo(240);
        assertThat(balance("O1203")).isEqualTo(500);
        assertThat(balance("R2201")).isEqualTo(500);
        assertThat(balance("R2004")).isEqualTo(840);
        assertThat(balance("R1002")).isEqualTo(1_340);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            C13 | 15 | update ledger_entry set natural_units = natural_units - 1 where code = 'O1203'
            C13 | 15 | delete from ledger_entry where code = 'R2201'
            C13 | 10 | update ledger_entry set natural_units = natural_units + 1 where position = 10 and code = 'O1003'
            C13 | 10 | update ledger_entry set natural_units = natural_units - 1 where position = 10 and code = 'R1002'
            C13 | 15 | update ledger_control set balance = balance + 1 where code = 'R2201'
            C12 | 15 | update ledger_item set open_units = open_units + 1 where code = 'O1201'
            C12 | 15 | update ledger_item set open_units = 1 where code = 'R2004' and item = 'RECOVERY:O-1'
            C12 | 15 | update ledger_balance set balance = balance + 1 where code = 'R2004' and sub_ledger like '%.RESERVED'
            """)
    void go_red_where_a_row_was_tampered_with(Equation equation, long position, String tampering) {
        var rows = side.database.asSuperuser();
        rows.execute("set search_path = query_ledger_g1");
        assertThat(rows.update(tampering)).isPositive();

        var finding = patrol.check().findings().stream()
                .filter(found -> found.equation() == equation)
                .findFirst()
                .orElseThrow();

        assertThat(finding.failure())
                .hasValueSatisfying(failure -> assertThat(failure.position()).isEqualTo(position));
    }

    private long balance(String code) {
        return side.number("select balance from query.ledger_control where code = ?", code);
    }
}
