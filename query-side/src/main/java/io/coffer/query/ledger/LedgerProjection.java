package io.coffer.query.ledger;

import io.coffer.api.ledger.Journal;
import io.coffer.api.ledger.Postings;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Poison;
import io.coffer.query.kernel.Projection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every event's journals, in the one order of the log. It stops rather than leave an event out. */
class LedgerProjection implements Projection {

    static final String NAME = "ledger";

    @Override
    public String name() {
        return NAME;
    }

    /** All streams: an event that nobody can read may have moved money. */
    @Override
    public boolean concerns(String aggregateId) {
        return true;
    }

    @Override
    public boolean parks() {
        return false;
    }

    @Override
    public void apply(List<Booked> events, JdbcTemplate rows) {
        var posted = events.stream().map(LedgerProjection::posted).toList();
        var page = LedgerPage.open(
                posted.stream().flatMap(one -> one.journals().stream()).toList(), rows);
        var facts = new LedgerFacts();
        for (var one : posted) {
            one.journals().forEach(journal -> page.post(one.event(), journal));
            facts.add(one.event());
        }
        page.write(rows);
        facts.rows().write(rows);
        new LedgerWatchman(rows).checkAfter(facts.rows(), page.posted(), events, page.overdrawnCustody());
        posted.forEach(one -> BankContradictions.raise(one.event(), rows));
    }

    @Override
    public void stoppedAt(Poison poison, JdbcTemplate query) {
        var equation = poison.equation();
        if (equation != null) {
            Alarms.raise(query, equation, poison.position(), poison.event(), String.valueOf(poison.getMessage()));
        }
    }

    /** An event and what it moves. */
    private record Posted(Booked event, List<Journal> journals) {}

    private static Posted posted(Booked event) {
        var journals = Postings.of(event.event(), event.postingRules());
        journals.stream().filter(journal -> !journal.isBalanced()).findFirst().ifPresent(journal -> {
            throw new Poison(
                    event.position(),
                    event.name(),
                    "Posting rule " + journal.rule() + " does not balance",
                    Equation.C1.name());
        });
        return new Posted(event, journals);
    }
}
