package io.coffer.command.settlements;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.Actor;
import io.coffer.api.ledger.AccountCode;
import io.coffer.api.ledger.Posting;
import io.coffer.api.ledger.Postings;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.settlements.Clearing;
import io.coffer.api.settlements.SettlementCommand;
import io.coffer.api.settlements.SettlementCommand.RecordClearing;
import io.coffer.api.settlements.SettlementCommand.ReverseSettlement;
import io.coffer.api.settlements.SettlementCommand.SettleChannel;
import io.coffer.api.settlements.SettlementCommand.TakeSettlementFile;
import io.coffer.api.settlements.SettlementEvent;
import io.coffer.api.settlements.SettlementEvent.ChannelSettled;
import io.coffer.api.settlements.SettlementEvent.ClearingRecorded;
import io.coffer.api.settlements.SettlementEvent.SettlementReversed;
import io.coffer.api.settlements.SettlementLine;
import io.coffer.api.settlements.SettlementLine.Kind;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A settlement, whatever comes in whatever order,")
class SettlementPropertiesTest {

    private static final int WALKS = 2_000;
    private static final int STEPS = 40;
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final ChannelSettlementId DAY = ChannelSettlementId.of("WECHAT", LocalDate.of(2026, 11, 23));

    @Test
    void never_takes_more_than_was_booked_and_no_receipt_twice() {
        var happened = new HashSet<String>();
        for (var seed = 0; seed < WALKS; seed++) {
            happened.addAll(new Walk(seed).go());
        }
        assertThat(happened)
                .as("the walks get everywhere")
                .contains(
                        "ClearingRecorded",
                        "SettlementFileTaken",
                        "SettlementLinesListed",
                        "ChannelSettled",
                        "SettlementReversed",
                        "SettlementReceiptDeclined",
                        "Rejected");
    }

    /** One settlement that is booked to, listed and paid without any order. */
    private static final class Walk {

        private final long seed;
        private final Random dice;
        private final PureSettlement settlement = new PureSettlement();
        private final List<SettlementLine> booked = new ArrayList<>();
        private final Set<BankReceiptId> taken = new HashSet<>();
        private final Set<String> happened = new HashSet<>();
        private long settled;
        private int number;

        Walk(long seed) {
            this.seed = seed;
            this.dice = new Random(seed);
        }

        Set<String> go() {
            for (var step = 0; step < STEPS; step++) {
                switch (dice.nextInt(5)) {
                    case 0, 1 -> say(new RecordClearing(DAY, line()), POLICY);
                    case 2 -> say(file(), BANK);
                    case 3 -> say(new ReverseSettlement(DAY, receipt(), number++, Optional.empty()), POLICY);
                    default ->
                        say(
                                new SettleChannel(
                                        DAY,
                                        receipt(),
                                        Money.fen(1 + dice.nextInt(300)),
                                        Optional.empty(),
                                        Sale.CUSTODY,
                                        false),
                                POLICY);
                }
            }
            return happened;
        }

        private SettlementLine line() {
            var kind = KINDS.get(dice.nextInt(KINDS.size()));
            var amount = Money.fen(1 + dice.nextInt(200));
            var fee = Money.fen(kind == Kind.PAYMENT ? dice.nextLong(amount.minorUnits() + 1) : 0);
            return new SettlementLine(kind, "N" + number++, amount, fee);
        }

        /** What was booked, or a part of it; sometimes under a wrong version. */
        private TakeSettlementFile file() {
            var lines = booked.subList(0, dice.nextInt(booked.size() + 1));
            var net = Clearing.of(lines).net();
            return new TakeSettlementFile(
                    DAY, 1 + dice.nextInt(3), lines.size(), net, Optional.empty(), Optional.empty(), lines);
        }

        private BankReceiptId receipt() {
            return Sale.receipt("S-" + dice.nextInt(8));
        }

        private void say(SettlementCommand command, Actor actor) {
            var decision = settlement.decide(command, new Given(actor, Scenario.NOON));
            if (!(decision instanceof Decision.Accepted<?>(var events))) {
                happened.add("Rejected");
                return;
            }
            for (var event : events) {
                var fact = (SettlementEvent) event;
                settlement.apply(fact, Scenario.NOON);
                happened.add(fact.getClass().getSimpleName());
                if (fact instanceof ClearingRecorded e) {
                    booked.add(e.line());
                }
                if (fact instanceof SettlementReversed e) {
                    assertThat(taken.remove(e.receipt()))
                            .as("seed %d: %s", seed, e)
                            .isTrue();
                    settled -= posted(e, Posting.Side.DEBIT);
                }
                if (fact instanceof ChannelSettled e) {
                    assertThat(taken.add(e.receipt()))
                            .as("seed %d: %s", seed, e)
                            .isTrue();
                    settled += posted(e, Posting.Side.CREDIT);
                    var sum = Clearing.of(booked);
                    assertThat(settled)
                            .as("seed %d: %s", seed, e)
                            .isLessThanOrEqualTo(
                                    sum.owed().minorUnits() - sum.kept().minorUnits());
                }
            }
        }

        private static long posted(SettlementEvent event, Posting.Side side) {
            return Postings.of(event, Postings.CURRENT).getFirst().postings().stream()
                    .filter(line -> line.account().code() == AccountCode.R1101 && line.side() == side)
                    .mapToLong(line -> line.amount().minorUnits())
                    .sum();
        }
    }
}
