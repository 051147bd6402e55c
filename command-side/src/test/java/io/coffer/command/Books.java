package io.coffer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.ledger.AccountCode;
import io.coffer.api.ledger.Book;
import io.coffer.api.ledger.Journal;
import io.coffer.api.ledger.LedgerAccount;
import io.coffer.api.ledger.Posting;
import io.coffer.api.ledger.Postings;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** All journals summed up; the equations of {@code domain.md} 3.3 are asked after every event. */
final class Books {

    private static final Set<AccountCode> OF_AN_ESCROW =
            Set.of(AccountCode.R2001, AccountCode.R2103, AccountCode.R2104, AccountCode.R2105);

    private final Map<LedgerAccount, Long> balances = new HashMap<>();
    private final Map<AccountCode, Long> totals = new EnumMap<>(AccountCode.class);
    private final Map<String, Escrow> escrows = new HashMap<>();

    /** What came in, went out and came back, and what is in its buckets, on its way out, or given back. */
    private static final class Escrow {
        private long in;
        private long paid;
        private long returned;
        private long held;
    }

    void book(DomainEvent event) {
        var touched = new HashSet<String>();
        Postings.of(event, Postings.CURRENT).forEach(journal -> book(journal, touched));
        if (!touched.isEmpty()) {
            assertCovered();
            touched.forEach(this::assertConserved);
        }
    }

    private void book(Journal journal, Set<String> touched) {
        assertThat(journal.isBalanced()).as("C1 of %s", journal).isTrue();
        for (var line : journal.postings()) {
            var code = line.account().code();
            var grows = (line.side() == Posting.Side.DEBIT) == code.type().growsByDebit();
            var fen = line.amount().minorUnits();
            var change = grows ? fen : -fen;
            totals.merge(code, change, Math::addExact);
            var balance = balances.merge(line.account(), change, Math::addExact);
            // A channel that refunds more than it captures that day is owed the rest.
            if (code.book() == Book.R && code != AccountCode.R1101) {
                assertThat(balance)
                        .as("C4 of %s after %s", line.account(), journal)
                        .isNotNegative();
            }
            touched.add(isOfEscrow(line.account()) ? bookEscrow(journal.rule(), line, change) : "");
        }
    }

    /** Money that goes back to its payer is on its way out too, and belongs to no escrow account unless it is a part of one. */
    private static boolean isOfEscrow(LedgerAccount account) {
        var name = account.subLedger();
        var isOfOthers = name.startsWith("PY:BR") || (name.contains("RF:") && !name.contains("RF:EA:"));
        return OF_AN_ESCROW.contains(account.code()) && !isOfOthers;
    }

    private String bookEscrow(String rule, Posting line, long change) {
        var name = escrow(line.account());
        var escrow = escrows.computeIfAbsent(name, _ -> new Escrow());
        escrow.held = Math.addExact(escrow.held, change);
        switch (rule) {
            case "PR-101", "PR-213", "PR-999" -> escrow.in = Math.addExact(escrow.in, change);
            case "PR-203" -> escrow.paid = Math.subtractExact(escrow.paid, change);
            case "PR-205" -> escrow.returned = Math.addExact(escrow.returned, change);
            default -> {
                // Moves money inside the account.
            }
        }
        return name;
    }

    private void assertCovered() {
        assertThat(total(AccountCode.R1002) + total(AccountCode.R1101) + total(AccountCode.R1901))
                .as("C2")
                .isEqualTo(total(AccountCode.R2001)
                        + total(AccountCode.R2003)
                        + total(AccountCode.R2004)
                        + total(AccountCode.R2101)
                        + total(AccountCode.R2102)
                        + total(AccountCode.R2103)
                        + total(AccountCode.R2104)
                        + total(AccountCode.R2105)
                        + total(AccountCode.R2201));
        assertThat(total(AccountCode.R2201)).as("C13").isEqualTo(total(AccountCode.O1203));
        assertThat(total(AccountCode.O1003)
                        + total(AccountCode.O1201)
                        + total(AccountCode.O1203)
                        + total(AccountCode.O1202)
                        + total(AccountCode.O6401)
                        + total(AccountCode.O6402)
                        + total(AccountCode.O6403))
                .as("own cash that is out, due again or spent, against what is owed and earned")
                .isEqualTo(total(AccountCode.O2201) + total(AccountCode.O6001));
    }

    private void assertConserved(String name) {
        var escrow = escrows.get(name);
        if (escrow != null) {
            assertThat(escrow.in - escrow.paid + escrow.returned)
                    .as("C6 of %s", name)
                    .isEqualTo(escrow.held);
        }
    }

    /** C3: what customers' money was short of is made up by the same decision. */
    void assertNothingShort() {
        assertThat(total(AccountCode.R1901)).as("C3").isZero();
    }

    /** In its buckets, on its way out, or given back. */
    long held(String escrow) {
        return escrows.getOrDefault(escrow, new Escrow()).held;
    }

    long balance(AccountCode code, String subLedger) {
        return balances.getOrDefault(new LedgerAccount(code, subLedger), 0L);
    }

    private long total(AccountCode code) {
        return totals.getOrDefault(code, 0L);
    }

    /** Tenant and contract, of an escrow account's bucket or of its payout. */
    private static String escrow(LedgerAccount account) {
        var name = account.subLedger();
        var ofRefund = name.indexOf("RF:EA:");
        var parts = name.substring(ofRefund < 0 ? 0 : ofRefund + "RF:".length()).split("[:.]", -1);
        return parts[1] + ":" + parts[2];
    }
}
