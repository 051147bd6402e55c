package io.coffer.command.accounts;

import io.coffer.command.kernel.SliceHandlers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The slice of escrow accounts. */
@Configuration(proxyBeanMethods = false)
@Import({EscrowAccountController.class, ReleaseController.class, ReturnController.class, SigningController.class})
public class AccountsConfiguration {

    @Bean
    SliceHandlers escrowAccounts() {
        return new SliceHandlers(EscrowAccount.class);
    }
}
