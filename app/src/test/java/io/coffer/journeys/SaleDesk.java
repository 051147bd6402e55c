package io.coffer.journeys;

import io.coffer.journeys.PlannedSale.Arrival;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries a planned sale out as clients do: every step under a key of its own, again and again until it is taken. */
final class SaleDesk {

    static final long ONE_CHECKER_FROM = 50_000_00;
    static final long TWO_CHECKERS_ABOVE = 1_000_000_00;

    private final Clerk clerk;
    private final Supplier<SimulatedBank> bank;

    SaleDesk(Clerk clerk, Supplier<SimulatedBank> bank) {
        this.clerk = clerk;
        this.bank = bank;
    }

    void carryOut(PlannedSale sale) {
        var twist = sale.kind().twist();
        say(sale.tenant(), "/v1/escrow-accounts", twist.opening(sale), sale, "open");
        var number = twist.number(number(sale));
        say(sale.tenant(), sale.path() + "/payees", HomeSale.payee(sale.kind().payeeAccount()), sale, "payee");
        for (var arrival : sale.arrivals()) {
            for (var copy = 1; copy <= arrival.copies(); copy++) {
                tell(sale, notice(sale, arrival, number), arrival.coreNo() + "-" + copy);
            }
        }
        twist.beforeRelease(sale, this);
        if (sale.kind().isReleased()) {
            release(sale, twist);
            twist.afterRelease(sale, this);
        }
        account(sale, account -> account.at("/state").equals(sale.endsAs()));
    }

    private void release(PlannedSale sale, Twist twist) {
        say(sale.tenant(), sale.path() + "/conditions", """
                {"condition":"TRANSFER_REGISTERED","evidence":%s}""".formatted(HomeSale.EVIDENCE), sale, "condition");
        say(
                sale.tenant(),
                sale.path() + "/releases",
                """
                {"releaseNo":"R-1","partyId":"seller-1","amount":%s}""".formatted(HomeSale.cny(Day.yuan(sale.released()))),
                sale,
                "release");
        var approval = "AR:" + sale.tenant() + ":release:" + sale.contract() + ":R-1";
        if (sale.released() >= ONE_CHECKER_FROM) {
            agree(approval, "checker-1");
        }
        if (sale.released() > TWO_CHECKERS_ABOVE) {
            agree(approval, "checker-2");
        }
        account(sale, account -> account.at("/releases/0/state").equals(twist.releaseIs()));
    }

    /** The number of its account, as soon as it has one. */
    String number(PlannedSale sale) {
        return account(sale, account -> account.json().has("virtualAccountNumber"))
                .at("/virtualAccountNumber");
    }

    /** Like a number of ours, and nobody's. */
    static String nobodys(String number) {
        return "70" + number.substring(2);
    }

    String notice(PlannedSale sale, Arrival arrival, String number) {
        return HomeSale.notice(arrival.coreNo(), number, Day.yuan(arrival.amount()))
                .replace(HomeSale.CUSTODY, sale.custody())
                .replace(HomeSale.PAYER, sale.payerAccount());
    }

    /** The same notice from a bank that does not know its core number yet. */
    static String weak(String notice, String noticeNo) {
        return notice.replace("\"coreNo\":\"" + noticeNo, "\"noticeNo\":\"" + noticeNo);
    }

    static String weakReceipt(String noticeNo) {
        return "BRW:" + HomeSale.BANK + ":" + noticeNo;
    }

    /** The bank says it. */
    void tell(PlannedSale sale, String notice, String step) {
        say("bank-adapter", "/v1/bank/notices", notice, sale, step);
    }

    /** An operator says whose a receipt is that nobody was found for. */
    void assign(PlannedSale sale, String receipt, String account) {
        var seen = receiptIs(receipt, "SUSPENDED");
        clerk.insist(
                "operator-1",
                client -> client.ask(
                                "POST", "/v1/receipts/" + receipt + "/assignment", "{\"account\":\"" + account + "\"}")
                        .key(sale.contract() + "-assign")
                        .ifMatch(seen.etag()));
    }

    /** Two people send money back to its payer. */
    void sendBack(PlannedSale sale, String receipt) {
        say("operator-1", "/v1/receipts/" + receipt + "/returns", null, sale, "send-back");
        agree("AR:_:receipt:" + receipt + ":1", "checker-1");
    }

    /** Two people settle the release's payout by what the bank's papers say. */
    void showPapers(PlannedSale sale, String outcome) {
        var payout = sale.payout("R-1");
        say(
                "operator-1",
                "/v1/payouts/" + payout + "/resolutions",
                "{\"outcome\":" + outcome + ",\"evidence\":" + HomeSale.EVIDENCE + "}",
                sale,
                "papers");
        agree("AR:_:resolve:" + payout + ":1", "checker-1");
    }

    /** Under which number the bank booked it, which its own people know. */
    String debitOf(String payout) {
        return Clerk.patiently(() -> bank.get().debitsOf(payout), debits -> !debits.isEmpty())
                .getFirst()
                .path("coreNo")
                .asString();
    }

    void close(PlannedSale sale) {
        say(sale.tenant(), sale.path() + "/closure", null, sale, "closure");
        account(sale, account -> account.at("/state").equals("CLOSED"));
    }

    /** Another person lets it be. */
    void agree(String approval, String checker) {
        clerk.agree(approval, checker);
    }

    /** The account, once it is as expected. */
    Reply account(PlannedSale sale, Predicate<Reply> expected) {
        return clerk.read(sale.tenant(), sale.path(), expected);
    }

    /** The receipt, once it is in this state. */
    Reply receiptIs(String receipt, String state) {
        return clerk.read(
                "operator-1",
                "/v1/receipts/" + receipt,
                found -> found.at("/state").equals(state));
    }

    void say(String client, String path, @Nullable String body, PlannedSale sale, String step) {
        clerk.say(client, path, body, sale.contract() + "-" + step);
    }

    /** What must not be taken; only a process that is busy or dead is asked again. */
    void isRefused(PlannedSale sale, String path, String body, String code) {
        clerk.isRefused(sale.tenant(), path, body, code);
    }
}
