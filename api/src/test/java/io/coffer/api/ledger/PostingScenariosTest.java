package io.coffer.api.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReleased;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReserved;
import io.coffer.api.accounts.Leg;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.ReleaseEvent.ReleaseApproved;
import io.coffer.api.accounts.ReleaseEvent.ReleaseFailed;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceRecovered;
import io.coffer.api.merchants.FeeAccountEvent.FeeAdvanced;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBFunded;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.Capture;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentEvent.DuplicatePaymentDetected;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentWay.Settling;
import io.coffer.api.payouts.PayoutEvent.PayoutCreated;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutEvent.PayoutReturned;
import io.coffer.api.payouts.PayoutEvent.PayoutSucceeded;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSource.EscrowLeg;
import io.coffer.api.payouts.PayoutSource.EscrowRelease;
import io.coffer.api.payouts.PayoutSource.RefundTransfer;
import io.coffer.api.payouts.PayoutSource.ReturnedPayout;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.refunds.RefundEvent.RefundBounced;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRequested;
import io.coffer.api.refunds.RefundEvent.RefundSucceeded;
import io.coffer.api.refunds.RefundFeePayer;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.settlements.SettlementEvent.ChannelSettled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our events against the journals that {@code resources/postings/export.md} took from the domain's own program. */
@DisplayName("Postings of a story")
class PostingScenariosTest {

    private static final CustodyAccount CUSTODY = new CustodyAccount("307584007998", "6222000000000001");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final BankAccountRef ANY_ACCOUNT =
            new BankAccountRef("token", "307584007998", "digest", BankAccountRef.AccountClass.PERSONAL);

    @Test
    void second_hand_home_sold_returned_and_handed_over() {
        var home = new EscrowAccountId("EA:acme:E1");
        var down = Money.yuan(600_000);
        var loan = Money.yuan(1_400_000);
        var released = Money.yuan(1_950_000);

        assertStory(
                "second_hand",
                recorded("BR1", down),
                new EscrowFunded(home, receipt("BR1"), down, down),
                recorded("BR2", loan),
                new EscrowFunded(home, receipt("BR2"), loan, loan),
                new HoldbackReserved(home, Money.yuan(50_000)),
                approved(home, "P1", released),
                created(home, "P1", released),
                succeeded(home, "P1", released),
                new PayoutReturned(
                        payout(home, "P1"),
                        new EscrowRelease(home, "P1"),
                        released,
                        CUSTODY,
                        receipt("BACK-1"),
                        DAY,
                        "BACK-1"),
                new PayoutCreated(
                        again(home, "P1"),
                        new ReturnedPayout(home, "P1", payout(home, "P1")),
                        released,
                        ANY_ACCOUNT,
                        CUSTODY),
                new PayoutSucceeded(
                        again(home, "P1"),
                        new ReturnedPayout(home, "P1", payout(home, "P1")),
                        released,
                        CUSTODY,
                        "CORE-P2",
                        DAY,
                        Optional.empty()),
                new HoldbackReleased(home, 1, List.of(leg("P3", 47_000), leg("P4", 3_000)), CUSTODY, Optional.empty()),
                legCreated(home, "P3", 47_000),
                succeeded(home, "P3", Money.yuan(47_000)),
                legCreated(home, "P4", 3_000),
                succeeded(home, "P4", Money.yuan(3_000)));
    }

    @Test
    void receipt_beyond_the_plan() {
        var home = new EscrowAccountId("EA:acme:E5");
        var whole = Money.yuan(605_000);

        assertStory(
                "suspended_assigned_overfunded",
                recorded("BR9", whole),
                new EscrowFunded(home, receipt("BR9"), Money.yuan(600_000), whole),
                new EscrowOverfunded(home, receipt("BR9"), Money.yuan(5_000), whole));
    }

