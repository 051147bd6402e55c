package io.coffer.command.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptDoubled;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bank books some amounts and tells of each with and without core number, with and without payer and number, any number
 * of times, in any order and all at once; calls die between any two steps and are made again. Its statement comes last.
 */
@DisplayName("Lines of the bank")
class IntakePropertiesTest {

    private static final int WALKS = Integer.getInteger("coffer.walks", 3_000);
    private static final int DEPTH_MAX = 4;
    private static final BookingPlace PLACE = new BookingPlace(Sale.CUSTODY, LocalDate.of(2026, 11, 22));
    private static final Money AMOUNT = Money.yuan(12_000);

    /** One booking as it truly is; what a notice says of payer and number is this or nothing. */
    private record Booking(int no, String payer, Optional<VirtualAccountId> number) {}

    static Stream<Long> seeds() {
        return IntStream.range(0, 30).mapToObj(Long::valueOf);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void never_credit_a_booking_twice_and_every_booking_once_after_the_statement(long seed) {
        for (var walk = 0; walk < WALKS / 30; walk++) {
            new Walk(seed * 1_000_003 + walk).run();
        }
    }

    private static final class Walk {

        private final Random random;
        private final String name;
        private final LineWorld world = new LineWorld();
        private final List<Booking> bookings = new ArrayList<>();
        private final List<Runnable> calls = new ArrayList<>();
        private int depth;

        Walk(long seed) {
            this.random = new Random(seed);
            this.name = "walk " + seed;
            var most = 1 + random.nextInt(4);
            for (var no = 0; no < most; no++) {
                bookings.add(booking(no));
            }
        }

        void run() {
            bookings.forEach(this::noticesOf);
            Collections.shuffle(calls, random);
            world.between(this::somethingElse);
            while (!calls.isEmpty()) {
                calls.removeLast().run();
                assertNoneTwice();
                if (random.nextBoolean()) {
                    world.catchUp();
                }
            }
            world.between(() -> {});
            world.catchUp();
            statement();
            assertThat(world.booked()).as(name).isEqualTo(times(bookings.size()));
            assertThat(world.log()).as(name).noneMatch(BankReceiptDoubled.class::isInstance);
        }

        private Booking booking(int no) {
            return new Booking(
                    no,
                    "acct_" + random.nextInt(2),
                    random.nextBoolean()
                            ? Optional.of(VirtualAccountId.of("307584007998", "800" + random.nextInt(2)))
                            : Optional.empty());
        }

        /** A booking is told of by at most one weak notice, however often; its number is the bank's own. */
        private void noticesOf(Booking booking) {
            var weak = notice(booking, BankReceiptId.weak("307584007998", "N-" + booking.no()));
            var strong = notice(booking, strong(booking));
            for (var times = random.nextInt(3); times > 0; times--) {
                calls.add(() -> tell(weak));
            }
            for (var times = random.nextInt(3); times > 0; times--) {
                calls.add(() -> tell(strong));
            }
        }

        private void tell(RecordReceipt notice) {
            try {
                world.notice(notice);
            } catch (Died _) {
                calls.add(() -> tell(notice));
            }
        }

        private void somethingElse() {
            if (random.nextInt(24) == 0) {
                throw new Died();
            }
            if (depth < DEPTH_MAX && !calls.isEmpty() && random.nextInt(3) == 0) {
                depth++;
                try {
                    calls.removeLast().run();
                } finally {
                    depth--;
                }
            }
        }

        private void statement() {
            for (var round = 0; round < 2; round++) {
                bookings.forEach(booking -> world.line(full(booking)));
                world.catchUp();
                assertNoneTwice();
            }
        }

        /** As many bookings are booked as there are; more is a fen that nobody paid. */
        private void assertNoneTwice() {
            assertThat(world.booked().exceeds(times(bookings.size()))).as(name).isFalse();
            var seen = new HashSet<BankReceiptId>();
            assertThat(world.log().stream()
                            .filter(BankReceiptRecorded.class::isInstance)
                            .map(BankReceiptRecorded.class::cast)
                            .allMatch(recorded -> seen.add(recorded.receipt())))
                    .as(name)
                    .isTrue();
        }

        private RecordReceipt notice(Booking booking, BankReceiptId id) {
            return record(
                    id,
                    random.nextInt(4) == 0 ? Optional.empty() : Optional.of(booking.payer()),
                    random.nextBoolean() ? booking.number() : Optional.empty());
        }

        private RecordReceipt full(Booking booking) {
            return record(strong(booking), Optional.of(booking.payer()), booking.number());
        }

        private static BankReceiptId strong(Booking booking) {
            return BankReceiptId.of(PLACE, "X" + booking.no());
        }

        private static RecordReceipt record(
                BankReceiptId id, Optional<String> payer, Optional<VirtualAccountId> number) {
            return new RecordReceipt(
                    id,
                    AMOUNT,
                    number,
                    payer.map(token ->
                            new BankAccountRef(token, "307584007998", "digest", BankAccountRef.AccountClass.PERSONAL)),
                    Optional.empty(),
                    Scenario.NOON,
                    id.isWeak() ? Optional.of(PLACE) : Optional.empty());
        }

        private static Money times(int count) {
            return Money.fen(AMOUNT.minorUnits() * count);
        }
    }

    /** The process died between two steps; whoever called calls again. */
    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
