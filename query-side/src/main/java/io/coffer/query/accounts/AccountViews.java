package io.coffer.query.accounts;

import io.coffer.api.accounts.ClosureBlocker;
import io.coffer.api.accounts.ClosureBlocker.Kind;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FrozenFunds;
import io.coffer.api.accounts.PlannedPayment;
import io.coffer.api.accounts.ReleaseCondition;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.query.accounts.AccountView.Blocker;
import io.coffer.query.accounts.AccountView.BucketsView;
import io.coffer.query.accounts.AccountView.Conditions;
import io.coffer.query.accounts.AccountView.FreezeView;
import io.coffer.query.accounts.AccountView.PartyView;
import io.coffer.query.accounts.AccountView.PayeeChangeView;
import io.coffer.query.accounts.AccountView.PayeeView;
import io.coffer.query.accounts.AccountView.Planned;
import io.coffer.query.accounts.AccountView.ReleaseView;
import io.coffer.query.accounts.AccountView.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From an account's state to what people read; live and as of an instant alike. */
final class AccountViews {

    private AccountViews() {}

    static AccountView of(AccountState account, Instant at) {
        var frozen = account.frozen(at);
        return new AccountView(
                account.account().value(),
                account.state(),
                account.contract(),
                account.parties().stream()
                        .map(party -> new PartyView(party.partyId(), party.role()))
                        .toList(),
                terms(account),
                account.custodyAccount(),
                account.number().map(VirtualAccountId::number).orElse(null),
                account.terms().plan().stream()
                        .map(planned -> planned(planned, account))
                        .toList(),
                new BucketsView(
                        Amount.of(account.buckets().available()),
                        Amount.of(account.buckets().inRelease()),
                        Amount.of(account.buckets().holdback())),
                Amount.of(account.buckets().total()),
                Amount.of(account.releasable(at)),
                Amount.of(frozen.releasableHoldback()),
                Amount.of(frozen.effectiveFrozen()),
                flags(account, at),
                Amount.of(account.apart()),
                Amount.of(account.returned().plus(account.reissued())),
                new Conditions(
                        account.terms().releaseConditions(),
                        account.confirmed(),
                        missing(account),
                        account.areConditionsMet()),
                account.payees().values().stream().map(AccountViews::payee).toList(),
                account.releases().stream().map(AccountViews::release).toList(),
                account.freezes().stream()
                        .map(freeze -> freeze(freeze, frozen, at))
                        .toList(),
                HoldbackView.of(account, at),
                account.termination().map(TerminationView::of).orElse(null),
                blockers(account, at).stream()
                        .map(blocker -> new Blocker(blocker.kind(), blocker.subject(), Amount.of(blocker.amount())))
                        .toList(),
                account.openedAt(),
                account.changedAt(),
                account.version(),
                account.position());
    }

    static Set<ReleaseCondition> missing(AccountState account) {
        var missing = new TreeSet<>(account.terms().releaseConditions().named());
        missing.removeAll(account.confirmed());
        return missing;
    }

    /** Everything that keeps the account open, at once; nothing for one that is closed or cancelled. */
    static List<ClosureBlocker> blockers(AccountState account, Instant at) {
        if (account.state() == AccountStatus.CLOSED || account.state() == AccountStatus.CANCELLED) {
            return List.of();
        }
        var id = account.account().value();
        var blockers = new ArrayList<ClosureBlocker>();
        if (!account.state().isDone() && !account.waitsForRefundsOnly()) {
            blockers.add(new ClosureBlocker(
                    Kind.NOT_COMPLETED,
                    account.state().name(),
                    account.missing().plus(account.missingHoldback())));
        }
        var balance = account.buckets().total().minus(account.refunding());
        if (!balance.isZero()) {
            blockers.add(new ClosureBlocker(Kind.BALANCE_NOT_ZERO, id, balance));
        }
        account.releases(Release.State.REQUESTED)
                .forEach(release -> blockers.add(
                        new ClosureBlocker(Kind.RELEASE_UNDECIDED, release.releaseNo(), release.amount())));
        account.releases(Release.State.APPROVED).forEach(release -> blockers.add(inTransit(release)));
        Stream.of(Release.State.RETURNED, Release.State.REISSUE_REQUESTED)
                .flatMap(state -> account.releases(state).stream())
                .forEach(release ->
                        blockers.add(new ClosureBlocker(Kind.RETURN_UNDECIDED, release.releaseNo(), release.amount())));
        account.releases(Release.State.REISSUED).forEach(release -> blockers.add(inTransit(release)));
        account.payees().forEach((partyId, standing) -> {
            if (standing.proposed().isPresent()) {
                blockers.add(new ClosureBlocker(Kind.PAYEE_CHANGE_UNDECIDED, partyId, Money.ZERO));
            }
        });
        account.holdback().claims().stream()
                .filter(account::isOpen)
                .forEach(claim -> blockers.add(new ClosureBlocker(Kind.CLAIM_OPEN, claim.claimNo(), claim.amount())));
        account.excess()
                .forEach(excess -> blockers.add(new ClosureBlocker(
                        excess.isRefunding() ? Kind.REFUND_IN_TRANSIT : Kind.EXCESS_UNDECIDED,
                        excess.receipt().value(),
                        excess.amount())));
        var frozen = account.frozen(at);
        account.freezes().stream()
                .filter(freeze -> freeze.isInForce(at))
                .map(freeze -> freeze.order().orderNo())
                .forEach(orderNo ->
                        blockers.add(new ClosureBlocker(Kind.FREEZE_IN_FORCE, orderNo, frozen.effective(orderNo))));
        return blockers;
    }

