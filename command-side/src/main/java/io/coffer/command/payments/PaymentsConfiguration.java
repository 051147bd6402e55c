package io.coffer.command.payments;

import io.coffer.api.payments.PaymentCommand.ExpirePaymentOrder;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.command.kernel.DeadlineRule;
import io.coffer.command.kernel.DueTaskHandler;
import io.coffer.command.kernel.Histories;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.SliceHandlers;
import io.coffer.command.kernel.Sweep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The slice of payment orders. */
@Configuration(proxyBeanMethods = false)
@Import({PaymentOrderController.class, ChannelPaymentController.class, AdmissionController.class})
public class PaymentsConfiguration {

    @Bean
    SliceHandlers paymentOrders() {
        return new SliceHandlers(PaymentOrder.class);
    }

    @Bean
    PaymentSplits paymentSplits(Histories histories) {
        return new PaymentSplits(histories);
    }

    @Bean
    Policy paymentPolicy() {
        return new PaymentPolicy();
    }

    @Bean
    DeadlineRule paymentDeadlines() {
        return new PaymentDeadlines();
    }

    @Bean
    DueTaskHandler paymentSweep(Operations operations) {
        return new Sweep(
                "payment-sweep",
                PaymentDeadlines.EXPIRY::equals,
                task -> new ExpirePaymentOrder(new PaymentOrderId(task.aggregateId())),
                operations);
    }
}
