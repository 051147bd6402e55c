package io.coffer.command.settlements;

import io.coffer.command.kernel.Channels;
import io.coffer.command.kernel.CustodyAccounts;
import io.coffer.command.kernel.DigestKey;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.SliceHandlers;
import io.coffer.platform.web.NdjsonReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The slice of channels' settlements. */
@Configuration(proxyBeanMethods = false)
@Import(SettlementController.class)
public class SettlementsConfiguration {

    @Bean
    SliceHandlers channelSettlements() {
        return new SliceHandlers(ChannelSettlement.class);
    }

    @Bean
    Policy settlementPolicy() {
        return new SettlementPolicy();
    }

    @Bean
    SettlementFile settlementFile(
            Channels channels, CustodyAccounts custodyAccounts, NdjsonReader reader, DigestKey key) {
        return new SettlementFile(channels, custodyAccounts, reader, key.digests());
    }
}
