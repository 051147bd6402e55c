package io.coffer.query.splits;

import io.coffer.api.kernel.Role;
import io.coffer.query.kernel.FoldedProjection;
import io.coffer.query.kernel.Projection;
import io.coffer.query.kernel.WorkList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projections of this slice. */
@Configuration(proxyBeanMethods = false)
class SplitConfiguration {

    @Bean
    Projection splitProjection() {
        return new FoldedProjection<>(new SplitFolding());
    }

    @Bean
    Projection splitSwitchProjection() {
        return new FoldedProjection<>(new SplitSwitchFolding());
    }

    @Bean
    WorkList stoppedSplits() {
        return new WorkList("stopped-splits", SplitSwitchFolding.NAME, Role.OPERATOR);
    }
}
