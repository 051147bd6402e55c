package io.coffer.command;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.refunds.RefundCommand.CancelRefund;
import io.coffer.api.refunds.RefundCommand.RequestReroute;
import io.coffer.api.refunds.RefundId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.People;
import io.coffer.command.refunds.PureRefund;
import java.util.List;
import java.util.random.RandomGenerator;

/** What people do about a buyer's part that has not reached its payer. */
final class RefundSteps {

    private final World world;
    private final RandomGenerator random;

    RefundSteps(World world, RandomGenerator random) {
        this.world = world;
        this.random = random;
    }

    /** Mostly about one that waits for them; sometimes too early, too late, or to somebody else's account. */
    void step() {
        var all = world.ids(RefundId.class);
        var waiting = all.stream()
                .filter(refund -> stage(refund).equals("REROUTE_PENDING"))
                .toList();
        var from = waiting.isEmpty() || random.nextInt(4) == 0 ? all : waiting;
        if (!from.isEmpty()) {
            act(from.get(random.nextInt(from.size())));
        }
    }

    private void act(RefundId refund) {
        var people = random.nextBoolean() ? People.BUSINESS : People.OPERATOR;
        switch (random.nextInt(5)) {
            case 0 -> world.give(new CancelRefund(refund, "NOT_WANTED"), people);
            case 1 -> world.give(new RequestReroute(refund, account("H-OTHER"), List.of(Sale.DEED)), people);
            default ->
                world.find(refund, PureRefund.class)
                        .flatMap(PureRefund::payer)
                        .ifPresent(payer -> world.give(
                                new RequestReroute(
                                        refund,
                                        account(payer.hasHolder() ? payer.holderDigest() : "H-7"),
                                        List.of(Sale.DEED)),
                                people));
        }
    }

    private static BankAccountRef account(String holder) {
        return new BankAccountRef("T-NEW", "307584007998", holder, BankAccountRef.AccountClass.PERSONAL);
    }

    private String stage(RefundId refund) {
        return world.find(refund, PureRefund.class).map(PureRefund::stage).orElse("");
    }
}
