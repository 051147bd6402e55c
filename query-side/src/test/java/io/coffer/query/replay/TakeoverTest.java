package io.coffer.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.query.Sale;
import io.coffer.query.TestProjections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A second node")
class TakeoverTest {

    @Test
    void takes_over_where_the_first_one_stopped_and_applies_nothing_twice() {
        try (var side = new ReadSide(TestProjections.all())) {
            side.awaitHead();
            var second = side.newRunner();
            second.start();
            side.log.append(Sale.of("acme", "C-1").opened());
            side.log.append(Sale.of("acme", "C-1").paidIn());
            side.awaitHead();
            side.pause();

            side.log.append(Sale.of("acme", "C-2").opened());
            side.log.append(Sale.of("acme", "C-2").paidIn());
            side.awaitHead();

            assertThat(side.number("select count(*) from query.ledger_entry")).isEqualTo(8);
            assertThat(side.texts("select id from query.account order by 1"))
                    .isEqualTo(List.of("EA:acme:C-1", "EA:acme:C-2"));
            second.stop();
        }
    }
}
