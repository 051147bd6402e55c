package io.coffer.command.splits;

import io.coffer.command.kernel.CommandProperties;
import io.coffer.command.kernel.Histories;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.SliceComponent;
import io.coffer.command.kernel.SliceHandlers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The slice of splits. */
@Configuration(proxyBeanMethods = false)
@Import({SplitController.class, SplitSwitchController.class})
public class SplitsConfiguration {

    @Bean
    SliceHandlers splitInstructions() {
        return new SliceHandlers(SplitInstruction.class);
    }

    @Bean
    SliceHandlers splitSwitches() {
        return new SliceHandlers(SplitSwitch.class);
    }

    @Bean
    SliceComponent<SplitLookup> splitLookupOfAggregate(Histories histories) {
        return new SliceComponent<>(SplitLookup.class, new SplitLookup.InHistories(histories));
    }

    @Bean
    SliceComponent<SplitTimes> splitTimesOfAggregate(CommandProperties properties) {
        return new SliceComponent<>(
                SplitTimes.class, new SplitTimes(properties.splits().returnWithin()));
    }

    @Bean
    Policy splitPolicy() {
        return new SplitPolicy();
    }
}
