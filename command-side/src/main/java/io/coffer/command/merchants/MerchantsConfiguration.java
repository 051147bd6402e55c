package io.coffer.command.merchants;

import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.SliceHandlers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The slice of merchants' money. */
@Configuration(proxyBeanMethods = false)
@Import({FeeAccountController.class, FeeController.class})
public class MerchantsConfiguration {

    @Bean
    SliceHandlers merchantFeeAccounts() {
        return new SliceHandlers(MerchantFeeAccount.class);
    }

    @Bean
    SliceHandlers merchantContracts() {
        return new SliceHandlers(MerchantContract.class);
    }

    @Bean
    Policy contractPolicy() {
        return new ContractPolicy();
    }
}
