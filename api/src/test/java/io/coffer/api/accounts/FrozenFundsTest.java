package io.coffer.api.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.FrozenFunds.Claim;
import io.coffer.api.accounts.FrozenFunds.Draw;
import io.coffer.api.ledger.Bucket;
import io.coffer.api.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Frozen funds")
class FrozenFundsTest {

    private static final Money NONE = Money.ZERO;

    @Test
    void hold_no_more_than_is_there_and_catch_what_comes_later() {
        var order = claim("F-1", 500_000);

        assertThat(funds(300_000, 0, order).effective("F-1")).isEqualTo(yuan(300_000));
        assertThat(funds(300_000, 0, order).releasable()).isEqualTo(NONE);
        assertThat(funds(700_000, 0, order).effective("F-1")).isEqualTo(yuan(500_000));
        assertThat(funds(700_000, 0, order).releasable()).isEqualTo(yuan(200_000));
    }

    @Test
    void queue_by_arrival() {
        var both = funds(400_000, 0, claim("F-1", 300_000), claim("F-2", 300_000));

        assertThat(both.effective("F-1")).isEqualTo(yuan(300_000));
        assertThat(both.effective("F-2")).isEqualTo(yuan(100_000));
        assertThat(both.effective("F-3")).isEqualTo(NONE);
        assertThat(both.effectiveFrozen()).isEqualTo(yuan(400_000));
        assertThat(funds(400_000, 0, claim("F-2", 300_000)).effective("F-2")).isEqualTo(yuan(300_000));
    }

    @Test
    void of_an_order_without_amount_are_all_of_it() {
        var all = new Claim("F-1", Optional.empty(), Optional.empty());

        assertThat(funds(400_000, 50_000, all).effective("F-1")).isEqualTo(yuan(450_000));
        assertThat(funds(400_000, 50_000, all, claim("F-2", 1)).effective("F-2"))
                .isEqualTo(NONE);
    }

    @Test
    void rest_on_the_other_bucket_first() {
        var held = funds(100, 50, claim("F-1", 50));
        assertThat(held.releasable()).isEqualTo(yuan(100));
        assertThat(held.releasableHoldback()).isEqualTo(yuan(50));

        var more = funds(100, 50, claim("F-1", 51));
        assertThat(more.releasable()).isEqualTo(yuan(99));
        assertThat(more.releasableHoldback()).isEqualTo(yuan(50));

        var most = funds(100, 50, claim("F-1", 101));
        assertThat(most.releasable()).isEqualTo(yuan(49));
        assertThat(most.releasableHoldback()).isEqualTo(yuan(49));
    }

    @Test
    void of_a_dispute_about_one_bucket_leave_the_other_alone() {
        var aboutHoldback = funds(100, 50, only("F-1", 60, Bucket.HOLDBACK));
        assertThat(aboutHoldback.effective("F-1")).isEqualTo(yuan(50));
        assertThat(aboutHoldback.releasable()).isEqualTo(yuan(100));
        assertThat(aboutHoldback.releasableHoldback()).isEqualTo(NONE);

        var aboutPrice = funds(100, 50, only("F-1", 60, Bucket.AVAILABLE));
        assertThat(aboutPrice.releasable()).isEqualTo(yuan(40));
        assertThat(aboutPrice.releasableHoldback()).isEqualTo(yuan(50));
    }

    @Test
    void release_nothing_while_an_order_stops_everything() {
        var stopped = new FrozenFunds(yuan(100), yuan(50), List.of(), true);

        assertThat(stopped.releasable()).isEqualTo(NONE);
        assertThat(stopped.releasableHoldback()).isEqualTo(NONE);
        assertThat(stopped.effectiveFrozen()).isEqualTo(NONE);
    }

    @Test
    void are_drawn_from_what_is_available_before_the_hold_back() {
        var funds = funds(100, 50, claim("F-1", 150));

        assertThat(funds.draw("F-1", yuan(100))).isEqualTo(new Draw(yuan(100), NONE));
        assertThat(funds.draw("F-1", yuan(101))).isEqualTo(new Draw(yuan(100), yuan(1)));
    }

    @Test
    void are_never_drawn_from_what_an_earlier_dispute_holds_in_a_bucket() {
        var funds = funds(100, 50, only("F-1", 80, Bucket.AVAILABLE), claim("F-2", 70));

        assertThat(funds.effective("F-2")).isEqualTo(yuan(70));
        assertThat(funds.draw("F-2", yuan(70))).isEqualTo(new Draw(yuan(20), yuan(50)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void follow_the_formula_and_never_exceed_the_money(long seed) {
        var random = new SplittableRandom(seed);
        var available = Money.fen(random.nextInt(1_000));
        var holdback = Money.fen(random.nextInt(1_000));
        var queue = new ArrayList<Claim>();
        for (var no = random.nextInt(6); no > 0; no--) {
            var amount = Optional.of(Money.fen(random.nextInt(900))).filter(_ -> random.nextInt(6) > 0);
            var bucket = switch (random.nextInt(4)) {
                case 0 -> Optional.of(Bucket.AVAILABLE);
                case 1 -> Optional.of(Bucket.HOLDBACK);
                default -> Optional.<Bucket>empty();
            };
            queue.add(new Claim("F-" + no, amount, bucket));
        }
        var funds = new FrozenFunds(available, holdback, queue, false);

        var total = NONE;
        for (var claim : queue) {
            var effective = funds.effective(claim.orderNo());
            assertThat(claim.amount().filter(effective::exceeds)).isEmpty();
            var draw = funds.draw(claim.orderNo(), effective);
            assertThat(draw.fromAvailable().exceeds(available)).isFalse();
            assertThat(draw.fromHoldback().exceeds(holdback)).isFalse();
            total = total.plus(effective);
        }
        assertThat(funds.effectiveFrozen()).isEqualTo(total);
        assertThat(total.exceeds(available.plus(holdback))).isFalse();
        // What both buckets may let go at once is never more than what no order holds.
        var free = available.plus(holdback).minus(total);
        assertThat(funds.releasable().min(funds.releasableHoldback()).exceeds(free))
                .isFalse();
        assertThat(funds.releasable().exceeds(free)).isFalse();
        assertThat(funds.releasableHoldback().exceeds(free)).isFalse();
        if (queue.stream().allMatch(claim -> claim.only().isEmpty())) {
            assertThat(funds.releasable()).isEqualTo(available.above(total.above(holdback)));
            assertThat(funds.releasableHoldback()).isEqualTo(holdback.above(total.above(available)));
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static FrozenFunds funds(long available, long holdback, Claim... queue) {
        return new FrozenFunds(yuan(available), yuan(holdback), List.of(queue), false);
    }

    private static Claim claim(String orderNo, long amount) {
        return new Claim(orderNo, Optional.of(yuan(amount)), Optional.empty());
    }

    private static Claim only(String orderNo, long amount, Bucket bucket) {
        return new Claim(orderNo, Optional.of(yuan(amount)), Optional.of(bucket));
    }

    private static Money yuan(long amount) {
        return Money.yuan(amount);
    }
}