    private static ClosureBlocker inTransit(Release release) {
        return new ClosureBlocker(
                release.refund().isPresent() ? Kind.REFUND_IN_TRANSIT : Kind.PAYOUT_IN_TRANSIT,
                release.releaseNo(),
                release.amount());
    }

    private static PayeeView payee(PayeeStanding standing) {
        var account = standing.payee().account();
        return new PayeeView(
                standing.payee().partyId(),
                account.token(),
                account.bankCode(),
                account.accountClass(),
                standing.effectiveFrom().orElse(null),
                standing.proposed().map(AccountViews::change).orElse(null));
    }

    private static PayeeChangeView change(PayeeStanding.Proposed proposed) {
        var account = proposed.payee().account();
        return new PayeeChangeView(
                proposed.changeNo(),
                account.token(),
                account.bankCode(),
                account.accountClass(),
                proposed.requestedBy(),
                proposed.at());
    }

    private static Set<FreezeKind> flags(AccountState account, Instant at) {
        return account.freezes().stream()
                .filter(freeze -> freeze.isInForce(at))
                .map(freeze -> freeze.order().kind())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static FreezeView freeze(Freeze freeze, FrozenFunds frozen, Instant at) {
        var order = freeze.order();
        return new FreezeView(
                order.orderNo(),
                order.kind(),
                order.authority(),
                order.amount().map(Amount::of).orElse(null),
                order.item().orElse(null),
                freeze.isInForce(at),
                freeze.end(),
                freeze.queueNo(),
                Amount.of(frozen.effective(order.orderNo())),
                Amount.of(freeze.shortfall()),
                freeze.frozenAt(),
                freeze.expiresAt().orElse(null));
    }

    private static Terms terms(AccountState account) {
        var terms = account.terms();
        return new Terms(
                terms.agreementVersion(),
                account.signed(),
                account.supplementNo(),
                Amount.of(terms.expected()),
                Amount.of(terms.tiers().oneCheckerFrom()),
                Amount.of(terms.tiers().twoCheckersAbove()));
    }

    private static Planned planned(PlannedPayment planned, AccountState account) {
        var received = account.received(planned.item());
        return new Planned(
                planned.item(),
                planned.payerRole(),
                planned.dueDate(),
                Amount.of(planned.expected()),
                Amount.of(received),
                Amount.of(planned.expected().above(received)));
    }

    private static ReleaseView release(Release release) {
        return new ReleaseView(
                release.releaseNo(),
                release.partyId().orElse(null),
                release.orderNo().orElse(null),
                Amount.of(release.amount()),
                release.state(),
                release.requestedBy(),
                release.checkersRequired(),
                release.requestedAt(),
                release.changedAt(),
                release.payout().map(Object::toString).orElse(null),
                release.refund().map(Object::toString).orElse(null),
                release.approvalId().orElse(null),
                release.reason().orElse(null),
                release.returned().map(back -> back.payout().value()).orElse(null),
                release.returned()
                        .map(Returned::reissueNo)
                        .filter(number -> number > 0)
                        .orElse(null));
    }
}
