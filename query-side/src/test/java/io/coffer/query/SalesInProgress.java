package io.coffer.query;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Many home sales side by side, each a step further at a time, as a log holds them. The same seed gives the same events;
 * most sales go straight through, some are paid in parts, overpaid, or paid out at the second attempt.
 */
public final class SalesInProgress {

    private static final List<String> TENANTS = List.of("acme", "globex", "initech", "umbrella");
    private static final int PARTLY_PAID_PERCENT = 10;
    private static final int OVERPAID_PERCENT = 3;
    private static final int FAILED_FIRST_PERCENT = 4;

    private final Random random;
    private final List<List<List<DomainEvent>>> sales = new ArrayList<>();
    private int contracts;

    /** As many sales are under way at any moment. */
    public SalesInProgress(long seed, int sideBySide) {
        this.random = new Random(seed);
        for (var sale = 0; sale < sideBySide; sale++) {
            sales.add(new ArrayList<>(steps()));
        }
    }

    /** The events of some sale's next step. */
    public List<DomainEvent> next() {
        var index = random.nextInt(sales.size());
        var sale = sales.get(index);
        var step = sale.removeFirst();
        if (sale.isEmpty()) {
            sales.set(index, new ArrayList<>(steps()));
        }
        return step;
    }

    /** Steps of at least so many events in all. */
    public List<DomainEvent> next(int events) {
        var all = new ArrayList<DomainEvent>();
        while (all.size() < events) {
            all.addAll(next());
        }
        return all;
    }

    private List<List<DomainEvent>> steps() {
        var number = contracts++;
        var sale = Sale.of(TENANTS.get(number % TENANTS.size()), "SH-2026-%07d".formatted(number));
        var steps = new ArrayList<List<DomainEvent>>();
        steps.add(sale.opened());
        var price = Sale.PRICE;
        if (chance(PARTLY_PAID_PERCENT)) {
            steps.add(sale.partlyPaidIn());
            price = Money.yuan(400);
        } else {
            steps.add(sale.paidIn());
            if (chance(OVERPAID_PERCENT)) {
                steps.add(sale.overpaid());
            }
        }
        steps.add(sale.releasable());
        if (chance(FAILED_FIRST_PERCENT)) {
            steps.add(sale.released("R-1", price));
            steps.add(sale.failed("R-1", price));
            steps.add(sale.released("R-2", price));
            steps.add(sale.paid("R-2", price));
        } else {
            steps.add(sale.released("R-1", price));
            steps.add(sale.paid("R-1", price));
        }
        steps.add(sale.closed());
        steps.addAll(fees(Shop.of(TENANTS.get(number % TENANTS.size()), "M-%07d".formatted(number))));
        return steps;
    }

    /** A merchant whose fees are advanced, paid back, and in part not used. */
    private static List<List<DomainEvent>> fees(Shop shop) {
        return List.of(
                shop.opened(),
                shop.toppedUp("1", 100),
                List.of(shop.reserved("O-1", 100), shop.advanced("O-1", 740)),
                shop.toppedUp("2", 500, "O-1", 500, 240),
                List.of(shop.advanced("O-2", 60)),
                List.of(shop.recovered("O-1", "O-1", 240, 0), shop.recovered("O-2", "O-1", 60, 0)),
                List.of(shop.ended("O-1", 540)));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
