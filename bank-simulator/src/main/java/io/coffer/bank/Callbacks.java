package io.coffer.bank;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Tells the final result of a payout, as often as its script says. */
final class Callbacks {

    private final Ledger ledger;
    private final Courier courier;
    private volatile @Nullable Address address;

    Callbacks(BankSettings settings, Ledger ledger, Courier courier) {
        this.ledger = ledger;
        this.courier = courier;
        this.address = Address.of(settings.delivery().callbackUrl());
    }

    void address(Address newAddress) {
        address = newAddress;
    }

    /** Sends the callbacks that are still owed; the future is complete after the first attempt of each. */
    CompletableFuture<Void> tell(BankPayout payout) {
        Entry.Instruction instruction = payout.instruction();
        Body body = body(payout);
        if (instruction == null || body == null) {
            return CompletableFuture.completedFuture(null);
        }
        int owed = instruction.script().behaviour().callbacks() - payout.callbacksDone();
        CompletableFuture<?>[] sent = new CompletableFuture<?>[Math.max(0, owed)];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = send(body, payout.callbacksDone() + i + 1);
        }
        return CompletableFuture.allOf(sent);
    }

    private CompletableFuture<Courier.Attempt> send(Body body, int copy) {
        String key = "callback-" + body.payoutNo() + (copy == 1 ? "" : "-" + copy);
        return courier.send(new Courier.Parcel(
                () -> address,
                key,
                Json.MAPPER.writeValueAsString(body),
                attempt -> ledger.record(new Entry.Callback(
                        body.payoutNo(), body.result(), copy, attempt.number(), attempt.status(), attempt.last()))));
    }

    private static @Nullable Body body(BankPayout payout) {
        return switch (payout.outcome()) {
            case Outcome.Succeeded(var coreNo, var bankDate, var occurredAt) ->
                new Body(payout.payoutNo(), "SUCCEEDED", coreNo, null, bankDate, occurredAt);
            case Outcome.Refused(var code, var _, var bankDate, var occurredAt) ->
                new Body(payout.payoutNo(), "REFUSED", null, code, bankDate, occurredAt);
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
