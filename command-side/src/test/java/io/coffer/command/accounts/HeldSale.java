package io.coffer.command.accounts;

import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.CONTRACT;
import static io.coffer.command.accounts.Sale.CUSTODY;
import static io.coffer.command.accounts.Sale.DEED;
import static io.coffer.command.accounts.Sale.HELD_TERMS;
import static io.coffer.command.accounts.Sale.PARTIES;
import static io.coffer.command.accounts.Sale.PRICE;
import static io.coffer.command.kernel.Scenario.NOON;

import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimed;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReserved;
import io.coffer.api.accounts.HoldbackEvent.PropertyHandedOver;
import io.coffer.api.accounts.Leg;
import io.coffer.api.accounts.LegRequest;
import io.coffer.api.accounts.PayeeEvent.PayeeBound;
import io.coffer.api.accounts.Signature;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.People;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The same sale with a part of the price that stays until handover. */
final class HeldSale {

    static final Money KEPT = Money.yuan(50_000);
    static final Money CLAIM = Money.yuan(3_000);
    static final Money REST = KEPT.minus(CLAIM);
    static final Money RELEASED = PRICE.minus(KEPT);
    static final Instant OBJECTION_ENDS = NOON.plus(Duration.ofDays(5));
    static final HoldbackReserved RESERVED = new HoldbackReserved(ACCOUNT, KEPT);
    static final List<Signature> BOTH_SIGN = Sale.SIGNED;
    static final PropertyHandedOver HANDED_OVER = new PropertyHandedOver(ACCOUNT, BOTH_SIGN);
    static final PayeeBound BUYER_BOUND = new PayeeBound(ACCOUNT, Sale.BUYER, List.of(DEED));

    private HeldSale() {}

    static EscrowAccountOpened opened() {
        return new EscrowAccountOpened(ACCOUNT, CONTRACT, PARTIES, HELD_TERMS, CUSTODY);
    }

    /** All money is here, and may go to the bound seller. */
    static List<EscrowEvent> releasable() {
        var events = new ArrayList<>(Sale.releasable());
        events.set(0, opened());
        return events;
    }

    /** The price but the hold-back is paid out. */
    static List<EscrowEvent> heldBack() {
        var events = releasable();
        events.addAll(List.of(
                RESERVED,
                Sale.requested("R-1", RELEASED),
                Sale.approved("R-1", RELEASED),
                Sale.paid("R-1", RELEASED),
                BUYER_BOUND));
        return events;
    }

    static HoldbackClaimed claimed(String claimNo, Money amount) {
        return new HoldbackClaimed(
                ACCOUNT, claimNo, "B-1", amount, List.of(DEED), OBJECTION_ENDS, People.BUSINESS.subject());
    }

    static LegRequest toSeller(String legNo, Money amount) {
        return new LegRequest(legNo, "S-1", amount, Optional.empty());
    }

    static LegRequest toBuyer(String legNo, Money amount, String claimNo) {
        return new LegRequest(legNo, "B-1", amount, Optional.of(claimNo));
    }

    static Leg leg(LegRequest asked) {
        return new Leg(
                asked.legNo(),
                asked.partyId().equals("S-1") ? Sale.SELLER : Sale.BUYER,
                asked.amount(),
                asked.claimNo());
    }
}
