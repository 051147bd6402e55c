package io.coffer.journeys;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The day that all tests of days live through, each in its own way. Without more, every case five times. The size and the seed
 * can be given: {@code -Dcoffer.day.sales=20000 -Dcoffer.day.orders=2000 -Dcoffer.day.seed=42}; a long day goes faster with
 * {@code -Dcoffer.day.at-once=400 -Dcoffer.day.look-every-ms=1500}.
 */
final class LivedDay {

    private static final int SALES = Integer.getInteger("coffer.day.sales", 0);
    private static final int ORDERS = Integer.getInteger("coffer.day.orders", SALES);
    private static final String BANK = "coffer.bank.url";
    /** People need not wait for a day until they may settle a payout by papers; one channel's fees may be the institution's. */
    private static final Map<String, String> PROPERTIES = properties();

    private LivedDay() {}

    static Map<String, String> setting() {
        return PROPERTIES;
    }

    /** The same at a bank in a place of its own. */
    static Map<String, String> with(String bank) {
        var properties = new HashMap<>(PROPERTIES);
        properties.put(BANK, bank);
        return properties;
    }

    static Day planned() {
        var seed = Long.getLong("coffer.day.seed", new Random().nextLong());
        var day = Day.of(seed, SALES, ORDERS);
        System.out.println("A day of " + day.sales().size() + " sales and "
                + day.orders().size() + " orders: -Dcoffer.day.seed=" + seed);
        return day;
    }

    /** What channels and the bank say when it is over. */
    static void ends(Day day, Function<String, Client> clients, SimulatedBank bank, Data data) {
        new Closings(day, clients, bank, data).come();
        new Evening(day, clients, data).comes();
    }

    private static Map<String, String> properties() {
        var day = new HashMap<String, String>();
        day.put("coffer.bank.evidence-after", "1s");
        agree(day, 0, "WECHAT", Till.FREE);
        day.put("coffer.channels[1].seconds-between-refunds", "1");
        agree(
                day,
                1,
                "ALIPAY",
                Stream.of(OrderKind.Fee.values()).map(OrderKind.Fee::json).toArray(String[]::new));
        agree(day, 2, "UMS", Till.OF_MERCHANT);
        return Map.copyOf(day);
    }

    private static void agree(Map<String, String> day, int index, String code, String... fees) {
        var channel = "coffer.channels[" + index + "].";
        day.put(channel + "code", code);
        day.put(channel + "settling.from-bank-code", HomeSale.BANK);
        day.put(channel + "settling.from-account-number", SettlementDay.PAYER);
        day.put(channel + "settling.into-bank-code", HomeSale.BANK);
        day.put(channel + "settling.into-account-no", HomeSale.CUSTODY);
        for (var at = 0; at < fees.length; at++) {
            var fee = Reply.JSON.readTree(fees[at]);
            day.put(channel + "fees[" + at + "].rate-bp", fee.path("rateBp").asString());
            day.put(channel + "fees[" + at + "].bearer", fee.path("bearer").asString());
            day.put(
                    channel + "fees[" + at + "].refundable",
                    fee.path("refundable").asString());
        }
    }
}