    @Test
    void payout_refused_released_again_returned_and_reissued() {
        var home = new EscrowAccountId("EA:acme:E8");
        var price = Money.yuan(300_000);

        assertStory(
                "payout_failed_returned_reissued",
                recorded("BR30", price),
                new EscrowFunded(home, receipt("BR30"), price, price),
                approved(home, "P30", price),
                created(home, "P30", price),
                new PayoutFailed(
                        payout(home, "P30"), new EscrowRelease(home, "P30"), price, "CLOSED", Optional.empty()),
                new ReleaseFailed(home, "P30", payout(home, "P30"), price, "CLOSED", Optional.empty()),
                approved(home, "P31", price),
                created(home, "P31", price),
                succeeded(home, "P31", price),
                new PayoutReturned(
                        payout(home, "P31"),
                        new EscrowRelease(home, "P31"),
                        price,
                        CUSTODY,
                        receipt("BACK-1"),
                        DAY,
                        "BACK-1"),
                new PayoutCreated(
                        again(home, "P31"),
                        new ReturnedPayout(home, "P31", payout(home, "P31")),
                        price,
                        ANY_ACCOUNT,
                        CUSTODY),
                new PayoutSucceeded(
                        again(home, "P31"),
                        new ReturnedPayout(home, "P31", payout(home, "P31")),
                        price,
                        CUSTODY,
                        "CORE-P32",
                        DAY,
                        Optional.empty()));
    }

    @Test
    void fees_reserved_advanced_and_recovered() {
        var merchant = new MerchantFeeAccountId("MB:acme:M7");
        var fee = Money.fen(840);
        var topUp = Money.yuan(20);

        assertStory(
                "fee_reserved_on_b",
                recorded("BR45", topUp),
                new MerchantBFunded(merchant, receipt("BR45"), topUp),
                new FeeReserved(merchant, new FeeTaker.Order("O-1"), fee),
                new FeeReserved(merchant, new FeeTaker.Order("O-2"), fee),
                new FeeReservationEnded(merchant, "O-2", fee, "EXPIRED"),
                captured("M7", "C1", "UMS", Money.yuan(1_400), fee, FeeBearer.MERCHANT_B, Settling.NET),
                new FeeReserved(merchant, new FeeTaker.Order("O-3"), Money.fen(1_160)),
                new FeeAdvanced(merchant, "O-3", Money.fen(740), CUSTODY),
                captured("M7", "C2", "UMS", Money.fen(316_667), Money.yuan(19), FeeBearer.MERCHANT_B, Settling.NET),
                recorded("BR46", Money.yuan(2)),
                new MerchantBFunded(merchant, receipt("BR46"), Money.yuan(2)),
                new FeeReserved(merchant, new FeeTaker.Order("O-4"), Money.yuan(2)),
                recorded("BR47", Money.yuan(1_000)),
                new PaymentReceived(
                        new PaymentOrderId("PO:acme:PAY1"),
                        new MerchantContractId("MC:acme:M7:C3"),
                        receipt("BR47"),
                        Money.yuan(1_000),
                        Money.yuan(2),
                        FeeBearer.MERCHANT_B,
                        false,
                        Optional.empty(),
                        Optional.empty()),
                new FeeAdvanced(merchant, "ADV4", Money.yuan(6), CUSTODY),
                new AdvanceRecovered(merchant, "ADV4", new FeeTaker.Order("ADV4"), Money.yuan(6), Money.ZERO));
    }

    @Test
    void refund_of_a_net_payment_whose_fee_comes_from_b_and_an_advance() {
        var contract = new MerchantContractId("MC:acme:M1:L-2022-0724-01");
        var order = new PaymentOrderId("PO:acme:PAY2");
        var source = new RefundSource.ContractPayment(contract, order);
        var refund = new RefundId("RF:acme:RF1");
        var b = contract.feeAccount();

        assertStory(
                "incident2_right",
                recorded("BR50", Money.yuan(5)),
                new MerchantBFunded(b, receipt("BR50"), Money.yuan(5)),
                recorded("BR51", Money.fen(139_160)),
                new PaymentReceived(
                        order,
                        contract,
                        receipt("BR51"),
                        Money.fen(139_160),
                        Money.fen(840),
                        FeeBearer.MERCHANT_B,
                        true,
                        Optional.empty(),
                        Optional.empty()),
                new ContractFundsReserved(contract, order, refund, Money.fen(139_160)),
                new FeeReserved(b, new FeeTaker.Refund(refund), Money.yuan(5)),
                new RefundFeeFunded(refund, RefundFeePayer.MERCHANT_B, b, source, Money.yuan(5), CUSTODY),
                new RefundFeeFunded(refund, RefundFeePayer.PLATFORM_ADVANCE, b, source, Money.fen(340), CUSTODY),
                new RefundFunded(
                        refund, source, Money.yuan(1_400), new RefundRoute.Channel("UMS", "BR51"), Optional.empty()),
                succeeded(refund, order, Money.yuan(1_400), debited()),
                recorded("BR52", Money.yuan(100)),
                new MerchantBFunded(b, receipt("BR52"), Money.yuan(100)),
                new FeeReserved(b, new FeeTaker.Recovery("ADV1"), Money.fen(340)),
                new AdvanceRecovered(b, "ADV1", new FeeTaker.Recovery("ADV1"), Money.fen(340), Money.ZERO));
    }

