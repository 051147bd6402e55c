package io.coffer.command.payments;

import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.merchants.FeeAccountCommand.CreditMerchantB;
import io.coffer.api.merchants.FeeAccountCommand.OpenFeeAccount;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentCommand.CreatePaymentOrder;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.CommandDatabase;
import io.coffer.command.kernel.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Where a merchant's fee account lies")
class FeeAccountPlacesTest {

    private static final MerchantFeeAccountId ACCOUNT = Bill.CONTRACT.feeAccount();

    private final Node node = Node.on(CommandDatabase.create());
    private final FeeAccountPlaces places = new FeeAccountPlaces(node.histories());

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void is_known_from_its_opening_on_and_by_its_orders() {
        assertThat(places.of(ACCOUNT)).isEmpty();
        assertThat(places.of(Bill.ORDER)).isEmpty();

        node.give(
                new CreatePaymentOrder(
                        Bill.ORDER,
                        Bill.CONTRACT,
                        Bill.PRICE,
                        Bill.BY_BANK,
                        Bill.FREE,
                        Sale.CUSTODY,
                        Instant.now().plus(Duration.ofDays(1)),
                        Optional.empty(),
                        List.of(Bill.FREE),
                        Optional.empty()),
                BUSINESS,
                "order");
        assertThat(places.of(Bill.ORDER)).isEmpty();

        node.give(new OpenFeeAccount(ACCOUNT, Sale.CUSTODY), BUSINESS, "open");
        assertThat(places.of(ACCOUNT)).contains(Sale.CUSTODY);
        assertThat(places.of(Bill.ORDER)).contains(Sale.CUSTODY);
    }

    /** Its history begins with money of a refund then. */
    @Test
    void is_known_of_one_that_was_credited_before_it_was_opened() {
        node.give(new CreditMerchantB(ACCOUNT, Bill.refund("R-1"), Money.fen(840)), POLICY, "credit");
        assertThat(places.of(ACCOUNT)).isEmpty();

        node.give(new OpenFeeAccount(ACCOUNT, Sale.CUSTODY), BUSINESS, "open");
        assertThat(places.of(ACCOUNT)).contains(Sale.CUSTODY);
    }
}
