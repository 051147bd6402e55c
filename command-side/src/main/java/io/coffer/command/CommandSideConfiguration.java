package io.coffer.command;

import io.coffer.command.accounts.AccountsConfiguration;
import io.coffer.command.approvals.ApprovalsConfiguration;
import io.coffer.command.kernel.KernelConfiguration;
import io.coffer.command.merchants.MerchantsConfiguration;
import io.coffer.command.payments.PaymentsConfiguration;
import io.coffer.command.payouts.PayoutsConfiguration;
import io.coffer.command.promotions.PromotionsConfiguration;
import io.coffer.command.receipts.ReceiptsConfiguration;
import io.coffer.command.refunds.RefundsConfiguration;
import io.coffer.command.settlements.SettlementsConfiguration;
import io.coffer.command.splits.SplitsConfiguration;
import io.coffer.platform.ConditionalOnSide;
import io.coffer.platform.Side;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The command side: its kernel and its slices. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSide(Side.COMMAND)
@Import({
    KernelConfiguration.class,
    AccountsConfiguration.class,
    ApprovalsConfiguration.class,
    MerchantsConfiguration.class,
    PaymentsConfiguration.class,
    PayoutsConfiguration.class,
    PromotionsConfiguration.class,
    ReceiptsConfiguration.class,
    RefundsConfiguration.class,
    SettlementsConfiguration.class,
    SplitsConfiguration.class
})
public class CommandSideConfiguration {}
