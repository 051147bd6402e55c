package io.coffer.bank;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Money that was paid and comes back: booked as a line of its own, and told until somebody has heard it. */
final class Returns {

    private final Ledger ledger;
    private final Courier courier;
    private volatile @Nullable Address address;

    Returns(BankSettings settings, Ledger ledger, Courier courier) {
        this.ledger = ledger;
        this.courier = courier;
        this.address = Address.of(settings.delivery().returnUrl());
    }

    void address(Address newAddress) {
        address = newAddress;
    }

    /** Gives back what was paid, all of it and once. */
    Entry.Return giveBack(BankPayout payout) {
        synchronized (payout) {
            Entry.Return before = payout.returned();
            if (before != null) {
                return before;
            }
            Entry.Instruction instruction = payout.instruction();
            if (instruction == null || !(payout.outcome() instanceof Outcome.Succeeded)) {
                throw new BankProblem(409, "NOT_PAID", "Only what was paid can come back.");
            }
            return book(payout, instruction);
        }
    }

    private Entry.Return book(BankPayout payout, Entry.Instruction instruction) {
        LocalDate bankDate = ledger.bankDate();
        Books.CoreNumber core = ledger.books().nextCoreNo(bankDate);
        Entry.Return back = new Entry.Return(
                payout.payoutNo(),
                instruction.amount(),
                instruction.currency(),
                core.coreNo(),
                core.serial(),
                bankDate,
                ledger.timeOfDay());
        ledger.record(back);
        return back;
    }

    /** Sends the notice that is still owed, in the background; the future is complete after its first attempt. */
    CompletableFuture<?> tell(BankPayout payout) {
        Entry.Instruction instruction = payout.instruction();
        Entry.Return back = payout.returned();
        if (instruction == null || back == null || !payout.owesReturnNotice()) {
            return CompletableFuture.completedFuture(null);
        }
        var custody = new CustodyAccount(instruction.custodyBank(), instruction.custodyAccount());
        var notice = new Notice(
                back.payoutNo(), custody, back.coreNo(), back.bankDate(), new Amount(back.amount(), back.currency()));
        return courier.send(new Courier.Parcel(
                () -> address,
                "return-" + back.payoutNo(),
                Json.MAPPER.writeValueAsString(notice),
                attempt -> ledger.record(new Entry.ReturnNotice(
                        back.payoutNo(), back.coreNo(), attempt.number(), attempt.status(), attempt.last()))));
    }

    private record Amount(Fen value, String currency) {}

    private record CustodyAccount(String bankCode, String accountNo) {}

    private record Notice(
            String payoutNo, CustodyAccount custodyAccount, String coreNo, LocalDate bankDate, Amount amount) {}
}
