package io.coffer.query.payments;

import io.coffer.api.kernel.Role;
import io.coffer.query.kernel.FoldedProjection;
import io.coffer.query.kernel.Projection;
import io.coffer.query.kernel.WorkList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projection of this slice, and the work that it shows. */
@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {

    @Bean
    Projection paymentOrderProjection() {
        return new FoldedProjection<>(new PaymentOrderFolding());
    }

    @Bean
    WorkList excessPayments() {
        return new WorkList("excess-payments", PaymentOrderFolding.NAME, Role.OPERATOR);
    }
}
