package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.journeys.Wish.After;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Asks for refunds of the day, and does what its channel's word makes people do. */
record WishDesk(Clerk clerk, Supplier<SimulatedBank> bank, MerchantDesk merchants, ShareDesk shares) {

    private static final long ALONE_MAX = 1_000_00;

    /** Two want most of it at the same moment; one gets it, whoever it is. */
    void race(PlannedOrder order) {
        var answers = order.wishes().stream()
                .map(wish -> CompletableFuture.supplyAsync(
                        () -> clerk.ask(
                                "acme",
                                by -> by.ask("POST", Till.REFUNDS, asked(order, wish, ""))
                                        .key(wish.no() + "-ask"),
                                said -> said.status() < 300 || said.code().equals("REFUND_NOT_ADMITTED")),
                        Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
        var winner = answers.getFirst().status() < 300
                ? order.wishes().getFirst()
                : order.wishes().getLast();
        refundIs(winner, "SUCCEEDED");
    }

    private static String asked(PlannedOrder order, Wish wish, String more) {
        return Till.asked(wish.no(), order.id(), Day.yuan(wish.amount()), more);
    }

    void carryOut(PlannedOrder order, Wish wish) {
        if (order.kind() == OrderKind.TOO_LATE) {
            clerk.isRefused("acme", Till.REFUNDS, asked(order, wish, ""), "REFUND_NOT_ADMITTED");
        }
        clerk.say("acme", Till.REFUNDS, asked(order, wish, more(order, wish)), wish.no() + "-ask");
        if (wish.plan().after() == After.WITHDRAWN) {
            clerk.read("acme", wish.path(), seen -> seen.at("/waitsFor").equals("CHECKER"));
            cancel(wish);
            return;
        }
        if (wish.amount() > ALONE_MAX
                || order.kind() == OrderKind.TOO_LATE
                || order.kind().isSharedBack()) {
            clerk.agree(wish.approval("refund"), "checker-1");
        }
        if (order.kind() == OrderKind.FEE_MISSING) {
            fund(order, wish);
        }
        switch (wish.plan().after()) {
            case DONE -> refundIs(wish, "SUCCEEDED");
            case CANCELLED -> {
                refundIs(wish, "FAILED_FINAL");
                cancel(wish);
            }
            case NOT_PAID_BY_PAPERS -> {
                settle(wish);
                refundIs(wish, "FAILED_FINAL");
                cancel(wish);
            }
            case REROUTED -> reroute(wish, 1, "9000");
            case REROUTED_TWICE -> {
                reroute(wish, 1, "9010");
                reroute(wish, 2, "9000");
            }
            case RETRIED -> retry(wish);
            case ONCE_PAYEES_HAVE_IT -> {
                shares.topUp(order, pending(order, wish));
                refundIs(wish, "SUCCEEDED");
            }
            case GIVEN_UP -> {
                pending(order, wish);
                cancel(wish);
            }
            case WITHDRAWN -> throw new AssertionError("It is over");
        }
    }

    private static String more(PlannedOrder order, Wish wish) {
        if (wish.plan().isOfSecond()) {
            var second = order.payment(2);
            var no = order.kind().way() == OrderKind.Way.TRANSFER ? HomeSale.receipt(second) : second;
            return ",\"paymentNo\":\"" + no + "\"";
        }
        if (order.kind().isSharedBack()) {
            return order.shares().recoveryPlan();
        }
        return order.kind() == OrderKind.TOO_LATE ? ",\"route\":\"REROUTE\"" : "";
    }

    private Reply refundIs(Wish wish, String state) {
        return clerk.read("acme", wish.path(), seen -> seen.at("/state").equals(state));
    }

    private Reply pending(PlannedOrder order, Wish wish) {
        var pending = refundIs(wish, "RECOVERY_PENDING");
        shares.lacks(order);
        return pending;
    }

    /** Somebody asked the channel, and it works again; after its death the bank knows nothing of that. */
    private void retry(Wish wish) {
        refundIs(wish, "RETRIES_EXHAUSTED");
        Clerk.patiently(
                () -> {
                    var seen = clerk.read("acme", wish.path(), _ -> true);
                    if (seen.at("/state").equals("RETRIES_EXHAUSTED")) {
                        bank.get().scriptRefund(wish.refund(), "AT_ONCE");
                        clerk.say("acme", wish.path() + "/retry", null, wish.no() + "-retry-" + seen.at("/attempts"));
                    }
                    return seen;
                },
                seen -> seen.at("/state").equals("SUCCEEDED"));
    }

    private void cancel(Wish wish) {
        clerk.say("acme", wish.path() + "/cancellation", "{\"reason\":\"NOT_WANTED\"}", wish.no() + "-cancel");
        refundIs(wish, "CANCELLED");
    }

    private void settle(Wish wish) {
        refundIs(wish, "UNKNOWN");
        clerk.say("operator-1", wish.path() + "/resolutions", """
                {"outcome":{"result":"FAILED","code":"NEVER_ARRIVED"},"evidence":%s,"reason":"LETTER_CAME"}""".formatted(HomeSale.EVIDENCE), wish.no() + "-papers");
        clerk.agree("AR:_:papers:" + wish.refund() + ":1", "checker-1");
    }

    /** As in incident B 840 fen are missing, and the money of the neighbour stays where it is. */
    private void fund(PlannedOrder order, Wish wish) {
        var waiting = refundIs(wish, "FUNDING_REQUIRED");
        assertThat(waiting.at("/funding/lacksFee/value")).isEqualTo("8.40");
        merchants.topUp(order, 2);
        clerk.say("acme", wish.path() + "/funding", null, wish.no() + "-fund");
    }

    /** Another holder is refused; the same one and two people get it paid, or the bank gives it back. */
    private void reroute(Wish wish, int rerouteNo, String ending) {
        clerk.read(
                "acme",
                wish.path(),
                seen -> seen.at("/state").equals("REROUTE_PENDING")
                        && (rerouteNo == 1 || seen.at("/reroute/number").equals(Integer.toString(rerouteNo - 1))));
        clerk.isRefused("acme", wish.path() + "/reroute", account("李梅", ending), "REROUTE_HOLDER_DIFFERS");
        clerk.say("acme", wish.path() + "/reroute", account("王强", ending), wish.no() + "-reroute-" + rerouteNo);
        clerk.agree(wish.approval("reroute") + ":" + rerouteNo, "checker-1");
        if (ending.equals("9000")) {
            refundIs(wish, "SUCCEEDED");
        }
    }

    private static String account(String holder, String ending) {
        return """
            {"payee":{"accountNumber":"621700000000%s","bankCode":"105100000017","holderName":"%s",\
            "accountClass":"PERSONAL"},"evidence":%s}\
            """.formatted(ending, holder, HomeSale.EVIDENCE);
    }
}
