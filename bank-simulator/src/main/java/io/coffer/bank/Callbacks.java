package io.coffer.bank;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Tells the final result of a payout, as often as its script says. */
final class Callbacks {

    private final Recipient recipient;

    Callbacks(Recipient recipient) {
        this.recipient = recipient;
    }

    /** Sends the callbacks that are still owed; the future is complete after the first attempt of each. */
    CompletableFuture<?> tell(BankPayout payout) {
        Body body = body(payout);
        if (body == null) {
            return CompletableFuture.completedFuture(null);
        }
        Recipient.Message message = new Recipient.Message(
                "callback-" + body.payoutNo(),
                body,
                (copy, attempt) -> new Entry.Callback(
                        body.payoutNo(), body.result(), copy, attempt.number(), attempt.status(), attempt.last()));
        return recipient.tell(message, payout.callbacksDone() + 1, payout.callbacksOwed());
    }

    private static @Nullable Body body(BankPayout payout) {
        return switch (payout.outcome()) {
            case Outcome.Succeeded(var coreNo, var bankDate, var occurredAt) ->
                new Body(payout.number(), "SUCCEEDED", coreNo, null, bankDate, occurredAt);
            case Outcome.Refused(var _, var code, var _, var bankDate, var occurredAt) ->
                new Body(payout.number(), "REFUSED", null, code, bankDate, occurredAt);
            case Outcome.NotFound _, Outcome.Pending _ -> null;
        };
    }

    private record Body(
            String payoutNo,
            String result,
            @Nullable String coreNo,
            @Nullable String code,
            LocalDate bankDate,
            String occurredAt) {}
}
