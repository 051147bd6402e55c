package io.coffer.query.receipts;

import io.coffer.query.kernel.FoldedProjection;
import io.coffer.query.kernel.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projection of this slice. */
@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {

    @Bean
    Projection receiptProjection() {
        return new FoldedProjection<>(new ReceiptFolding());
    }

    @Bean
    Projection statementProjection() {
        return new FoldedProjection<>(new StatementFolding());
    }
}
