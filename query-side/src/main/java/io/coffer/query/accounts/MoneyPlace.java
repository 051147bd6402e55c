package io.coffer.query.accounts;

import io.coffer.api.money.Amount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** One answer to "where is my money": a part of it, since when it is there, and what happens next. */
record MoneyPlace(Where where, Amount amount, Instant since, String subject, String nextStep, List<Blocker> blockers) {

    enum Where {
        /** At the bank, on its way into the account. */
        ARRIVED,
        /** In the account. */
        HELD,
        /** In the account, until the home is handed over. */
        HELD_BACK,
        /** In the account, asked for by a release that is not decided. */
        ASKED_FOR,
        /** Promised to a payout that is not finished. */
        ON_ITS_WAY,
        /** Paid out, and given back by the bank; not decided. */
        CAME_BACK,
        /** Not expected by the plan; waits for its payer. */
        SET_APART,
        PAID_OUT
    }

    /** One thing that the next step waits for. */
    @Schema(name = "MoneyBlocker")
    record Blocker(String kind, String subject, Amount amount) {}
}
