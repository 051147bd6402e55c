package io.coffer.command.receipts;

import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.NUMBER;
import static io.coffer.command.kernel.Scenario.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.AgreementCommand.AttachVirtualAccount;
import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.ClosureCommand.ConfirmClosure;
import io.coffer.api.accounts.ClosureEvent.AccountClosureRequested;
import io.coffer.api.accounts.ClosureEvent.EscrowAccountCancelled;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.receipts.ReceiptRejection.NumberInQuarantine;
import io.coffer.api.receipts.ReceiptRejection.NumberTaken;
import io.coffer.api.receipts.ReceiptRejection.NumberUnknown;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VirtualAccountCommand.AssignOwner;
import io.coffer.api.receipts.VirtualAccountCommand.QuarantineNumber;
import io.coffer.api.receipts.VirtualAccountEvent.VirtualAccountOwnerAssigned;
import io.coffer.api.receipts.VirtualAccountEvent.VirtualAccountQuarantined;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Wishes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The numbers policy")
class NumberPolicyTest {

    private static final EscrowAccountOpened OPENED = opened();
    private final Wishes policy = new Wishes(new NumberPolicy());

    @Test
    void asks_for_the_next_number_while_the_last_is_taken_or_rests() {
        policy.on(OPENED)
                .gives(candidate(0))
                .whenRefused(new NumberTaken("8"), candidate(1))
                .whenRefused(new NumberInQuarantine("8", NOON), candidate(1))
                .whenRefusedParks(new NumberUnknown("8"));
    }

    @Test
    void gives_up_to_people_after_the_last_candidate() {
        var reaction = policy.on(OPENED).reactions().getFirst();
        for (var attempt = 1; attempt < NumberPolicy.CANDIDATES_MAX; attempt++) {
            reaction = reaction.onRefused()
                    .apply(new NumberTaken("8"))
                    .orElseThrow()
                    .getFirst();
            assertThat(reaction.command()).isEqualTo(candidate(attempt));
        }
        assertThat(reaction.onRefused().apply(new NumberTaken("8"))).isEmpty();
    }

    @Test
    void tells_the_account_its_number_or_rests_it() {
        policy.on(new VirtualAccountOwnerAssigned(NUMBER, ACCOUNT))
                .gives(new AttachVirtualAccount(ACCOUNT, NUMBER))
                .whenRefused(
                        new NotInThisState("CANCELLED", List.of("OPENED")),
                        new QuarantineNumber(NUMBER, ACCOUNT, Optional.empty()));
    }

    @Test
    void rests_the_number_of_an_account_that_ends() {
        policy.on(new AccountClosureRequested(ACCOUNT, Optional.of(NUMBER)))
                .gives(new QuarantineNumber(NUMBER, ACCOUNT, Optional.of(SuspenseReason.ACCOUNT_CLOSED)));
        policy.on(new EscrowAccountCancelled(ACCOUNT, "X", Optional.of(NUMBER)))
                .gives(new QuarantineNumber(NUMBER, ACCOUNT, Optional.empty()));
    }

    @Test
    void closes_an_account_that_never_had_a_number_at_once() {
        policy.on(new AccountClosureRequested(ACCOUNT, Optional.empty())).gives(new ConfirmClosure(ACCOUNT));
        policy.on(new EscrowAccountCancelled(ACCOUNT, "X", Optional.empty())).givesNothing();
    }

    @Test
    void closes_the_account_when_its_number_rests() {
        policy.on(new VirtualAccountQuarantined(NUMBER, ACCOUNT, NOON, Optional.empty()))
                .gives(new ConfirmClosure(ACCOUNT));
    }

    private static AssignOwner candidate(int attempt) {
        return new AssignOwner(NumberPlan.candidate(ACCOUNT, "307584007998", attempt), ACCOUNT);
    }

    private static EscrowAccountOpened opened() {
        var open = Sale.open();
        return new EscrowAccountOpened(
                open.account(), open.contract(), open.parties(), open.terms(), open.custodyAccount());
    }
}
