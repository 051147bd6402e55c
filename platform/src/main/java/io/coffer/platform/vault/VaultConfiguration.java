package io.coffer.platform.vault;

import io.coffer.platform.ConditionalOnSide;
import io.coffer.platform.Side;
import io.coffer.platform.database.DataDirectory;
import io.coffer.platform.database.Database;
import io.coffer.platform.time.CofferClock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The vault of the command side, the only one that meets clear personal data. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSide(Side.COMMAND)
public class VaultConfiguration {

    @Bean
    VaultKeySource vaultKeySource(Environment environment, Database database, DataDirectory data) {
        return VaultKeySource.of(environment, database.isEmbedded(), data.path());
    }

    @Bean
    Vault vault(VaultKeySource keys, @Qualifier("command") DataSource dataSource, CofferClock clock) {
        return new VaultOpening(keys, dataSource, clock).open();
    }
}