    @Test
    void captures_that_a_channel_settles_less_its_fee() {
        var b = new MerchantFeeAccountId("MB:acme:M1");
        var contract = new MerchantContractId("MC:acme:M1:L-2022-0724-01");
        var order = new PaymentOrderId("PO:acme:PAY1");
        var settledOn = LocalDate.of(2024, 7, 22);

        assertStory(
                "pos_fee",
                recorded("BR40", Money.yuan(1_000)),
                new MerchantBFunded(b, receipt("BR40"), Money.yuan(1_000)),
                new FeeReserved(b, new FeeTaker.Payment(order), Money.fen(840)),
                new PaymentCaptured(
                        order,
                        contract,
                        new Capture("UMS", "T-1", Instant.EPOCH, settledOn, Optional.empty()),
                        Money.yuan(1_400),
                        Money.fen(840),
                        FeeBearer.MERCHANT_B,
                        Settling.NET,
                        CUSTODY,
                        PaymentPlace.CONTRACT),
                recorded("BR41", Money.fen(139_160)),
                new ChannelSettled(ChannelSettlementId.of("UMS", settledOn), receipt("BR41"), Money.fen(139_160)));
    }

    @Test
    void refunds_cancelled_bounced_and_rerouted() {
        var one = new MerchantContractId("MC:acme:M8:C1");
        var paid = new PaymentOrderId("PO:acme:PAY1");
        var source = new RefundSource.ContractPayment(one, paid);
        var two = new RefundSource.ContractPayment(new MerchantContractId("MC:acme:M8:C2"), paid);
        var twice = new RefundSource.ExcessReceipt(paid, receipt("BR61"));
        var cancelled = new RefundId("RF:acme:RF60");
        var bounced = new RefundId("RF:acme:RF61");
        var netted = new RefundId("RF:acme:RF62");
        var rerouted = new RefundId("RF:acme:RF63");
        var route = new RefundRoute.Channel("ALI", "T-1");

        assertStory(
                "refund_cancelled_and_bounced",
                recorded("BR60", Money.yuan(1_000)),
                new PaymentReceived(
                        paid,
                        one,
                        receipt("BR60"),
                        Money.yuan(1_000),
                        Money.ZERO,
                        FeeBearer.MERCHANT_B,
                        false,
                        Optional.empty(),
                        Optional.empty()),
                new ContractFundsReserved(one, paid, cancelled, Money.yuan(800)),
                new RefundFunded(cancelled, source, Money.yuan(800), route, Optional.empty()),
                new RefundCancelled(
                        cancelled,
                        source,
                        Money.yuan(800),
                        true,
                        Money.ZERO,
                        Optional.of(one.feeAccount()),
                        Money.ZERO,
                        "NOT_WANTED",
                        Optional.empty()),
                new ContractReservationEnded(one, paid, cancelled, Money.yuan(800)),
                new ContractFundsReserved(one, paid, bounced, Money.yuan(300)),
                new RefundFunded(bounced, source, Money.yuan(300), route, Optional.empty()),
                succeeded(bounced, paid, Money.yuan(300), debited()),
                new RefundBounced(bounced, Money.yuan(300), "R-1", debited()),
                transferCreated(bounced, Money.yuan(300)),
                transferPaid(bounced, Money.yuan(300)),
                captured("M8", "C2", "ALI", Money.yuan(500), Money.yuan(3), FeeBearer.PLATFORM, Settling.GROSS),
                new ContractFundsReserved(two.contract(), paid, netted, Money.yuan(200)),
                new RefundFunded(netted, two, Money.yuan(200), route, Optional.empty()),
                succeeded(netted, paid, Money.yuan(200), new RefundFunds.Netted("ALI", DAY.plusDays(1))),
                new RefundBounced(netted, Money.yuan(200), "R-2", new RefundFunds.Netted("ALI", DAY.plusDays(2))),
                recorded("BR61", Money.yuan(1_400)),
                new DuplicatePaymentDetected(paid, receipt("BR61"), Money.yuan(1_400), Optional.empty()),
                new RefundFunded(rerouted, twice, Money.yuan(1_400), route, Optional.empty()),
                new RefundRerouteRequested(
                        rerouted, 1, ANY_ACCOUNT, Money.yuan(1_400), Money.yuan(1_400), List.of(), "acme-system", 1),
                transferCreated(rerouted, Money.yuan(1_400)),
                transferPaid(rerouted, Money.yuan(1_400)));
    }

