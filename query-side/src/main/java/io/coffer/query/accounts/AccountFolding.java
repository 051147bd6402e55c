package io.coffer.query.accounts;

import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Folding;
import io.coffer.query.kernel.Poison;
import io.coffer.query.kernel.Searched;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** From events to the state of an escrow account; pure, so that it answers for any instant. */
final class AccountFolding implements Folding<AccountState> {

    static final String NAME = "account";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String prefix() {
        return "EA:";
    }

    @Override
    public Class<AccountState> type() {
        return AccountState.class;
    }

    @Override
    public List<Searched<AccountState>> searched() {
        return List.of(
                Searched.text("state", account -> Optional.of(account.state())),
                Searched.text("blockers", AccountFolding::blockers),
                Searched.number(
                        "excess_units", account -> Optional.of(account.apart().minorUnits())),
                Searched.flag("has_returned", account -> !account.returned().isZero()),
                Searched.flag("has_freeze", AccountFolding::isFrozen),
                Searched.flag(
                        "has_claim", account -> !account.holdback().claims().isEmpty()));
    }

    @Override
    public AccountState after(@Nullable AccountState before, Booked booked) {
        if (!(booked.event() instanceof EscrowEvent event)) {
            throw new Poison(booked.position(), booked.name(), "No event of an escrow account");
        }
        var draft = before == null ? opened(event, booked) : new AccountDraft(before).after(event, booked);
        return draft.at(booked);
    }

    /** What keeps an account open in which nothing is left to do. */
    private static Optional<String> blockers(AccountState account) {
        return Optional.of(account)
                .filter(all -> all.state().isDone())
                .map(all -> AccountViews.blockers(all, all.changedAt()).stream()
                        .map(blocker -> blocker.kind().name())
                        .distinct()
                        .collect(Collectors.joining(", ")))
                .filter(found -> !found.isEmpty());
    }

    private static boolean isFrozen(AccountState account) {
        return account.freezes().stream().anyMatch(freeze -> freeze.end() == Freeze.End.NONE);
    }

    private static AccountDraft opened(EscrowEvent event, Booked booked) {
        if (!(event instanceof EscrowAccountOpened opened)) {
            throw new Poison(booked.position(), booked.name(), "An account that was never opened");
        }
        return new AccountDraft(new AccountState(
                opened.account(),
                AccountStatus.OPENED,
                opened.contract(),
                opened.parties(),
                opened.terms(),
                false,
                0,
                opened.custodyAccount(),
                Optional.empty(),
                io.coffer.api.money.Money.ZERO,
                Map.of(),
                Buckets.EMPTY,
                Set.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Holdback.NONE,
                Optional.empty(),
                booked.bookedAt(),
                Optional.empty(),
                booked.bookedAt(),
                booked.sequence(),
                booked.position()));
    }

    @Override
    public void writeMore(List<Step<AccountState>> steps, JdbcTemplate rows) {
        Movement.write(
                steps.stream().flatMap(step -> Movement.of(step).stream()).toList(), rows);
    }
}
