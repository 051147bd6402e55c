package io.coffer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.ledger.AccountCode;
import io.coffer.api.ledger.Journal;
import io.coffer.api.ledger.LedgerAccount;
import io.coffer.api.ledger.Posting;
import io.coffer.api.ledger.Postings;
import java.util.HashMap;
import java.util.Map;

/** All journals summed up; the equations of {@code domain.md} 3.3 are asked after every event. */
final class Books {

    private final Map<LedgerAccount, Long> balances = new HashMap<>();
    private final Map<String, Long> in = new HashMap<>();
    private final Map<String, Long> paid = new HashMap<>();
    private final Map<String, Long> returned = new HashMap<>();

    void book(DomainEvent event) {
        Postings.of(event, Postings.CURRENT).forEach(this::book);
        assertCovered();
        assertEveryEscrowIsConserved();
    }

    private void book(Journal journal) {
        assertThat(journal.isBalanced()).as("C1 of %s", journal).isTrue();
        for (var line : journal.postings()) {
            var grows = (line.side() == Posting.Side.DEBIT)
                    == (line.account().code().type() == AccountCode.Type.ASSET);
            var fen = line.amount().minorUnits();
            var balance = balances.merge(line.account(), grows ? fen : -fen, Math::addExact);
            assertThat(balance).as("C4 of %s after %s", line.account(), journal).isNotNegative();
            if (journal.rule().equals("PR-101") && line.side() == Posting.Side.CREDIT) {
                in.merge(escrow(line.account()), fen, Math::addExact);
            }
            if (journal.rule().equals("PR-203") && line.side() == Posting.Side.DEBIT) {
                paid.merge(escrow(line.account()), fen, Math::addExact);
            }
            if (journal.rule().equals("PR-205") && line.side() == Posting.Side.CREDIT) {
                returned.merge(escrow(line.account()), fen, Math::addExact);
            }
        }
    }

    private void assertCovered() {
        assertThat(sum(AccountCode.R1002, ""))
                .as("C2")
                .isEqualTo(sum(AccountCode.R2001, "")
                        + sum(AccountCode.R2101, "")
                        + sum(AccountCode.R2102, "")
                        + sum(AccountCode.R2104, "")
                        + sum(AccountCode.R2105, ""));
    }

    private void assertEveryEscrowIsConserved() {
        in.forEach(
                (escrow, money) -> assertThat(money - paid.getOrDefault(escrow, 0L) + returned.getOrDefault(escrow, 0L))
                        .as("C6 of %s", escrow)
                        .isEqualTo(held(escrow)));
    }

    /** In its buckets, on its way out, or given back. */
    long held(String escrow) {
        return sum(AccountCode.R2001, "EA:" + escrow + ".")
                + sum(AccountCode.R2104, "PY:" + escrow + ":")
                + sum(AccountCode.R2105, "PY:" + escrow + ":");
    }

    long balance(AccountCode code, String subLedger) {
        return balances.getOrDefault(new LedgerAccount(code, subLedger), 0L);
    }

    private long sum(AccountCode code, String prefix) {
        return balances.entrySet().stream()
                .filter(entry -> entry.getKey().code() == code)
                .filter(entry -> entry.getKey().subLedger().startsWith(prefix))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Tenant and contract, of an escrow account's bucket or of its payout. */
    private static String escrow(LedgerAccount account) {
        var parts = account.subLedger().split("[:.]", -1);
        return parts[1] + ":" + parts[2];
    }
}
