package io.coffer.command.receipts;

import static io.coffer.command.accounts.Sale.CUSTODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.AgreementEvent.SupplementSigned;
import io.coffer.api.accounts.ClosureEvent.AccountClosureRequested;
import io.coffer.api.accounts.ClosureEvent.EscrowAccountCancelled;
import io.coffer.api.accounts.ContractRef;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.accounts.FundingEvent.PaymentItemPartiallyFunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemSettled;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.accounts.PlannedPayment;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.money.Money;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.CommandDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("What accounts expect of a payer")
class ExpectedPaymentsTest {

    private static final EscrowAccountId MINE = EscrowAccountId.of(new TenantId("acme"), "C-1");
    private static final EscrowAccountId YOURS = EscrowAccountId.of(new TenantId("globex"), "C-1");
    private static final Money TEN = Money.yuan(10);
    private static final Money TWENTY = Money.yuan(20);
    private static final Money THIRTY = Money.yuan(30);
    private static final Money FEN = Money.fen(1);

    private final JdbcClient rows = JdbcClient.create(CommandDatabase.create().runtime("command"));
    private final ExpectedPayments payments = new ExpectedPayments();
    private final Candidates candidates = new ExpectedPayments.Kept(rows);

    @Test
    void is_one_item_or_all_of_them_to_the_fen() {
        keep(opened(MINE));
        assertThat(expecting("N-B", TEN)).containsExactly(MINE);
        assertThat(expecting("N-B", TWENTY)).containsExactly(MINE);
        assertThat(expecting("N-B", THIRTY)).containsExactly(MINE);
        assertThat(expecting("N-L", TWENTY)).containsExactly(MINE);
        assertThat(expecting("N-B", TEN.plus(FEN))).isEmpty();
        assertThat(expecting("N-B", TEN.minus(FEN))).isEmpty();
        assertThat(expecting("N-S", TEN)).isEmpty();
        assertThat(expecting("-", TEN)).isEmpty();
        assertThat(candidates.expecting(new CustodyAccount("307584007998", "1"), "N-B", TEN))
                .isEmpty();
    }

    @Test
    void is_what_has_not_come_in_yet() {
        keep(opened(MINE));
        keep(new PaymentItemPartiallyFunded(MINE, PaymentItem.DOWN_PAYMENT, FEN, TEN.minus(FEN)));
        assertThat(expecting("N-B", TEN)).isEmpty();
        assertThat(expecting("N-B", TEN.minus(FEN))).containsExactly(MINE);
        assertThat(expecting("N-B", THIRTY.minus(FEN))).containsExactly(MINE);
        keep(new PaymentItemSettled(MINE, PaymentItem.DOWN_PAYMENT, TEN));
        assertThat(expecting("N-B", TEN.minus(FEN))).isEmpty();
        assertThat(expecting("N-B", TWENTY)).containsExactly(MINE);
        // Taken back as a mistake.
        keep(new PaymentItemPartiallyFunded(MINE, PaymentItem.DOWN_PAYMENT, Money.ZERO, TEN));
        assertThat(expecting("N-B", TEN)).containsExactly(MINE);
    }

    @Test
    void follows_new_terms_and_keeps_what_came_in() {
        keep(opened(MINE));
        keep(new PaymentItemSettled(MINE, PaymentItem.DOWN_PAYMENT, TEN));
        var terms = terms(planned(PaymentItem.DOWN_PAYMENT, THIRTY), planned(PaymentItem.TAIL_PAYMENT, FEN));
        keep(new SupplementSigned(MINE, 1, terms, List.of()));
        assertThat(expecting("N-B", TWENTY)).containsExactly(MINE);
        assertThat(expecting("N-B", FEN)).containsExactly(MINE);
        assertThat(expecting("N-B", TWENTY.plus(FEN))).containsExactly(MINE);
        assertThat(expecting("N-B", THIRTY)).isEmpty();
    }

    @Test
    void is_of_every_account_that_expects_it() {
        keep(opened(MINE));
        keep(opened(YOURS));
        assertThat(expecting("N-B", TEN)).containsExactly(MINE, YOURS);
    }

    @Test
    void ends_with_the_account() {
        for (DomainEvent end : List.of(
                new EscrowAccountCancelled(MINE, "X", Optional.empty()),
                new AccountClosureRequested(MINE, Optional.empty()),
                new TerminationExecuted(MINE, 1, List.of(), CUSTODY, Optional.empty()))) {
            keep(opened(MINE));
            assertThat(expecting("N-B", TEN)).containsExactly(MINE);
            keep(end);
            assertThat(expecting("N-B", TEN)).isEmpty();
        }
    }

    private void keep(DomainEvent event) {
        payments.keep(event, rows);
    }

    private List<EscrowAccountId> expecting(String name, Money amount) {
        return candidates.expecting(CUSTODY, name, amount);
    }

    private static EscrowAccountOpened opened(EscrowAccountId account) {
        return new EscrowAccountOpened(
                account,
                new ContractRef(account.contractNo(), Sale.open().contract().businessLine(), "110105"),
                List.of(
                        new Party("B-1", PartyRole.BUYER, Optional.of("N-B")),
                        new Party("B-2", PartyRole.BUYER),
                        new Party("S-1", PartyRole.SELLER, Optional.of("N-S")),
                        new Party("L-1", PartyRole.LENDER, Optional.of("N-L"))),
                terms(planned(PaymentItem.DOWN_PAYMENT, TEN), planned(PaymentItem.LOAN_PROCEEDS, TWENTY)),
                CUSTODY);
    }

    private static EscrowTerms terms(PlannedPayment... plan) {
        var any = Sale.TERMS;
        return EscrowTerms.plain(any.agreementVersion(), List.of(plan), any.releaseConditions(), any.tiers());
    }

    private static PlannedPayment planned(PaymentItem item, Money expected) {
        return new PlannedPayment(item, expected, LocalDate.of(2026, 12, 31), PartyRole.BUYER);
    }
}
