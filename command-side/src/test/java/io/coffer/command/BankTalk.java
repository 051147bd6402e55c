package io.coffer.command;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.payouts.PayoutCommand.AcceptPayout;
import io.coffer.api.payouts.PayoutCommand.ConfirmPayout;
import io.coffer.api.payouts.PayoutCommand.MarkUnknown;
import io.coffer.api.payouts.PayoutCommand.RecordNotFound;
import io.coffer.api.payouts.PayoutCommand.RegisterReturn;
import io.coffer.api.payouts.PayoutCommand.RequestResolution;
import io.coffer.api.payouts.PayoutCommand.SubmitPayout;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutOutcome;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.api.receipts.LineCommand.DeclineReturn;
import io.coffer.api.receipts.LineCommand.HandOverReturn;
import io.coffer.api.receipts.LineCommand.NoteReturn;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.command.RandomBank.Heard;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.People;
import io.coffer.command.kernel.Scenario;
import io.coffer.command.payouts.PurePayout;
import io.coffer.command.payouts.PureSwitch;
import io.coffer.command.receipts.PureBankReceipt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What happens between us and the bank about one payout: calls, questions, callbacks, papers; crashes in between. */
final class BankTalk {

    private static final Evidence PAPER = new Evidence("D-9", "BANK_LETTER", "9".repeat(64));

    private final World world;
    private final RandomBank bank;
    private final RandomGenerator random;

    BankTalk(World world, RandomBank bank, RandomGenerator random) {
        this.world = world;
        this.bank = bank;
        this.random = random;
    }

    void step(PayoutId payout) {
        switch (random.nextInt(8)) {
            case 0 -> bank.work(payout);
            case 1 -> callback(payout);
            case 2 -> papers(payout);
            default -> desk(payout);
        }
    }

    private void desk(PayoutId payout) {
        var stage = world.find(payout, PurePayout.class).map(PurePayout::stage).orElse("UNCREATED");
        switch (stage) {
            case "CREATED", "NOT_FOUND" -> submit(payout);
            case "SUBMITTING" -> world.give(new MarkUnknown(payout, "the call's outcome is missing"), People.POLICY);
            case "SUBMITTED", "UNKNOWN" -> hear(payout, bank.query(payout));
            default -> {}
        }
    }

    private void submit(PayoutId payout) {
        var stopped = world.find(PayoutSwitchId.all(), PureSwitch.class)
                .filter(PureSwitch::isStopped)
                .isPresent();
        var claimed = world.give(new SubmitPayout(payout, stopped), People.POLICY);
        // One in eight dies between the claim and the call, one in eight between the call and its answer.
        if (claimed && random.nextInt(8) != 0) {
            var heard = bank.call(payout);
            if (random.nextInt(8) != 0) {
                hear(payout, heard);
            }
        }
    }

    private void hear(PayoutId payout, Heard heard) {
        switch (heard) {
            case NOTHING -> world.give(new MarkUnknown(payout, "timeout"), People.POLICY);
            case UNKNOWN_NUMBER -> world.give(new RecordNotFound(payout), People.POLICY);
            case AT_IT -> world.give(new AcceptPayout(payout), People.POLICY);
            case OUTCOME -> callback(payout);
        }
    }

    /** Several times, as banks do: by notice, by statement and directly; sometimes without a name, or as a receipt. */
    void giveBack(PayoutId payout) {
        bank.giveBack(payout).ifPresent(back -> {
            for (var times = 0; times < 2; times++) {
                switch (random.nextInt(6)) {
                    case 0 -> world.give(asReceipt(back), People.BANK);
                    case 1 -> {
                        world.give(line(back, Optional.empty(), false), People.BANK);
                        if (random.nextBoolean()) {
                            world.give(new HandOverReturn(back.receipt(), payout), People.OPERATOR);
                        }
                    }
                    case 2, 3 -> world.give(line(back, Optional.of(payout), false), People.BANK);
                    default -> directly(back);
                }
            }
        });
    }

    /** The line is claimed before the payout is asked. */
    private void directly(RegisterReturn back) {
        if (world.ask(line(back, Optional.of(back.payout()), true), People.BANK)
                instanceof Decision.Accepted<? extends DomainEvent>) {
            world.find(back.receipt(), PureBankReceipt.class)
                    .flatMap(PureBankReceipt::question)
                    .ifPresent(question -> {
                        if (isRefused(world.answer(question, back, People.BANK))) {
                            var declined = new DeclineReturn(back.receipt(), back.payout(), "REFUSED");
                            world.answer(question, declined, People.BANK);
                        }
                    });
        }
    }

    private static boolean isRefused(Optional<Decision<? extends DomainEvent>> answer) {
        return answer.filter(Decision.Rejected.class::isInstance).isPresent();
    }

    private static NoteReturn line(RegisterReturn back, Optional<PayoutId> payout, boolean isAsked) {
        return new NoteReturn(
                back.receipt(), back.amount(), payout, Optional.empty(), Optional.empty(), Scenario.NOON, isAsked);
    }

    private static RecordReceipt asReceipt(RegisterReturn back) {
        return new RecordReceipt(
                back.receipt(),
                back.amount(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Scenario.NOON,
                Optional.empty());
    }

    private void callback(PayoutId payout) {
        bank.outcome(payout).ifPresent(outcome -> {
            world.give(new ConfirmPayout(payout, outcome), People.BANK);
            world.give(new ConfirmPayout(payout, outcome), People.BANK);
        });
    }

    /** The bank's papers tell the truth of their day: what it never heard of, it has not paid. */
    private void papers(PayoutId payout) {
        if (bank.query(payout) != Heard.AT_IT) {
            world.pass(Duration.ofDays(1));
            var outcome = bank.outcome(payout).orElseGet(() -> new PayoutOutcome.Refused("NEVER_ARRIVED"));
            world.give(new RequestResolution(payout, outcome, List.of(PAPER)), People.OPERATOR);
        }
    }
}
