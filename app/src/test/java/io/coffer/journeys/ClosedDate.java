package io.coffer.journeys;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A settlement date of a channel as the channel has it.
 *
 * @param coreNo of the bank's line that pays it; empty where its net is nothing
 * @param tradeNo of the payment that is listed wrongly at first; empty where all is right
 */
record ClosedDate(String date, String net, String coreNo, String bankDate, String tradeNo) {

    static final String CHANNEL = "ALIPAY";

    String id() {
        return "CS:" + CHANNEL + ":" + date;
    }

    String path() {
        return SettlementDay.PATH + id();
    }

    boolean isPaid() {
        return !coreNo.isEmpty();
    }

    boolean isListedWrongly() {
        return !tradeNo.isEmpty();
    }

    String receipt() {
        return "BR:" + HomeSale.BANK + ":" + HomeSale.CUSTODY + ":" + bankDate + ":IN:" + coreNo;
    }

    /** Those that the channel ended. */
    static List<ClosedDate> of(Day day, Data data) {
        var arrived = new HashMap<String, String>();
        var wrong = new HashMap<String, String>();
        var closings = new TreeMap<String, JsonNode>();
        var listedWrongly = listedWrongly(day);
        for (var line : BankJournal.of(data)) {
            switch (line.path("kind").asString()) {
                case "INCOMING" ->
                    arrived.put(
                            line.path("coreNo").asString(),
                            line.path("bankDate").asString());
                case "CHANNEL_PAYMENT" -> {
                    if (listedWrongly.contains(line.path("outTradeNo").asString())) {
                        wrong.put(
                                line.path("settlementDate").asString(),
                                line.path("tradeNo").asString());
                    }
                }
                case "CHANNEL_SETTLEMENT" ->
                    closings.put(line.path("settlementDate").asString(), line);
                default -> {
                    // Tells nothing of a settlement.
                }
            }
        }
        return closings.entrySet().stream()
                .map(closing -> of(closing.getKey(), closing.getValue(), arrived, wrong))
                .toList();
    }

    private static Set<String> listedWrongly(Day day) {
        return day.orders().stream()
                .filter(order -> order.kind() == OrderKind.LAST_OF_A_DATE_LISTED_WRONGLY)
                .map(PlannedOrder::id)
                .collect(Collectors.toSet());
    }

    private static ClosedDate of(
            String date, JsonNode closing, Map<String, String> arrived, Map<String, String> wrong) {
        var coreNo = closing.hasNonNull("coreNo") ? closing.path("coreNo").asString() : "";
        return new ClosedDate(
                date,
                closing.path("net").asString(),
                coreNo,
                arrived.getOrDefault(coreNo, ""),
                wrong.getOrDefault(date, ""));
    }

    /** Dates to which something was booked since the last was ended. */
    static List<String> stillOpen(Data data) {
        var journal = BankJournal.of(data).stream()
                .filter(line -> line.path("channel").asString("").equals(CHANNEL))
                .toList();
        var ended = journal.stream()
                .filter(line -> line.path("kind").asString().equals("CHANNEL_SETTLEMENT"))
                .flatMap(ClosedDate::datesOf)
                .collect(Collectors.toSet());
        return journal.stream()
                .flatMap(ClosedDate::datesOf)
                .filter(date -> !ended.contains(date))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> datesOf(JsonNode line) {
        return Stream.of("settlementDate", "feeSettlementDate")
                .filter(line::hasNonNull)
                .map(name -> line.path(name).asString());
    }
}
