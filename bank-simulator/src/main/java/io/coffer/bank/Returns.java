package io.coffer.bank;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;

/** Money that was paid and comes back: booked as a line of its own, and told until somebody has heard it. */
final class Returns {

    private final Ledger ledger;
    private final Recipient recipient;

    Returns(Ledger ledger, Recipient recipient) {
        this.ledger = ledger;
        this.recipient = recipient;
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
                payout.number(),
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
        Recipient.Message message = new Recipient.Message(
                "return-" + back.payoutNo(),
                notice,
                (_, attempt) -> new Entry.ReturnNotice(
                        back.payoutNo(), back.coreNo(), attempt.number(), attempt.status(), attempt.last()));
        return recipient.tell(message, 1, 1);
    }

    private record CustodyAccount(String bankCode, String accountNo) {}

    private record Notice(
            String payoutNo, CustodyAccount custodyAccount, String coreNo, LocalDate bankDate, Amount amount) {}
}
