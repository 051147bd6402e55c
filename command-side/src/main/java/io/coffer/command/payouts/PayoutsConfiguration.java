package io.coffer.command.payouts;

import io.coffer.command.kernel.BankCalls;
import io.coffer.command.kernel.CommandProperties;
import io.coffer.command.kernel.DeadlineRule;
import io.coffer.command.kernel.DueTaskHandler;
import io.coffer.command.kernel.Histories;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.SliceComponent;
import io.coffer.command.kernel.SliceHandlers;
import io.coffer.platform.time.CofferClock;
import io.coffer.platform.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The slice of payouts and their switches. */
@Configuration(proxyBeanMethods = false)
@Import({PayoutController.class, PayoutSwitchController.class})
public class PayoutsConfiguration {

    @Bean
    SliceHandlers payouts() {
        return new SliceHandlers(Payout.class);
    }

    @Bean
    SliceHandlers payoutSwitches() {
        return new SliceHandlers(PayoutSwitch.class);
    }

    @Bean
    PayoutTimes payoutTimes(CommandProperties properties) {
        var bank = properties.bank();
        return new PayoutTimes(bank.callDeadline(), bank.quietTime(), bank.firstQuery(), bank.evidenceAfter());
    }

    @Bean
    SliceComponent<PayoutTimes> payoutTimesOfAggregate(PayoutTimes times) {
        return new SliceComponent<>(PayoutTimes.class, times);
    }

    @Bean
    Policy payoutPolicy() {
        return new PayoutPolicy();
    }

    @Bean
    DeadlineRule payoutDeadlines(PayoutTimes times) {
        return new PayoutDeadlines(times);
    }

    @Bean
    PayoutChannel payoutChannel(BankCalls calls, Vault vault) {
        return new HttpPayoutChannel(calls, vault);
    }

    @Bean
    ReturnDesk returnDesk(Operations operations, Histories histories, CofferClock clock) {
        return new ReturnDesk(operations, histories, clock);
    }

    @Bean
    DueTaskHandler payoutDesk(Operations operations, Histories histories, PayoutChannel channel) {
        return new PayoutDesk(operations, new PayoutLookup(histories), channel);
    }
}
