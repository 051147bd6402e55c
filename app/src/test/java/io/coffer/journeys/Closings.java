package io.coffer.journeys;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The channel's files of the day, one for each date that it ended; some are wrong by a fen at first, and corrected. */
record Closings(Day day, Function<String, Client> clients, SimulatedBank bank, Data data) {

    void come() {
        ClosedDate.stillOpen(data).forEach(date -> bank.settles(ClosedDate.CHANNEL, date, SettlementDay.NUMBER));
        var closed = ClosedDate.of(day, data);
        closed.stream().filter(ClosedDate::isPaid).forEach(this::tellAgain);
        // Money is taken only up to what a settlement was told of.
        data.settled();
        CompletableFuture.allOf(closed.stream()
                        .map(date -> CompletableFuture.runAsync(() -> list(date), Thread::startVirtualThread))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** Of what nobody heard because a process was dead; what was heard is not taken twice. */
    private void tellAgain(ClosedDate date) {
        var notice = HomeSale.notice(date.coreNo(), SettlementDay.NUMBER, date.net())
                .replace("2026-11-22", date.bankDate())
                .replace(HomeSale.PAYER, SettlementDay.PAYER);
        clients.apply("bank-adapter").post("/v1/bank/notices", notice).isAccepted();
    }

    private void list(ClosedDate date) {
        var file = bank.settlementFile(ClosedDate.CHANNEL, date.date());
        if (date.isListedWrongly()) {
            send(wrong(date, file));
            is(
                    date,
                    view -> view.at("/state").equals("DIFFERENT")
                            && view.json().path("declined").size() == 1);
            clerk().read(
                            "operator-1",
                            date.path() + "/differences?limit=200",
                            found -> found.items().size() == 1
                                    && isTheFee(date, found.items().getFirst()));
            clerk().read(
                            "operator-1",
                            "/v1/receipts/" + date.receipt(),
                            receipt -> receipt.at("/state").equals("SUSPENDED"));
            send(corrected(file));
        } else {
            send(file);
        }
        is(date, view -> view.at("/state").equals("AGREED"));
    }

    private static boolean isTheFee(ClosedDate date, JsonNode difference) {
        return difference.path("what").asString().equals("FEE")
                && difference.path("no").asString().equals(date.tradeNo());
    }

    /** The channel says that it kept a fen of a payment that is free. */
    private static String wrong(ClosedDate date, String file) {
        var rows = new StringBuilder();
        file.lines().map(Reply.JSON::readTree).forEach(row -> {
            if (row.at("/header/net").isObject()) {
                ((ObjectNode) row.at("/header/net")).put("value", Day.yuan(fen(date.net()) - 1));
            }
            if (row.at("/line/no").asString("").equals(date.tradeNo())) {
                ((ObjectNode) row.path("line")).set("fee", Reply.JSON.readTree(HomeSale.cny("0.01")));
            }
            rows.append(row).append('\n');
        });
        return rows.toString();
    }

    private static String corrected(String file) {
        return file.replaceFirst("\"header\":\\{", "\"header\":{\"fileVersion\":2,");
    }

    private static long fen(String amount) {
        return Long.parseLong(amount.replace(".", ""));
    }

    private void send(String file) {
        clients.apply("bank-adapter")
                .ask("POST", SettlementDay.FILES, file)
                .as("application/x-ndjson")
                .answer()
                .isAccepted();
    }

    private void is(ClosedDate date, Predicate<Reply> expected) {
        clerk().read("auditor", date.path(), expected);
    }

    private Clerk clerk() {
        return new Clerk(clients);
    }
}
