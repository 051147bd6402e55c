package io.coffer.bank;

import java.time.LocalDate;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Payouts from the custody account: a debit, or a refusal. */
final class Payouts implements Trade<BankPayout, PayoutRequest> {

    private final Ledger ledger;
    private final Callbacks callbacks;
    private final Returns returns;

    Payouts(Ledger ledger, Callbacks callbacks, Returns returns) {
        this.ledger = ledger;
        this.callbacks = callbacks;
        this.returns = returns;
    }

    @Override
    public BankPayout order(String number) {
        return ledger.books().payout(number);
    }

    @Override
    public @Nullable BankPayout find(String number) {
        return ledger.books().find(number);
    }

    @Override
    public Collection<BankPayout> all() {
        return ledger.books().all();
    }

    @Override
    public Script take(PayoutRequest request, Entry.Arrival arrival, Script scripted) {
        ledger.record(request.entry(arrival, scripted));
        return scripted;
    }

    @Override
    public void execute(BankPayout payout) {
        Entry.Instruction instruction = payout.instruction();
        if (instruction == null) {
            throw new IllegalStateException("Nobody has ordered " + payout.number());
        }
        LocalDate bankDate = ledger.bankDate();
        Books.CoreNumber core = ledger.books().nextCoreNo(bankDate);
        ledger.record(new Entry.Debit(
                payout.number(),
                instruction.amount(),
                instruction.currency(),
                core.coreNo(),
                core.serial(),
                bankDate,
                ledger.timeOfDay()));
    }

    @Override
    public void refuse(BankPayout payout, Script script) {
        ledger.record(new Entry.Refusal(
                payout.number(), script.code(), script.message(), ledger.bankDate(), ledger.timeOfDay()));
    }

    @Override
    public void deny(BankPayout payout) {
        ledger.record(new Entry.Denial(payout.number()));
    }

    @Override
    public void giveBack(BankPayout payout) {
        var _ = returns.giveBack(payout);
    }

    @Override
    public CompletableFuture<?> tell(BankPayout payout) {
        return callbacks.tell(payout);
    }

    @Override
    public CompletableFuture<?> tellBack(BankPayout payout) {
        return returns.tell(payout);
    }
}
