package io.coffer.command.refunds;

import io.coffer.command.kernel.BankCalls;
import io.coffer.command.kernel.CommandProperties;
import io.coffer.command.kernel.DeadlineRule;
import io.coffer.command.kernel.DueTaskHandler;
import io.coffer.command.kernel.Histories;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.SliceComponent;
import io.coffer.command.kernel.SliceHandlers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The slice of refunds. */
@Configuration(proxyBeanMethods = false)
@Import({RefundController.class, RefundResultController.class, RefundPapersController.class})
public class RefundsConfiguration {

    @Bean
    SliceHandlers refunds() {
        return new SliceHandlers(Refund.class);
    }

    @Bean
    RefundTimes refundTimes(CommandProperties properties) {
        var bank = properties.bank();
        return new RefundTimes(
                bank.callDeadline(),
                bank.quietTime(),
                bank.firstQuery(),
                bank.longestRetry(),
                bank.retriesMax(),
                bank.retryFor(),
                bank.evidenceAfter());
    }

    @Bean
    SliceComponent<RefundTimes> refundTimesOfAggregate(RefundTimes times) {
        return new SliceComponent<>(RefundTimes.class, times);
    }

    @Bean
    Policy refundPolicy() {
        return new RefundPolicy();
    }

    @Bean
    Policy recoveryPolicy() {
        return new RecoveryPolicy();
    }

    @Bean
    DeadlineRule refundDeadlines(RefundTimes times) {
        return new RefundDeadlines(times);
    }

    @Bean
    RefundLookup refundLookup(Histories histories) {
        return new RefundLookup(histories);
    }

    @Bean
    RefundChannel refundChannel(BankCalls calls) {
        return new HttpRefundChannel(calls);
    }

    @Bean
    DueTaskHandler refundDesk(Operations operations, RefundLookup lookup, RefundChannel channel) {
        return new RefundDesk(operations, lookup, channel);
    }
}
