package io.coffer.journeys;

import io.coffer.journeys.PlannedSale.Arrival;
import io.coffer.journeys.PlannedSale.Kind;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries a planned sale out as clients do: every step under a key of its own, again and again until it is taken. */
final class SaleDesk {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long ONE_CHECKER_FROM = 50_000_00;
    static final long TWO_CHECKERS_ABOVE = 1_000_000_00;

    private final Function<String, Client> clients;
    private final Function<String, Client> readers;

    SaleDesk(Function<String, Client> clients) {
        this(clients, clients);
    }

    /** Where commands and reads are answered by different nodes. */
    SaleDesk(Function<String, Client> clients, Function<String, Client> readers) {
        this.clients = clients;
        this.readers = readers;
    }

    void carryOut(PlannedSale sale) {
        var path = sale.path();
        say(
                sale.tenant(),
                "/v1/escrow-accounts",
                HomeSale.opening(sale.contract(), Day.yuan(sale.price())),
                sale,
                "open");
        var number = account(sale, account -> account.json().has("virtualAccountNumber"))
                .at("/virtualAccountNumber");
        say(sale.tenant(), path + "/payees", HomeSale.payee(sale.kind().payeeAccount()), sale, "payee");
        for (var arrival : sale.arrivals()) {
            arrive(sale, arrival, sale.kind().hasKnownNumber() ? number : "70" + number.substring(2));
        }
        var twist = sale.kind().twist();
        twist.beforeRelease(sale, this);
        if (sale.kind().isReleased()) {
            release(sale, path);
            twist.afterRelease(sale, this);
        }
        account(sale, account -> account.at("/state").equals(sale.endsAs()));
    }

    private void arrive(PlannedSale sale, Arrival arrival, String number) {
        var notice = HomeSale.notice(arrival.coreNo(), number, Day.yuan(arrival.amount()));
        for (var copy = 1; copy <= arrival.copies(); copy++) {
            say("bank-adapter", "/v1/bank/notices", notice, sale, arrival.coreNo() + "-" + copy);
        }
        var receipt = "/v1/receipts/" + HomeSale.receipt(arrival.coreNo());
        if (sale.kind() == Kind.ASSIGNED_BY_HAND) {
            var seen = read("operator-1", receipt, found -> found.at("/state").equals("SUSPENDED"));
            insist(() -> clients.apply("operator-1")
                    .ask("POST", receipt + "/assignment", "{\"account\":\"" + sale.account() + "\"}")
                    .key(sale.contract() + "-assign")
                    .ifMatch(seen.etag())
                    .answer());
        } else if (sale.kind() == Kind.CONTRADICTED) {
            read("operator-1", receipt, found -> found.at("/state").equals("CONSUMED"));
            var other = HomeSale.notice(arrival.coreNo(), number, Day.yuan(arrival.amount() + 1));
            say("bank-adapter", "/v1/bank/notices", other, sale, "contradiction");
        }
    }

    private void release(PlannedSale sale, String path) {
        say(sale.tenant(), path + "/conditions", """
                {"condition":"TRANSFER_REGISTERED","evidence":%s}""".formatted(HomeSale.EVIDENCE), sale, "condition");
        say(sale.tenant(), path + "/releases", """
                {"releaseNo":"R-1","partyId":"seller-1","amount":%s}""".formatted(HomeSale.cny(Day.yuan(sale.released()))), sale, "release");
        if (sale.released() >= ONE_CHECKER_FROM) {
            agree(sale, approval(sale), "checker-1");
        }
        if (sale.released() > TWO_CHECKERS_ABOVE) {
            agree(sale, approval(sale), "checker-2");
        }
        account(
                sale,
                account -> account.at("/releases/0/state")
                        .equals(sale.kind().twist().releaseIs()));
    }

    private static String approval(PlannedSale sale) {
        return "AR:" + sale.tenant() + ":release:" + sale.contract() + ":R-1";
    }

    /** Another person lets it be. */
    void agree(PlannedSale sale, String approval, String checker) {
        insist(() -> clients.apply(checker)
                .ask("POST", "/v1/approvals/" + approval + "/approve", null)
                .key(approval + "-" + checker)
                .ifMatch("*")
                .answer());
    }

    /** The account, once it is as expected. */
    Reply account(PlannedSale sale, Predicate<Reply> expected) {
        return read(sale.tenant(), sale.path(), expected);
    }

    void say(String client, String path, @Nullable String body, PlannedSale sale, String step) {
        insist(() -> clients.apply(client)
                .ask("POST", path, body)
                .key(sale.contract() + "-" + step)
                .answer());
    }

    private Reply read(String client, String path, Predicate<Reply> expected) {
        return patiently(
                () -> readers.apply(client).get(path), answer -> answer.status() == 200 && expected.test(answer));
    }

    /** A step may be early, or meet a busy or a dead process: the same key makes it safe to say it again. */
    private static void insist(Supplier<Reply> step) {
        patiently(step, answer -> answer.status() < 300);
    }

    private static Reply patiently(Supplier<Reply> step, Predicate<Reply> expected) {
        return Until.is(
                        PATIENCE,
                        () -> {
                            try {
                                return Optional.of(step.get());
                            } catch (UncheckedIOException dead) {
                                return Optional.<Reply>empty();
                            }
                        },
                        answer -> answer.filter(expected).isPresent())
                .orElseThrow();
    }
}
