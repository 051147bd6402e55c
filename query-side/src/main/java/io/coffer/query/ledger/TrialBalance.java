package io.coffer.query.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.ledger.AccountCode;
import io.coffer.api.ledger.Book;
import io.coffer.api.ledger.Posting;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turnover and balance of every account of the chart, book by book. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrialBalance(@Nullable Instant asOf, List<OfBook> books) {

    /**
     * One book.
     *
     * @param balanced whether debit balances equal credit balances, and turnover likewise
     */
    record OfBook(Book book, Amount debits, Amount credits, boolean balanced, List<Line> accounts) {}

    /** One account of the chart; its balance stands on one side. */
    @Schema(name = "TrialBalanceLine")
    record Line(
            AccountCode code,
            String title,
            AccountCode.Type type,
            Amount debits,
            Amount credits,
            Amount balance,
            Posting.Side side) {

        static Line of(AccountCode code, long debits, long credits) {
            var side = debits > credits || (debits == credits && code.type().growsByDebit())
                    ? Posting.Side.DEBIT
                    : Posting.Side.CREDIT;
            return new Line(
                    code,
                    code.title(),
                    code.type(),
                    amount(debits),
                    amount(credits),
                    amount(Math.abs(debits - credits)),
                    side);
        }
    }

    /** Sums as they were counted, account by account in the order of the chart. */
    record Turnover(AccountCode code, long debits, long credits) {}

    static TrialBalance of(@Nullable Instant asOf, List<Turnover> turnovers) {
        var books = turnovers.stream()
                .map(turnover -> turnover.code().book())
                .distinct()
                .sorted()
                .map(book -> ofBook(
                        book,
                        turnovers.stream()
                                .filter(turnover -> turnover.code().book() == book)
                                .toList()))
                .toList();
        return new TrialBalance(asOf, books);
    }

    private static OfBook ofBook(Book book, List<Turnover> turnovers) {
        var debits = turnovers.stream().mapToLong(Turnover::debits).reduce(0, Math::addExact);
        var credits = turnovers.stream().mapToLong(Turnover::credits).reduce(0, Math::addExact);
        return new OfBook(
                book,
                amount(debits),
                amount(credits),
                debits == credits,
                turnovers.stream()
                        .map(turnover -> Line.of(turnover.code(), turnover.debits(), turnover.credits()))
                        .toList());
    }

    private static Amount amount(long units) {
        return Amount.of(Money.fen(units));
    }
}
