package io.coffer.command.accounts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.FreezeCommand.ExpireFreeze;
import io.coffer.api.accounts.HoldbackCommand.ExpireObjection;
import io.coffer.command.kernel.DeadlineRule;
import io.coffer.command.kernel.DueTaskHandler;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.SliceHandlers;
import io.coffer.command.kernel.Sweep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The slice of escrow accounts. */
@Configuration(proxyBeanMethods = false)
@Import({
    EscrowAccountController.class,
    SigningController.class,
    ReleaseController.class,
    ReturnController.class,
    FreezeController.class,
    DeductionController.class,
    HoldbackController.class,
    SettlementController.class,
    TerminationController.class
})
public class AccountsConfiguration {

    @Bean
    SliceHandlers escrowAccounts() {
        return new SliceHandlers(EscrowAccount.class);
    }

    @Bean
    DeadlineRule freezeDeadlines() {
        return new FreezeDeadlines();
    }

    @Bean
    DeadlineRule holdbackDeadlines() {
        return new HoldbackDeadlines();
    }

    @Bean
    DueTaskHandler freezeDesk(Operations operations) {
        return new Sweep(
                "freeze-desk",
                FreezeDeadlines::names,
                task -> new ExpireFreeze(new EscrowAccountId(task.aggregateId()), FreezeDeadlines.orderNo(task.name())),
                operations);
    }

    @Bean
    DueTaskHandler holdbackDesk(Operations operations) {
        return new Sweep(
                "holdback-desk",
                HoldbackDeadlines::names,
                task -> new ExpireObjection(
                        new EscrowAccountId(task.aggregateId()), HoldbackDeadlines.claimNo(task.name())),
                operations);
    }
}
