package io.coffer.command.kernel;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.approvals.ApprovalCommand.ProposeApproval;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.approvals.ApprovalSubject;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.Command;
import io.coffer.api.merchants.ContractCommand.CreditContract;
import io.coffer.api.merchants.ContractCommand.ReserveContractFunds;
import io.coffer.api.merchants.FeeAccountCommand.FundMerchantB;
import io.coffer.api.merchants.FeeAccountCommand.OpenFeeAccount;
import io.coffer.api.merchants.FeeAccountCommand.ReserveFee;
import io.coffer.api.merchants.FeeAccountCommand.ReserveMerchantFunds;
import io.coffer.api.merchants.FeeAccountCommand.ReserveRefundFee;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.FundsTaker;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutCommand.CreatePayout;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSource;
import io.coffer.api.payouts.PayoutSwitchCommand.StopPayouts;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.receipts.FingerprintCommand.RegisterTwin;
import io.coffer.api.receipts.FingerprintId;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptCommand.ReleaseReceipt;
import io.coffer.api.receipts.ReceiptKeyCommand.ClaimReceiptKey;
import io.coffer.api.receipts.ReceiptKeyId;
import io.coffer.api.receipts.StatementCommand.OpenStatement;
import io.coffer.api.receipts.StatementId;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VirtualAccountCommand.AssignOwner;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.settlements.SettlementCommand.TakeSettlementFile;
import io.coffer.api.settlements.SettlementLine;
import io.coffer.api.splits.SplitCommand.AnswerForPayee;
import io.coffer.api.splits.SplitCommand.DefineSplit;
import io.coffer.api.splits.SplitCommand.PromiseReturn;
import io.coffer.api.splits.SplitCommand.RecordSplitReserved;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitTerms;
import io.coffer.command.accounts.Sale;
import io.coffer.command.merchants.Lease;
import io.coffer.command.merchants.Shop;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("A kept state")
class KeptStatesTest {

    private static final BankReceiptId RECEIPT = Sale.receipt("X");
    private static final BookingPlace DAY = new BookingPlace(Sale.CUSTODY, LocalDate.of(2026, 11, 22));

    private final CommandDatabase database = CommandDatabase.create();
    private final Traffic traffic = new Traffic();
    private final Node node = Node.on(database);
    private final Node later = Node.on(database, traffic.on(database.runtime("store")));
    private int key;

    @AfterEach
    void close() {
        node.close();
        later.close();
    }

    @Test
    void spares_a_long_history_from_being_read() {
        history(2 * KeptStates.EVERY + 1);

        // The first page, the snapshot, what came after it, and whether there is a key or anything newer.
        assertThat(traffic.statementsOf(() -> give(later, released(), POLICY))).isEqualTo(4);
        assertThat(later.cached(RECEIPT)).usingRecursiveComparison().isEqualTo(node.cached(RECEIPT));
        assertThat(snapshotSequence()).isEqualTo(2 * KeptStates.EVERY - 1);
    }

    @Test
    void of_other_code_is_not_read_and_is_replaced() {
        history(KeptStates.EVERY + 1);
        sql(
                "update store.snapshot set sequence = 5, payload = convert_to("
                        + "regexp_replace(convert_from(payload, 'UTF8'), '\"revision\":\"[^\"]*', '\"revision\":\"x'), 'UTF8')");

        give(later, released(), POLICY);

        assertThat(later.cached(RECEIPT)).usingRecursiveComparison().isEqualTo(node.cached(RECEIPT));
        assertThat(snapshotSequence()).isEqualTo(KeptStates.EVERY);
    }

    @Test
    void that_is_damaged_is_as_good_as_none() {
        history(KeptStates.EVERY + 1);
        sql("update store.snapshot set payload = 'nonsense'");

        give(later, released(), POLICY);

        assertThat(later.cached(RECEIPT)).usingRecursiveComparison().isEqualTo(node.cached(RECEIPT));
    }

