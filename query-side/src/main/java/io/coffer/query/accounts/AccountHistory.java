package io.coffer.query.accounts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.query.kernel.BookedLog;
import io.coffer.query.kernel.Reads;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An account as of any instant, from its events alone. */
@Component
class AccountHistory {

    private static final int PAGE = 500;

    private final BookedLog log;
    private final AccountFolding folding = new AccountFolding();

    AccountHistory(BookedLog log) {
        this.log = log;
    }

    long await(@Nullable Long minPosition) {
        return Reads.await(minPosition, log.events()::head);
    }

    Optional<AccountState> asOf(EscrowAccountId id, Instant asOf) {
        @Nullable AccountState state = null;
        var sequence = -1L;
        while (true) {
            var events = log.events().ofAggregate(id.value(), asOf, sequence, PAGE);
            for (var stored : events) {
                state = folding.after(state, log.json().read(stored));
                sequence = stored.sequence();
            }
            if (events.size() < PAGE) {
                return Optional.ofNullable(state);
            }
        }
    }
}
