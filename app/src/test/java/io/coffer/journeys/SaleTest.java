package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("any-store")
@DisplayName("A home sale")
class SaleTest {

    private final RunningCoffer coffer = RunningCoffer.shared();

    @Test
    void goes_from_the_first_notice_to_a_closed_account_with_nothing_left_in_it() {
        var sale = HomeSale.opened(coffer, "600000.00", "50000.00");
        sale.bindPayee("6217000000009000");
        sale.pay("600000.00");
        sale.pay("50000.00");
        sale.account("FUNDED");
        sale.confirm("TRANSFER_REGISTERED");
        sale.account("RELEASABLE");
        sale.release("R-1", "650000.00").isAccepted();
        sale.approve("R-1", "checker-1");
        assertThat(sale.payoutView("R-1", "SUCCEEDED")
                        .path("amount")
                        .path("value")
                        .asString())
                .isEqualTo("650000.00");
        assertThat(sale.account("COMPLETED").at("/total/value").asString()).isEqualTo("0.00");
        coffer.as("acme").post(sale.path() + "/closure").isAccepted();
        assertThat(sale.account("CLOSED").path("closureBlockers")).isEmpty();
        assertThat(coffer.bank().debitsOf(sale.payout("R-1"))).hasSize(1);
    }
}
