package io.coffer.api.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Approval tiers")
class ApprovalTiersTest {

    @ParameterizedTest(name = "{0} needs {1} checkers")
    @CsvSource({"0.01, 0", "49999.99, 0", "50000.00, 1", "50000.01, 1", "1000000.00, 1", "1000000.01, 2"})
    void ask_for_people_by_amount(String amount, int checkers) {
        assertThat(ApprovalTiers.standard().checkersFor(new Amount(amount, "CNY").toMoney()))
                .isEqualTo(checkers);
    }

    @Test
    void of_one_height_jump_from_one_checker_to_two() {
        var tiers = new ApprovalTiers(Money.yuan(10), Money.yuan(10));

        assertThat(tiers.checkersFor(Money.fen(999))).isZero();
        assertThat(tiers.checkersFor(Money.fen(1_000))).isEqualTo(1);
        assertThat(tiers.checkersFor(Money.fen(1_001))).isEqualTo(2);
    }
}
