package io.coffer.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.ledger.LedgerEvent;
import io.coffer.api.ledger.LedgerEvent.MerchantDifferenceFound;
import io.coffer.api.ledger.LedgerWatchId;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsReserved;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.FundsTaker;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundFeePayer;
import io.coffer.api.refunds.RefundSource.ContractPayment;
import io.coffer.api.splits.SplitEvent.SplitExecuted;
import io.coffer.api.splits.SplitEvent.SplitReturned;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitTerms;
import io.coffer.query.Purchase;
import io.coffer.query.Sale;
import io.coffer.query.Shop;
import io.coffer.query.TestProjections;
import io.coffer.query.replay.ReadSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Status;

/** M-1 has a payment of each of two contracts, M-2 one: PAY-1, PAY-2 and PAY-3. */
@DisplayName("The equation of merchants' contracts")
class ContractEquationTest {

    private static final Money PART = Money.yuan(500);
    private static final MerchantFeeAccountId PAYEE = new MerchantFeeAccountId("MB:acme:M-2");
    private static final SplitId SPLIT = new SplitId("SI:acme:SP-1");

    private final ReadSide side = new ReadSide(TestProjections.ledger());
    private final List<LedgerEvent> told = new ArrayList<>();
    private final LedgerPatrol patrol = new LedgerPatrol(side.database.runtime(), told::add);
    private final Purchase purchase = Purchase.of("acme", "PAY-1");
    private final Purchase neighbour = Purchase.of("acme", "PAY-2");
    private final Purchase others = Purchase.of("acme", "PAY-3");
    private final MerchantContractId neighbours = contract("M-1", "L-2");

    @BeforeEach
    void pay_three_contracts() {
        side.log.append(
                List.of(purchase.captured(), paid(neighbour, neighbours), paid(others, contract("M-2", "L-3"))));
        side.awaitHead();
        assertThat(failures()).isEmpty();
    }

    @AfterEach
    void stop() {
        side.close();
    }

    /** The other sums hold all the while: only its order knows that the money is not the refund's. */
    @Test
    void sees_a_refund_that_its_contract_set_aside_of_another_contracts_payment() {
        side.log.append(purchase.reserved("RF-1", PART.minorUnits()));
        var refund = purchase.refund("RF-1");
        side.log.append(new ContractFundsReserved(neighbours, neighbour.order(), refund, PART));
        side.awaitHead();
        assertThat(failures()).isEmpty();

        var taken = side.log.append(new RefundFunded(
                refund, new ContractPayment(neighbours, neighbour.order()), PART, Purchase.CHANNEL, Optional.empty()));
        side.awaitHead();

        assertThat(alarms()).containsExactly("MB:acme:M-1 " + taken);
        assertThat(failing()).containsExactly(Equation.C5);
        assertThat(failures().getFirst().detail())
                .isEqualTo("MC:acme:M-1:L-2:PAY-2: a leg of kind REFUND of RF:acme:RF-1, which is of"
                        + " MC:acme:M-1:L-1:PAY-1");
    }

    /** The order that did not get the number dismisses it; the refund is of the other one. */
    @Test
    void holds_where_two_orders_admitted_one_number() {
        var facts =
                neighbour.facts(PART, new ContractPayment(neighbours, neighbour.order()), Purchase.CHANNEL, Money.ZERO);
        side.log.append(neighbour.admitted("RF-1", "T-1", facts));
        side.log.append(purchase.submitted("RF-1", PART.minorUnits()));
        side.awaitHead();

        assertThat(failing()).isEmpty();
    }

    @Test
    void sees_a_split_in_the_name_of_another_contract_than_its_payments() {
        var stranger = contract("M-2", "L-9");
        side.log.append(paid(purchase, stranger));
        side.awaitHead();

        assertThat(failures()).hasSize(1);
        assertThat(failures().getFirst().merchant()).contains("MB:acme:M-2");
        assertThat(failures().getFirst().detail())
                .isEqualTo(
                        "MC:acme:M-2:L-9:PAY-1: a leg of kind PAYMENT, but PO:acme:PAY-1 was paid for MC:acme:M-1:L-1");

        side.log.append(
                List.of(new ContractFundsReserved(stranger, purchase.order(), SPLIT, PART), split(stranger, purchase)));
        side.awaitHead();
        assertThat(failures()).hasSize(2);
    }

    @Test
    void sees_payees_give_back_to_another_payment_than_the_one_that_was_split() {
        side.log.append(List.of(
                new ContractFundsReserved(purchase.contract(), purchase.order(), SPLIT, PART),
                split(purchase.contract(), purchase)));
        side.awaitHead();
        assertThat(failures()).isEmpty();

        var refund = neighbour.refund("RF-1");
        side.log.append(new MerchantFundsReserved(PAYEE, new FundsTaker.SplitReturn(SPLIT, refund), PART));
        var back = side.log.append(
                new SplitReturned(SPLIT, refund, neighbours, neighbour.order(), List.of(new SplitLeg(PAYEE, PART))));
        side.awaitHead();

        assertThat(failing()).containsExactly(Equation.C5);
        assertThat(failures().getFirst().position()).isEqualTo(back);
        assertThat(failures().getFirst().detail())
                .isEqualTo("MC:acme:M-1:L-2:PAY-2: SI:acme:SP-1 gives back what it took of MC:acme:M-1:L-1:PAY-1");
    }