    @Test
    void comes_back_as_it_was_for_every_kind_of_aggregate() {
        var payout = PayoutId.ofRelease(Sale.ACCOUNT, "R-1");
        var from = new PayoutSource.EscrowRelease(Sale.ACCOUNT, "R-1");
        var subject = new ApprovalSubject.Release(Sale.ACCOUNT, "R-1", "S-1", Money.fen(1));
        var refund = Lease.refund("R-1");

        assertKept(Sale.open(), BUSINESS);
        assertKept(recorded(), BANK);
        assertKept(new AssignOwner(Sale.NUMBER, Sale.ACCOUNT), POLICY);
        assertKept(new CreatePayout(payout, from, Money.fen(1), Sale.SELLER.account(), Sale.CUSTODY), POLICY);
        assertKept(new OpenFeeAccount(Shop.B, Sale.CUSTODY), BUSINESS);
        assertKept(new FundMerchantB(Shop.B, RECEIPT, Money.fen(2), Sale.CUSTODY), POLICY);
        assertKept(new ReserveFee(Shop.B, new FeeTaker.Order("O-1"), Money.fen(1), Optional.empty()), BUSINESS);
        assertKept(new ReserveRefundFee(Shop.B, refund, Money.fen(1), Optional.empty()), POLICY);
        assertKept(new CreditContract(Lease.CONTRACT, Lease.ORDER, Money.fen(2)), POLICY);
        assertKept(new ReserveContractFunds(Lease.CONTRACT, Lease.ORDER, refund, Money.fen(1)), POLICY);
        var split = SplitId.of(People.ACME, "SP-1");
        var legs = List.of(new SplitLeg(Shop.B, Money.fen(1)));
        var terms = new SplitTerms(Lease.CONTRACT, Lease.ORDER, Money.fen(1), legs, Money.ZERO);
        var back = new FundsTaker.SplitReturn(split, refund);
        assertKept(new ReserveContractFunds(Lease.CONTRACT, Lease.ORDER, split, Money.fen(1)), POLICY);
        assertKept(new ReserveMerchantFunds(Shop.B, back, Money.fen(9)), POLICY);
        assertKept(new DefineSplit(split, terms), BUSINESS);
        assertKept(new RecordSplitReserved(split, Optional.empty()), POLICY);
        assertKept(new AnswerForPayee(split, Shop.B, Optional.empty()), POLICY);
        assertKept(new PromiseReturn(split, refund, Lease.ORDER, legs), POLICY);
        assertKept(AssignReceipt.byPeople(RECEIPT, Shop.B), OPERATOR);
        assertKept(settlementFile(), BANK);
        assertKept(new StopPayouts(PayoutSwitchId.all(), "X"), OPERATOR);
        assertKept(new ProposeApproval(ApprovalRequestId.ofRelease(Sale.ACCOUNT, "R-1"), subject, "m", 1), POLICY);
        assertKept(
                new RegisterTwin(
                        FingerprintId.ofAnyPayer(DAY, Money.fen(1)),
                        RECEIPT,
                        Optional.of("acct_1"),
                        Optional.of(Sale.NUMBER),
                        false),
                BANK);
        assertKept(new ClaimReceiptKey(ReceiptKeyId.of(BankReceiptId.of(DAY, "X")), RECEIPT), BANK);
        assertKept(new OpenStatement(StatementId.of(DAY), Money.fen(1), Money.fen(2), 1, Money.fen(1)), BANK);
    }

    private void assertKept(Command command, Actor actor) {
        give(node, command, actor);
        var root = Objects.requireNonNull(node.cached(command.target()));
        assertComesBack(root, root.getClass());
    }

    private static <T> void assertComesBack(Object root, Class<T> type) {
        var json = new ShellJson<>(type, new Shells<>(type));

        var again = json.write(type.cast(root)).flatMap(json::read);

        assertThat(again)
                .hasValueSatisfying(
                        read -> assertThat(read).usingRecursiveComparison().isEqualTo(root));
    }

    /** A receipt that is reserved and let go again and again; it ends in suspense. */
    private void history(int events) {
        give(node, recorded(), BANK);
        for (var count = 1; count < events; count += 2) {
            give(node, AssignReceipt.byPeople(RECEIPT, Sale.ACCOUNT), OPERATOR);
            give(node, released(), POLICY);
        }
        assertThat(node.log().head()).isEqualTo(events);
    }

    private void give(Node which, Command command, Actor actor) {
        which.give(command, actor, "K-" + key++);
    }

    private long snapshotSequence() {
        return Objects.requireNonNull(new JdbcTemplate(database.runtime("store"))
                .queryForObject("select sequence from store.snapshot", Long.class));
    }

    private void sql(String statement) {
        assertThat(new JdbcTemplate(database.runtime("store")).update(statement))
                .isEqualTo(1);
    }

    private static TakeSettlementFile settlementFile() {
        var line = new SettlementLine(SettlementLine.Kind.PAYMENT, "T-1", Money.fen(2), Money.fen(1));
        return new TakeSettlementFile(
                ChannelSettlementId.of("WECHAT", DAY.bankDate()),
                1,
                1,
                Money.fen(1),
                Optional.of(RECEIPT),
                Optional.empty(),
                List.of(line));
    }

    private static RecordReceipt recorded() {
        return new RecordReceipt(
                RECEIPT,
                Money.fen(1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
    }

    private static ReleaseReceipt released() {
        return new ReleaseReceipt(RECEIPT, Sale.ACCOUNT, SuspenseReason.TARGET_REFUSED, "X");
    }
}
