package io.coffer.command.promotions;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.promotions.CampaignCommand;
import io.coffer.api.promotions.CampaignEvent;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.PureAggregate;
import java.time.Instant;
import java.util.Set;

/** A campaign, without Axon. */
public final class PureCampaign implements PureAggregate {

    private CampaignState state = CampaignState.initial();

    @Override
    public Decision<? extends DomainEvent> decide(Command command, Given given) {
        return CampaignRules.decide(state, (CampaignCommand) command, given);
    }

    @Override
    public void apply(DomainEvent event, Instant bookedAt) {
        state = state.after((CampaignEvent) event);
    }

    @Override
    public Object state() {
        return state;
    }

    public Money left() {
        return created().left();
    }

    public Money consumed() {
        return created().consumed();
    }

    public Money borne() {
        return created().borne();
    }

    /** The orders that nobody has paid yet. */
    public Set<PaymentOrderId> locked() {
        return created().locked().keySet();
    }

    private Campaign created() {
        return (Campaign) state;
    }

    /** The slice's policy, for worlds that run without the kernel. */
    public static Policy policy() {
        return new CampaignPolicy();
    }
}
