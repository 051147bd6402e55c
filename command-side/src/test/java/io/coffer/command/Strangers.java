package io.coffer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.ReceiptDeclined;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.PayeeEvent.PayeeBound;
import io.coffer.api.accounts.PayeeEvent.PayeeChanged;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Party;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.MatchedBy;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptAssigned;
import io.coffer.api.receipts.SuspenseReason;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whose money a contract has without anybody's word: told by names and accounts alone, from events alone. */
final class Strangers {

    private final Map<EscrowAccountId, EscrowAccountOpened> contracts = new HashMap<>();
    private final Map<EscrowAccountId, Set<String>> known = new HashMap<>();
    private final Map<BankReceiptId, BankReceiptAssigned> assigned = new HashMap<>();
    private final Set<SuspenseReason> declined = EnumSet.noneOf(SuspenseReason.class);

    void witness(DomainEvent event) {
        switch (event) {
            case EscrowAccountOpened e -> {
                contracts.put(e.account(), e);
                e.parties().forEach(party -> party.nameDigest().ifPresent(name -> know(e.account(), name)));
            }
            case PayeeBound e -> know(e.account(), e.payee());
            case PayeeChanged e -> know(e.account(), e.payee());
            case BankReceiptAssigned e -> assigned.put(e.receipt(), e);
            case EscrowFunded e -> assertNoStrangers(e);
            case ReceiptDeclined e -> declined.add(e.reason());
            default -> {
                // Tells nothing about who paid.
            }
        }
    }

    /** Why accounts did not take what was assigned to them. */
    Set<SuspenseReason> declined() {
        return declined;
    }

    private void assertNoStrangers(EscrowFunded event) {
        var contract = contracts.get(event.account());
        var word = assigned.get(event.receipt());
        assertThat(contract).isNotNull();
        assertThat(word).isNotNull();
        if (contract == null || word == null || isPeoples(word) || !isNamed(contract)) {
            return;
        }
        event.payer()
                .filter(BankAccountRef::hasHolder)
                .ifPresent(payer -> assertThat(Set.of(payer.holderDigest(), payer.token()))
                        .as("whose money is %s", event)
                        .anyMatch(known.getOrDefault(event.account(), Set.of())::contains));
    }

    private static boolean isPeoples(BankReceiptAssigned word) {
        return word.matchedBy().filter(by -> by == MatchedBy.PEOPLE).isPresent();
    }

    private static boolean isNamed(EscrowAccountOpened contract) {
        return contract.parties().stream().map(Party::nameDigest).noneMatch(Optional::isEmpty);
    }

    private void know(EscrowAccountId account, Payee payee) {
        know(account, payee.account().token());
        know(account, payee.account().holderDigest());
    }

    private void know(EscrowAccountId account, String digest) {
        known.computeIfAbsent(account, _ -> new HashSet<>()).add(digest);
    }
}