    @SuppressWarnings("TooManyParameters") // One capture, fact by fact.
    private static PaymentCaptured captured(
            String merchant,
            String contractNo,
            String channel,
            Money price,
            Money fee,
            FeeBearer bearer,
            Settling settling) {
        var day = channel.equals("UMS") ? 2 : 1;
        return new PaymentCaptured(
                new PaymentOrderId("PO:acme:PAY1"),
                new MerchantContractId("MC:acme:" + merchant + ":" + contractNo),
                new Capture(channel, "T-1", Instant.EPOCH, DAY.plusDays(day), Optional.empty()),
                price,
                fee,
                bearer,
                settling,
                CUSTODY,
                PaymentPlace.CONTRACT);
    }

    private static RefundFunds debited() {
        return new RefundFunds.Debited(CUSTODY, DAY, "CORE-R");
    }

    private static RefundSucceeded succeeded(RefundId refund, PaymentOrderId order, Money amount, RefundFunds funds) {
        return new RefundSucceeded(refund, Optional.of(order), amount, "R-1", funds);
    }

    private static PayoutCreated transferCreated(RefundId refund, Money amount) {
        return new PayoutCreated(
                PayoutId.ofRefund(refund, 1), new RefundTransfer(refund, 1), amount, ANY_ACCOUNT, CUSTODY);
    }

    private static PayoutSucceeded transferPaid(RefundId refund, Money amount) {
        return new PayoutSucceeded(
                PayoutId.ofRefund(refund, 1),
                new RefundTransfer(refund, 1),
                amount,
                CUSTODY,
                "CORE-T",
                DAY,
                Optional.empty());
    }

    private static void assertStory(String scenario, DomainEvent... events) {
        var ours = Arrays.stream(events)
                .map(event -> Postings.of(event, Postings.CURRENT))
                .filter(journals -> !journals.isEmpty())
                // The script writes the journals of both books as one.
                .map(journals -> journals.getFirst().rule()
                        + journals.stream()
                                .flatMap(journal -> journal.postings().stream())
                                .map(line -> line.side() + " " + line.account() + " "
                                        + line.amount().minorUnits())
                                .toList())
                .toList();

        assertThat(ours).isEqualTo(exported(scenario));
    }

    private static List<String> exported(String scenario) {
        var journals = new ArrayList<String>();
        for (var journal : read(scenario).path("journals")) {
            var lines = new ArrayList<String>();
            for (var line : journal.path("lines")) {
                lines.add(line.path("side").stringValue() + " "
                        + ours(line.path("account").stringValue()) + " "
                        + line.path("fen").longValue());
            }
            journals.add(journal.path("rule").stringValue() + lines);
        }
        return journals;
    }