    /** Incident B: 8.40 that one contract's refund lacks are taken of a neighbour's. Nothing is below zero and nothing missing. */
    @Test
    void sees_a_fee_that_was_taken_from_the_pool() {
        var fee = fundFee("M-1");
        assertThat(failures()).isEmpty();

        tamper("update ledger_entry set code = 'R2003', sub_ledger = 'MC:acme:M-1:L-2:PAY-2.AVAILABLE'"
                + " where code = 'R2004' and position = " + fee);

        assertThat(failures()).hasSize(1);
        assertThat(failures().getFirst().position()).isEqualTo(fee);
        assertThat(failures().getFirst().merchant()).contains("MB:acme:M-1");
        assertThat(failures().getFirst().detail()).isEqualTo("MC:acme:M-1:L-2:PAY-2: booked -840, its event states 0");
    }

    @Test
    void sees_another_merchant_fill_up_what_a_refund_lacks() {
        var fee = fundFee("M-2");

        assertThat(failures()).singleElement().satisfies(failure -> {
            assertThat(failure.position()).isEqualTo(fee);
            assertThat(failure.merchant()).contains("MB:acme:M-1");
            assertThat(failure.detail())
                    .isEqualTo("MC:acme:M-1:L-1:PAY-1: MB:acme:M-2 fills up what another merchant lacks");
        });
    }

    @Test
    void names_each_merchant_though_the_difference_of_the_other_is_the_older_one() {
        tamper("update ledger_leg set units = units + 1");

        assertThat(failures())
                .extracting(failure -> failure.merchant().orElseThrow())
                .containsExactly("MB:acme:M-1", "MB:acme:M-1", "MB:acme:M-2");
        assertThat(alarms()).containsExactlyInAnyOrder("MB:acme:M-1 1", "MB:acme:M-1 2", "MB:acme:M-2 3");
        var health = new LedgerHealth(side.database.runtime()).health();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(String.valueOf(health.getDetails().get("C5")))
                .startsWith("alarms: 3, from position 1 on, since 2")
                .endsWith(", of MB:acme:M-1, MB:acme:M-2");
        assertThat(told)
                .containsExactly(different(1, "MB:acme:M-1"), different(2, "MB:acme:M-1"), different(3, "MB:acme:M-2"));
        assertThat(failures()).hasSize(3);
        assertThat(told).hasSize(3);
    }

    @Test
    void tells_of_merchants_though_an_older_difference_is_nobodys() {
        side.database
                .asSuperuser()
                .update("insert into query.alarm (equation, first_position, event_name, detail, merchant)"
                        + " values ('C5', 1, 'x', 'x', 'MB::')");
        tamper("update ledger_leg set units = units + 1 where position = 3");

        patrol.check();

        assertThat(told).containsExactly(different(3, "MB:acme:M-2"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | update ledger_entry set natural_units = natural_units - 1 where position = 1 and code = 'R2003'
            2 | delete from ledger_entry where position = 2 and code = 'R2003'
            2 | delete from ledger_leg where position = 2
            3 | update ledger_leg set units = units - 1 where position = 3
            3 | update ledger_balance set balance = balance + 1 where code = 'R2003' and sub_ledger like '%PAY-3%'
            2 | update ledger_entry set sub_ledger = 'MC:acme:M-1:L-1:PAY-2.AVAILABLE' where position = 2 and code = 'R2003'
            """)
    void goes_red_where_a_row_was_tampered_with(long position, String tampering) {
        tamper(tampering);

        assertThat(failures().getFirst().position()).isEqualTo(position);
    }

    /** What a refund of PAY-1 lacks is filled up by a fee account. */
    private long fundFee(String merchantNo) {
        var shop = Shop.of("acme", merchantNo);
        var payer = shop.account();
        var refund = purchase.refund("RF-1");
        side.log.append(shop.opened());
        side.log.append(shop.toppedUp("1", Purchase.FEE.minorUnits()));
        side.log.append(new FeeReserved(payer, new FeeTaker.Refund(refund), Purchase.FEE));
        var fee = side.log.append(new RefundFeeFunded(
                refund, RefundFeePayer.MERCHANT_B, payer, purchase.ofContract(), Purchase.FEE, Sale.CUSTODY));
        side.awaitHead();
        return fee;
    }

    private static PaymentCaptured paid(Purchase of, MerchantContractId contract) {
        var captured = of.captured();
        return new PaymentCaptured(
                captured.order(),
                contract,
                captured.capture(),
                captured.amount(),
                captured.fee(),
                captured.bearer(),
                captured.settling(),
                captured.custodyAccount(),
                captured.place());
    }

    private static DomainEvent split(MerchantContractId contract, Purchase of) {
        return new SplitExecuted(
                SPLIT, new SplitTerms(contract, of.order(), PART, List.of(new SplitLeg(PAYEE, PART)), Money.ZERO));
    }

    private static MerchantContractId contract(String merchant, String contractNo) {
        return new MerchantContractId("MC:acme:" + merchant + ":" + contractNo);
    }

    private static LedgerEvent different(long position, String merchant) {
        return new MerchantDifferenceFound(
                LedgerWatchId.of("C5", position), position, new MerchantFeeAccountId(merchant));
    }

    private void tamper(String sql) {
        var rows = side.database.asSuperuser();
        rows.execute("set search_path = query_ledger_g1");
        assertThat(rows.update(sql)).isPositive();
    }

    private List<LedgerWatchman.Failure> failures() {
        return patrol.check().findings().stream()
                .filter(found -> found.equation() == Equation.C5)
                .findFirst()
                .orElseThrow()
                .failures();
    }

    private List<Equation> failing() {
        return patrol.check().findings().stream()
                .filter(found -> !found.failures().isEmpty())
                .map(LedgerWatchman.Finding::equation)
                .toList();
    }

    private List<String> alarms() {
        return side.texts("select merchant || ' ' || first_position from query.alarm where equation = 'C5'");
    }
}
