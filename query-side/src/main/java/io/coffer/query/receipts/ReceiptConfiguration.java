package io.coffer.query.receipts;

import io.coffer.api.kernel.Role;
import io.coffer.query.kernel.FoldedProjection;
import io.coffer.query.kernel.Projection;
import io.coffer.query.kernel.WorkList;
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
    WorkList suspense() {
        return new WorkList("suspense", ReceiptFolding.NAME, Role.OPERATOR);
    }

    @Bean
    WorkList differences() {
        return new WorkList("differences", ReceiptFolding.NAME, Role.OPERATOR);
    }

    @Bean
    WorkList unbookedLines() {
        return new WorkList("unbooked-lines", ReceiptFolding.NAME, Role.OPERATOR);
    }

    @Bean
    Projection statementProjection() {
        return new FoldedProjection<>(new StatementFolding());
    }
}
