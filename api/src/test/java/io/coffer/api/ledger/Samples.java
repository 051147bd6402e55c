package io.coffer.api.ledger;

import io.coffer.api.accounts.ContractRef;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.Leg;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.ReleaseCondition;
import io.coffer.api.accounts.ReleaseConditions;
import io.coffer.api.accounts.Signature;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.approvals.ApprovalSubject;
import io.coffer.api.approvals.CommandDigest;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.FundsTaker;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.Capture;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutOutcome;
import io.coffer.api.payouts.PayoutSource;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.promotions.Discount;
import io.coffer.api.promotions.Funder;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.receipts.FingerprintId;
import io.coffer.api.receipts.ReceiptKeyId;
import io.coffer.api.receipts.ReceiptTarget;
import io.coffer.api.receipts.ReceiptVerdict;
import io.coffer.api.receipts.StatementId;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.refunds.RecoveryLeg;
import io.coffer.api.refunds.RecoveryPlan;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundFinding;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.settlements.SettlementLine;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitSwitchId;
import io.coffer.api.splits.SplitTerms;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One instance of every event type, found through the sealed hierarchy: a new event cannot be forgotten. */
final class Samples {

    static final Money AMOUNT = Money.fen(60_000_000);

    private static final EscrowAccountId ACCOUNT = new EscrowAccountId("EA:acme:C-1");
    private static final CustodyAccount CUSTODY = new CustodyAccount("102100000021", "6222000000000001");
    private static final BankAccountRef BANK_ACCOUNT =
            new BankAccountRef("token", "102100000021", "digest", BankAccountRef.AccountClass.PERSONAL);
    private static final Map<Type, Object> VALUES = Map.ofEntries(
            Map.entry(String.class, "AR:_:x"),
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(LocalDate.class, LocalDate.EPOCH),
            Map.entry(Money.class, AMOUNT),
            Map.entry(EscrowAccountId.class, ACCOUNT),
            Map.entry(ReceiptTarget.class, ACCOUNT),
            Map.entry(MerchantFeeAccountId.class, new MerchantFeeAccountId("MB:acme:M-1")),
            Map.entry(FeeTaker.class, new FeeTaker.Order("O-1")),
            Map.entry(MerchantContractId.class, new MerchantContractId("MC:acme:M-1:C-1")),
            Map.entry(CampaignId.class, new CampaignId("PC:acme:RENT")),
            Map.entry(Funder.class, new Funder.PlatformOwn()),
            Map.entry(PaymentOrderId.class, new PaymentOrderId("PO:acme:O-1")),
            Map.entry(RefundId.class, new RefundId("RF:acme:R-1")),
            Map.entry(SplitId.class, new SplitId("SI:acme:SP-1")),
            Map.entry(
                    SplitTerms.class,
                    new SplitTerms(
                            new MerchantContractId("MC:acme:M-1:C-1"),
                            new PaymentOrderId("PO:acme:O-1"),
                            AMOUNT,
                            List.of(new SplitLeg(new MerchantFeeAccountId("MB:acme:M-1"), AMOUNT)),
                            Money.ZERO)),
            Map.entry(
                    FundsTaker.class,
                    new FundsTaker.SplitReturn(new SplitId("SI:acme:SP-1"), new RefundId("RF:acme:R-1"))),
            Map.entry(RecoveryPlan.class, new RecoveryPlan(List.of(new RecoveryLeg.Merchant(AMOUNT)))),
            Map.entry(PaymentWay.class, new PaymentWay.BankTransfer()),
            Map.entry(RefundSource.class, new RefundSource.ExcessCapture(new PaymentOrderId("PO:acme:O-1"), "T-1")),
            Map.entry(RefundRoute.class, new RefundRoute.Reroute()),
            Map.entry(RefundFunds.class, new RefundFunds.Netted("WECHAT", LocalDate.EPOCH)),
            Map.entry(RefundOutcome.class, new RefundOutcome.Refused(RefundFailure.FINAL, "CLOSED")),
            Map.entry(RefundFinding.class, new RefundFinding.WasNotPaid("CLOSED")),
            Map.entry(Capture.class, PaymentSamples.CAPTURE),
            Map.entry(PayoutId.class, PayoutId.ofRelease(ACCOUNT, "R-1")),
            Map.entry(BankReceiptId.class, BankReceiptId.of(CUSTODY, LocalDate.EPOCH, "X1")),
            Map.entry(ReceiptKeyId.class, ReceiptKeyId.of(BankReceiptId.of(CUSTODY, LocalDate.EPOCH, "X1"))),
            Map.entry(
                    FingerprintId.class, FingerprintId.ofAnyPayer(new BookingPlace(CUSTODY, LocalDate.EPOCH), AMOUNT)),
            Map.entry(StatementId.class, StatementId.of(new BookingPlace(CUSTODY, LocalDate.EPOCH))),
            Map.entry(ChannelSettlementId.class, ChannelSettlementId.of("WECHAT", LocalDate.EPOCH)),
            Map.entry(SettlementLine.class, SettlementLine.of(SettlementLine.Kind.BOUNCE, "RF:acme:R-1", AMOUNT)),
            Map.entry(boolean.class, true),
            Map.entry(Integer.class, 1),
            Map.entry(VirtualAccountId.class, VirtualAccountId.of("102100000021", "8001")),
            Map.entry(PayoutSwitchId.class, PayoutSwitchId.all()),
            Map.entry(SplitSwitchId.class, new SplitSwitchId("SS:acme:M-1")),
            Map.entry(LedgerWatchId.class, LedgerWatchId.of("C2", 1)),
            Map.entry(ApprovalRequestId.class, ApprovalRequestId.ofRelease(ACCOUNT, "R-1")),
            Map.entry(ApprovalSubject.class, new ApprovalSubject.Release(ACCOUNT, "R-1", "S-1", AMOUNT)),
            Map.entry(CommandDigest.class, CommandDigest.of(List.of("x"))),
            Map.entry(ContractRef.class, new ContractRef("C-1", ContractRef.BusinessLine.SECOND_HAND, "110105")),
            Map.entry(CustodyAccount.class, CUSTODY),
            Map.entry(Party.class, new Party("S-1", PartyRole.SELLER)),
            Map.entry(Evidence.class, new Evidence("D-1", "DEED", "0".repeat(64))),
            Map.entry(Signature.class, new Signature("S-1", List.of(), Optional.empty())),
            Map.entry(Leg.class, new Leg("L-1", new Payee("S-1", BANK_ACCOUNT), AMOUNT, Optional.empty())),
            Map.entry(
                    TerminationLeg.class,
                    new TerminationLeg("L-1", new Payee("S-1", BANK_ACCOUNT), AMOUNT, AMOUNT, Optional.empty())),
            Map.entry(
                    FreezeOrder.class,
                    new FreezeOrder("F-1", FreezeKind.DISPUTE, "B-1", Optional.of(AMOUNT), Optional.empty())),
            Map.entry(PayoutOutcome.class, new PayoutOutcome.Refused("CLOSED")),
            Map.entry(PayoutSource.class, new PayoutSource.EscrowRelease(ACCOUNT, "R-1")),
            Map.entry(ReceiptVerdict.class, new ReceiptVerdict.NeverBooked(List.of())),
            Map.entry(ReleaseConditions.class, new ReleaseConditions.Single(ReleaseCondition.TRANSFER_REGISTERED)));

    private Samples() {}

    static List<Class<?>> everyEventType() {
        return leaves(DomainEvent.class).toList();
    }

    static DomainEvent of(Class<?> event) {
        return (DomainEvent) record(event);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Samples::leaves)
                : Stream.of(type);
    }

    private static Object value(Type type) {
        if (VALUES.containsKey(type)) {
            return VALUES.get(type);
        }
        if (type instanceof ParameterizedType generic) {
            if (generic.getActualTypeArguments()[0] == Discount.class) {
                // With one, more than one amount moves: PaymentSamples has it.
                return Optional.empty();
            }
            var element = value(generic.getActualTypeArguments()[0]);
            return generic.getRawType() == Optional.class ? Optional.of(element) : List.of(element);
        }
        var plain = (Class<?>) type;
        return plain.isEnum() ? plain.getEnumConstants()[0] : record(plain);
    }

    private static Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components)
                .map(component -> value(component.getGenericType()))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No sample of " + type, e);
        }
    }
}
