package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("any-store")
@DisplayName("The engine of the store")
class StoreEngineTest {

    private static final boolean STOCK =
            System.getProperty("coffer.event-store.engine", "coffer").equals("axon-jdbc");

    private final RunningCoffer coffer = RunningCoffer.shared();

    @Test
    void that_was_chosen_keeps_all_events_and_the_other_none() {
        HomeSale.opened(coffer, "100.00");
        var own = coffer.data().number("select count(*) from store.event");
        var stock = coffer.data().number("select count(*) from store.axon_event");
        assertThat(STOCK ? stock : own).isPositive();
        assertThat(STOCK ? own : stock).isZero();
    }

    @Test
    void keeps_an_operations_key_and_gives_its_first_answer_again() {
        var sale = HomeSale.releasable(coffer, "100.00", "6217000000009000");
        var ask = coffer.as("acme").ask("POST", sale.path() + "/releases", """
                {"releaseNo":"R-1","partyId":"seller-1","amount":%s}""".formatted(HomeSale.cny("100.00")));
        var first = ask.answer().isAccepted();
        var again = ask.answer().isAccepted();
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.position()).isEqualTo(first.position());
    }
}
