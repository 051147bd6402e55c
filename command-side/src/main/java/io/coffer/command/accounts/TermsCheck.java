package io.coffer.command.accounts;

import io.coffer.api.accounts.AgreementCommand.OpenEscrowAccount;
import io.coffer.api.accounts.ApprovalTiers;
import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.accounts.FreezeTerms;
import io.coffer.api.accounts.HoldbackTerms;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.accounts.PlannedPayment;
import io.coffer.api.accounts.ReleaseConditions;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Whether terms can be kept at all. Lists everything that is wrong at once. */
final class TermsCheck {

    static final int MOST_PARTIES = 20;
    static final int MOST_PAYMENTS = 7;

    /** No contract is older; a mistyped year is. */
    private static final int EARLIEST_YEAR = 2000;

    /** No single contract is worth more than 100 billion yuan; sums of seven such lines stay far inside a long. */
    private static final long MOST_FEN = 10_000_000_000_000L;

    private static final int LONGEST_DISPUTE_DAYS = 90;
    private static final int LONGEST_RISK_HOURS = 72;
    private static final int LONGEST_OBJECTION_DAYS = 60;

    private TermsCheck() {}

    static List<String> reasonsAgainst(OpenEscrowAccount command) {
        var reasons = new ArrayList<String>();
        if (!command.account().contractNo().equals(command.contract().contractNo())) {
            reasons.add("the contract number is not the account's");
        }
        var ids = new HashSet<String>();
        command.parties().stream()
                .filter(party -> !ids.add(party.partyId()))
                .forEach(party -> reasons.add("party " + party.partyId() + " is named twice"));
        if (command.parties().size() > MOST_PARTIES) {
            reasons.add("more than " + MOST_PARTIES + " parties");
        }
        reasons.addAll(reasonsAgainst(command.terms(), command.parties()));
        return reasons;
    }

    static List<String> reasonsAgainst(EscrowTerms terms, List<Party> parties) {
        var reasons = new ArrayList<String>();
        require(has(parties, PartyRole.BUYER), "no buyer", reasons);
        require(has(parties, PartyRole.SELLER), "no seller", reasons);
        require(!terms.plan().isEmpty(), "no planned payment", reasons);
        require(terms.plan().size() <= MOST_PAYMENTS, "more than " + MOST_PAYMENTS + " planned payments", reasons);
        require(
                terms.plan().stream().map(PlannedPayment::item).distinct().count()
                        == terms.plan().size(),
                "a payment item is planned twice",
                reasons);
        for (var planned : terms.plan()) {
            require(!planned.expected().isZero(), planned.item() + " expects nothing", reasons);
            require(planned.expected().minorUnits() <= MOST_FEN, planned.item() + " expects too much", reasons);
            require(planned.dueDate().getYear() >= EARLIEST_YEAR, planned.item() + " was due in another age", reasons);
            require(has(parties, planned.payerRole()), planned.item() + " has a payer role that no party has", reasons);
        }
        require(
                terms.tiers().twoCheckersAbove().compareTo(terms.tiers().oneCheckerFrom()) >= 0,
                "the second tier lies below the first",
                reasons);
        var standard = ApprovalTiers.standard();
        require(
                !terms.tiers().oneCheckerFrom().exceeds(standard.oneCheckerFrom())
                        && !terms.tiers().twoCheckersAbove().exceeds(standard.twoCheckersAbove()),
                "the tiers ask for fewer people than the standard " + standard.oneCheckerFrom() + " and "
                        + standard.twoCheckersAbove(),
                reasons);
        conditions(terms.releaseConditions(), reasons);
        terms.freezes().ifPresent(freezes -> freezes(freezes, reasons));
        terms.holdback().ifPresent(holdback -> holdback(holdback, terms, reasons));
        return reasons;
    }

    private static void freezes(FreezeTerms freezes, List<String> reasons) {
        require(
                freezes.disputeDays() >= 1 && freezes.disputeDays() <= LONGEST_DISPUTE_DAYS,
                "a dispute holds money for 1 to " + LONGEST_DISPUTE_DAYS + " days",
                reasons);
        require(
                freezes.riskHours() >= 1 && freezes.riskHours() <= LONGEST_RISK_HOURS,
                "fraud prevention decides within 1 to " + LONGEST_RISK_HOURS + " hours",
                reasons);
    }

    private static void holdback(HoldbackTerms holdback, EscrowTerms terms, List<String> reasons) {
        require(!holdback.amount().isZero(), "a hold-back of nothing", reasons);
        require(holdback.amount().minorUnits() <= MOST_FEN, "the hold-back is too much", reasons);
        require(
                holdback.objectionDays() >= 1 && holdback.objectionDays() <= LONGEST_OBJECTION_DAYS,
                "the seller objects to a claim within 1 to " + LONGEST_OBJECTION_DAYS + " days",
                reasons);
        switch (holdback.source()) {
            case FROM_BUYER_PAYMENT ->
                require(
                        terms.plan().stream()
                                        .map(PlannedPayment::expected)
                                        .mapToLong(Money::minorUnits)
                                        .limit(MOST_PAYMENTS)
                                        .sum()
                                > holdback.amount().minorUnits(),
                        "the hold-back is all of the price",
                        reasons);
            case PAID_BY_SELLER ->
                require(
                        terms.plan().stream().noneMatch(planned -> planned.item() == PaymentItem.HOLDBACK_DEPOSIT),
                        "the hold-back that the seller pays in is in the plan too",
                        reasons);
        }
    }

    private static void conditions(ReleaseConditions tree, List<String> reasons) {
        if (tree.depth() > ReleaseConditions.DEEPEST) {
            reasons.add("the release conditions are nested deeper than " + ReleaseConditions.DEEPEST);
            return;
        }
        var parts = switch (tree) {
            case ReleaseConditions.AllOf(var all) -> all;
            case ReleaseConditions.AnyOf(var any) -> any;
            case ReleaseConditions.Single _ -> List.<ReleaseConditions>of();
        };
        require(tree instanceof ReleaseConditions.Single || !parts.isEmpty(), "an empty group of conditions", reasons);
        require(parts.size() <= ReleaseConditions.WIDEST, "a group of conditions is too wide", reasons);
        parts.forEach(part -> conditions(part, reasons));
    }

    private static boolean has(List<Party> parties, PartyRole role) {
        return parties.stream().anyMatch(party -> party.role() == role);
    }

    private static void require(boolean holds, String otherwise, List<String> reasons) {
        if (!holds) {
            reasons.add(otherwise);
        }
    }
}