    /** The script's short names in our own: E1 is the contract, BR1 the bank's serial number, P1 the release. */
    private static String ours(String account) {
        var parts = account.split("\\.", -1);
        return switch (parts[0]) {
            case "R1002" -> "R1002." + CUSTODY.subLedger();
            case "R2001" -> "R2001.EA:acme:" + parts[1] + "." + parts[2];
            case "R2004" -> "R2004.MB:acme:" + parts[1] + "." + parts[2];
            case "R2003" -> "R2003.MC:acme:" + parts[1] + ":" + parts[2] + ":" + parts[3] + "." + parts[4];
            case "R1101", "O2201", "O6401" ->
                parts[0] + "." + parts[1] + (parts.length == 3 ? "." + settled(parts[2]) : "");
            case "R2103" -> "R2103.RF:acme:" + parts[1].replace("-REROUTE", ":REROUTE");
            case "O6001" -> "O6001.PAYMENTS";
            case "R2201" ->
                parts[1].equals("PO3") ? "R2201.PO:acme:PAY1" : "R2201.MB:acme:" + owner(parts[1]) + parts[1];
            case "O1003" -> "O1003." + CUSTODY.bankCode();
            case "O1201" -> "O1201.MB:acme:" + parts[1];
            case "O1203" -> "O1203.ALL";
            case "R2101", "R2102" -> parts[0] + "." + receipt(parts[1]);
            case "R2104", "R2105" ->
                parts[0] + "."
                        + switch (parts[1]) {
                            case "P1", "P3", "P4" -> "PY:acme:E1:" + parts[1];
                            case "P2" -> "PY:acme:E1:P1:1";
                            // The script's second payouts of the same release.
                            case "P32" -> "PY:acme:E8:P31:1";
                            case "P60" -> "PY:RF:acme:RF61:1";
                            case "P61" -> "PY:RF:acme:RF63:1";
                            default -> "PY:acme:E8:" + parts[1];
                        };
            default -> throw new IllegalArgumentException("No such account here: " + account);
        };
    }

    /** The script's days of settlement. */
    private static LocalDate settled(String day) {
        return day.startsWith("2")
                ? LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE)
                : DAY.plusDays(Integer.parseInt(day.substring(1)));
    }

    /** The merchant whose advance it is. */
    private static String owner(String advance) {
        return advance.equals("ADV1") ? "M1." : "M7.";
    }

    private static JsonNode read(String scenario) {
        try (var json = PostingScenariosTest.class.getResourceAsStream("/postings/" + scenario + ".json")) {
            return JsonMapper.shared().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BankReceiptId receipt(String coreNo) {
        return BankReceiptId.of(CUSTODY, DAY, coreNo);
    }

    private static PayoutId payout(EscrowAccountId account, String releaseNo) {
        return PayoutId.ofRelease(account, releaseNo);
    }

    private static PayoutId again(EscrowAccountId account, String releaseNo) {
        return PayoutId.ofReissue(account, releaseNo, 1);
    }

    private static BankReceiptRecorded recorded(String coreNo, Money amount) {
        return new BankReceiptRecorded(
                receipt(coreNo),
                amount,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
    }

    private static ReleaseApproved approved(EscrowAccountId account, String releaseNo, Money amount) {
        return new ReleaseApproved(
                account,
                releaseNo,
                payout(account, releaseNo),
                new Payee("S-1", ANY_ACCOUNT),
                amount,
                CUSTODY,
                Optional.empty());
    }

    private static Leg leg(String legNo, long yuan) {
        return new Leg(legNo, new Payee("S-1", ANY_ACCOUNT), Money.yuan(yuan), Optional.empty());
    }

    private static PayoutCreated legCreated(EscrowAccountId account, String legNo, long yuan) {
        return new PayoutCreated(
                payout(account, legNo), new EscrowLeg(account, legNo), Money.yuan(yuan), ANY_ACCOUNT, CUSTODY);
    }

    private static PayoutCreated created(EscrowAccountId account, String releaseNo, Money amount) {
        return new PayoutCreated(
                payout(account, releaseNo), new EscrowRelease(account, releaseNo), amount, ANY_ACCOUNT, CUSTODY);
    }

    private static PayoutSucceeded succeeded(EscrowAccountId account, String releaseNo, Money amount) {
        return new PayoutSucceeded(
                payout(account, releaseNo),
                new EscrowRelease(account, releaseNo),
                amount,
                CUSTODY,
                "CORE-" + releaseNo,
                DAY,
                Optional.empty());
    }
}
