package io.coffer.command.accounts;

import io.coffer.api.accounts.DeductionEvent;
import io.coffer.api.accounts.DeductionEvent.DeductionRejected;
import io.coffer.api.accounts.DeductionEvent.DeductionRequested;
import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every deduction that was asked for, by its number. */
record Deductions(Map<String, Deduction> byNumber) {

    /** One demand of a court, and what became of it. */
    record Deduction(String orderNo, Money amount, BankAccountRef courtAccount, Stage stage) {

        enum Stage {
            REQUESTED,
            TAKEN,
            REJECTED
        }

        boolean isUndecided() {
            return stage == Stage.REQUESTED;
        }

        /** Whether another person agreed and the money was promised to its payout. */
        boolean isTaken() {
            return stage == Stage.TAKEN;
        }

        private Deduction now(Stage next) {
            return new Deduction(orderNo, amount, courtAccount, next);
        }
    }

    static Deductions none() {
        return new Deductions(Map.of());
    }

    Deductions after(DeductionEvent event) {
        return switch (event) {
            case DeductionRequested e ->
                with(
                        e.deductionNo(),
                        new Deduction(e.orderNo(), e.amount(), e.courtAccount(), Deduction.Stage.REQUESTED));
            case FundsDeducted e -> with(e.deductionNo(), known(e.deductionNo()).now(Deduction.Stage.TAKEN));
            case DeductionRejected e ->
                with(e.deductionNo(), known(e.deductionNo()).now(Deduction.Stage.REJECTED));
        };
    }

    Optional<Deduction> find(String deductionNo) {
        return Optional.ofNullable(byNumber.get(deductionNo));
    }

    /** The numbers of what an order's court has taken. */
    List<String> takenUnder(String orderNo) {
        return byNumber.entrySet().stream()
                .filter(entry ->
                        entry.getValue().isTaken() && entry.getValue().orderNo().equals(orderNo))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Deduction known(String deductionNo) {
        return find(deductionNo)
                .orElseThrow(() -> new IllegalStateException("No deduction " + deductionNo + " in this history"));
    }

    private Deductions with(String deductionNo, Deduction deduction) {
        var next = new HashMap<>(byNumber);
        next.put(deductionNo, deduction);
        return new Deductions(Map.copyOf(next));
    }
}
