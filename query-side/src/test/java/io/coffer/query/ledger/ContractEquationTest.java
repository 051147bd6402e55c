package io.coffer.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.coffer.query.TestLog;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.Booked;
import io.coffer.query.replay.ReadSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
                .update("insert into query.alarm (equation, first_position, event_name, detail, merchant, confirmed)"
                        + " values ('C5', 1, 'x', 'x', 'MB::', true)");
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

    /** A batch has no plans for joins of the whole log: it looks up what it touched itself. */
    @Test
    void finds_the_one_wrong_leg_beside_ten_thousands_without_a_look_at_them() {
        tamper("""
            insert into ledger_leg (position, kind, contract, order_id, units)
            select 1000000 + n, 'PAYMENT', 'MC:acme:M-3:L-1', 'PO:acme:OLD-' || n, 7 from generate_series(1, 30000) n
            """);
        tamper("""
            insert into ledger_entry (position, line, book, code, sub_ledger, side, minor_units, natural_units, balance,
                                      rule, event_name, aggregate_id, booked_at, business_date)
            select 1000000 + n, 1, 'R', 'R2003', 'MC:acme:M-3:L-1:OLD-' || n || '.AVAILABLE', 'CREDIT', 7, 7, 7,
                   'PR-301', 'x', 'x', now(), current_date from generate_series(1, 30000) n
            """);
        tamper("""
            insert into ledger_balance (code, sub_ledger, debits, credits, balance, last_position)
            select 'R2003', 'MC:acme:M-3:L-1:OLD-' || n || '.AVAILABLE', 0, 7, 7, 1000000 + n
              from generate_series(1, 30000) n
            """);

        var stray = side.log.append(paid(purchase, contract("M-2", "L-9")));
        side.awaitHead();

        assertThat(alarms()).containsExactly("MB:acme:M-2 " + stray);
        assertThat(failures()).singleElement().satisfies(failure -> {
            assertThat(failure.position()).isEqualTo(stray);
            assertThat(side.texts("select detail from query.alarm where equation = 'C5'"))
                    .containsExactly(failure.detail());
        });
    }

    @Test
    void blames_no_later_leg_of_the_contract_that_an_order_was_paid_for_first() {
        var stray = side.log.append(paid(purchase, contract("M-2", "L-9")));
        side.log.append(List.of(
                new ContractFundsReserved(purchase.contract(), purchase.order(), SPLIT, PART),
                split(purchase.contract(), purchase)));
        side.awaitHead();

        assertThat(alarms()).containsExactly("MB:acme:M-2 " + stray);
        assertThat(failures()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | update ledger_entry set sub_ledger = 'MC:acme:M-2:L-3:PAY-1.AVAILABLE' where position = 1 and code = 'R2003'
            1 | update ledger_leg set units = units - 1 where position = 3
            1 | delete from ledger_leg where position = 2
            2 | update ledger_leg set contract = 'MC:acme:M-2:L-9' where position = 1
            3 | update ledger_leg set order_id = 'PO:acme:PAY-1' where position = 2
            """)
    void says_in_a_batch_what_the_whole_look_says(int differences, String tampering) {
        tamper(tampering);

        var touched = new TouchedContracts(side.database.asSuperuser())
                .differencesIn(List.of(booked(1), booked(2), booked(3)));

        assertThat(touched)
                .hasSize(differences)
                .allSatisfy(one -> assertThat(one.event()).isEqualTo("event " + one.position()));
        assertThat(touched)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("event")
                .isEqualTo(failures());
    }

    /** The other one holds money that is not its own. */
    @Test
    void tells_of_both_merchants_where_one_event_was_booked_to_the_other() {
        tamper("update ledger_entry set sub_ledger = 'MC:acme:M-2:L-3:PAY-1.AVAILABLE'"
                + " where position = 1 and code = 'R2003'");

        assertThat(failures())
                .extracting(failure -> failure.merchant().orElseThrow())
                .containsExactly("MB:acme:M-1", "MB:acme:M-2");
        assertThat(alarms()).containsExactlyInAnyOrder("MB:acme:M-1 1", "MB:acme:M-2 1");
        assertThat(told).containsExactly(different(1, "MB:acme:M-1"), different(1, "MB:acme:M-2"));
        var store = new StoredLedgerWatch(side.log.engine());
        told.forEach(store::report);
        assertThat(told)
                .allSatisfy(event -> assertThat(
                                side.log.log().ofAggregate(event.source().value(), null, -1, 10))
                        .hasSize(1));
        patrol.check();
        assertThat(told).hasSize(2);
    }

    @Test
    void tells_of_the_eleventh_difference_of_a_merchant_too_and_of_each_once() {
        for (var no = 11; no <= 22; no++) {
            side.log.append(paid(Purchase.of("acme", "PAY-" + no), neighbours));
        }
        side.awaitHead();
        tamper("update ledger_leg set units = units + 1 where contract like '%:M-1:%'");

        patrol.check();
        assertThat(told).hasSize(10);
        patrol.check();
        assertThat(told).hasSize(14).doesNotHaveDuplicates();

        assertThat(failures()).hasSize(10);
        assertThat(told).hasSize(14);
    }

    /** People may have let the splits go on, knowing of it. */
    @Test
    void tells_once_of_a_balance_that_is_off_however_often_it_moves() {
        tamper("update ledger_balance set balance = balance + 1 where code = 'R2003' and sub_ledger like '%PAY-1.AV%'");
        assertThat(failures()).hasSize(1);

        side.log.append(new ContractFundsReserved(purchase.contract(), purchase.order(), SPLIT, PART));
        side.log.append(split(purchase.contract(), purchase));
        side.awaitHead();

        assertThat(failures()).hasSize(1);
        assertThat(told).containsExactly(different(1, "MB:acme:M-1"));
    }

    @Test
    void tells_of_nothing_that_only_a_build_says_until_it_is_live() {
        var stray = side.log.append(paid(purchase, contract("M-2", "L-9")));
        side.awaitHead();
        tamper("update ledger_leg set contract = 'MC:acme:M-1:L-1' where position = " + stray);
        tamper(
                "update ledger_entry set sub_ledger = 'MC:acme:M-1:L-1:PAY-1.AVAILABLE' where code = 'R2003' and position = "
                        + stray);
        tamper("delete from ledger_balance where code = 'R2003' and sub_ledger like '%L-9%'");
        tamper("update ledger_balance set balance = 2 * balance where code = 'R2003' and sub_ledger like '%PAY-1.AV%'");
        tamper("delete from query.alarm");

        tamper("insert into query.generation (projection, generation, state, digest, requested_by, swaps_itself)"
                + " select projection, 2, 'REQUESTED', digest, 'test', false from query.generation");
        ReadSide.await("the build's alarm", () -> !alarms().isEmpty());
        assertThat(failures()).isEmpty();
        assertThat(told).isEmpty();

        tamper("update query.generation set swaps_itself = true where generation = 2");
        ReadSide.await(
                "g2 live", () -> side.number("select generation from query.generation where state = 'LIVE'") == 2);
        assertThat(failures()).hasSize(1);
        assertThat(told).containsExactly(different(stray, "MB:acme:M-2"));
        assertThat(alarms()).hasSize(1);
    }

    @ParameterizedTest(name = "other tables: {0}")
    @ValueSource(booleans = {true, false})
    void tells_of_what_was_seen_though_there_is_nothing_to_look_at(boolean otherTables) {
        side.pause();
        tamper("insert into query.alarm (equation, first_position, event_name, detail, merchant, confirmed)"
                + " values ('C5', 3, 'x', 'x', 'MB:acme:M-2', true)");
        side.database.asSuperuser().execute("drop view query.ledger_leg");
        if (otherTables) {
            tamper("update query.generation set digest = 'of an older version'");
            assertThat(patrol.check()).isEqualTo(new LedgerPatrol.Report(-1, List.of()));
        } else {
            assertThatThrownBy(patrol::check).hasMessageContaining("ledger_leg");
        }

        assertThat(told).containsExactly(different(3, "MB:acme:M-2"));
    }

    private static Booked booked(long position) {
        return new Booked(
                position,
                "x",
                0,
                TestLog.NOON,
                "event " + position,
                Map.of(),
                Purchase.of("acme", "PAY-1").captured());
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
        var differing = new MerchantFeeAccountId(merchant);
        return new MerchantDifferenceFound(LedgerWatchId.of("C5", position, differing), position, differing);
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
