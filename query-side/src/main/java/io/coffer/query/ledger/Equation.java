package io.coffer.query.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The conservation equations of {@code domain.md} 3.3 that hold after every event of this ledger. */
enum Equation {
    C1("In every journal and book, debits equal credits."),
    C2("Reserve assets cover what is owed to customers, to the fen."),
    C3("Nothing is short, and no channel owes or is owed anything later than the third day after its settlement."),
    C4("No customer's sub-ledger and no custody account is below zero."),
    C5("Per merchant, its contracts hold what events say of their own payments, and no leg names another contract."),
    C6("Per escrow account: in less paid plus returned is what is held or on its way out."),
    C8("Per payment, refunds on their way and done are no more than what was paid."),
    C10("Per split, legs and fee are what the contract set aside for it, and nothing comes back that was not given."),
    C12("Every item in transit or reserved stands in the ledger with its open amount."),
    C13("The reserve owes the own book what that book expects of it, and cash between the books is booked in both."),
    C15("Every account of the chart is the sum of its sub-ledgers, and each balance the sum of its entries."),
    C16("Per sub-ledger and day: opening plus movements is closing, and closing is the next opening."),
    C17("At most one bank debit per payout and one bank credit per line that came in.");

    private final String sentence;
    private final String sql;

    Equation(String sentence) {
        this.sentence = sentence;
        this.sql = read("equations/" + name() + ".sql");
    }

    String sentence() {
        return sentence;
    }

    /**
     * Finds the first position after which the equation does not hold, with a detail; no row when it holds. Per merchant: of
     * each merchant, the first before all others.
     */
    String sql() {
        return sql;
    }

    /** Whether each failure is one merchant's: others go on, and one merchant's hides nobody else's. */
    boolean isPerMerchant() {
        return this == C5;
    }

    private static String read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
