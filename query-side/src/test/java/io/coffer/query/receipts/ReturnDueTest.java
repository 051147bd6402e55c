package io.coffer.query.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.receipts.SuspenseReason;
import io.coffer.query.receipts.ReceiptState.Standing;
import io.coffer.query.receipts.ReceiptState.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The time until which late money goes back")
class ReturnDueTest {

    private static final Instant LAST = Instant.parse("2026-11-22T15:59:59.999999Z");
    private static final Instant FIRST = Instant.parse("2026-11-22T16:00:00Z");
    private static final Instant END_OF_23RD = Instant.parse("2026-11-23T16:00:00Z");
    private static final Instant END_OF_24TH = Instant.parse("2026-11-24T16:00:00Z");
    private static final Standing SUSPENDED = Standing.of(Status.RECORDED, List.of())
            .now(Status.SUSPENDED, Optional.empty(), Optional.of(SuspenseReason.ACCOUNT_CLOSED));

    @Test
    void is_the_end_of_the_next_date_in_shanghai() {
        assertThat(ReturnDue.of(SUSPENDED, Optional.empty(), LAST)).contains(END_OF_23RD);
        assertThat(ReturnDue.of(SUSPENDED, Optional.empty(), FIRST)).contains(END_OF_24TH);
    }

    @Test
    void is_not_moved_by_whatever_else_happens_before_it_went_back() {
        var known = Optional.of(END_OF_23RD);
        assertThat(ReturnDue.of(SUSPENDED, known, FIRST)).isEqualTo(known);
        assertThat(ReturnDue.of(at(Status.RETURNING), known, FIRST)).isEqualTo(known);
        var refused = SUSPENDED.now(Status.SUSPENDED, Optional.empty(), Optional.of(SuspenseReason.RETURN_REFUSED));
        assertThat(ReturnDue.of(refused, known, FIRST)).isEqualTo(known);
        assertThat(ReturnDue.of(at(Status.RETURNED), known, FIRST)).isEmpty();
        assertThat(ReturnDue.of(at(Status.CONSUMED), known, FIRST)).isEmpty();
    }

    @Test
    void is_of_no_other_money() {
        var unknown =
                SUSPENDED.now(Status.SUSPENDED, Optional.empty(), Optional.of(SuspenseReason.UNKNOWN_VIRTUAL_ACCOUNT));
        assertThat(ReturnDue.of(unknown, Optional.empty(), FIRST)).isEmpty();
        assertThat(ReturnDue.of(at(Status.ASSIGNED), Optional.empty(), FIRST)).isEmpty();
    }

    private static Standing at(Status state) {
        return Standing.of(state, List.of());
    }
}
