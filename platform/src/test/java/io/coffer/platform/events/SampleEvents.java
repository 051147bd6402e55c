package io.coffer.platform.events;

import io.coffer.api.accounts.AgreementEvent.*;
import io.coffer.api.accounts.ApprovalTiers;
import io.coffer.api.accounts.ClosureEvent.*;
import io.coffer.api.accounts.ConditionEvent.*;
import io.coffer.api.accounts.ContractRef;
import io.coffer.api.accounts.DeductionEvent.*;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.accounts.FreezeEvent.*;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.FreezeTerms;
import io.coffer.api.accounts.FundingEvent.*;
import io.coffer.api.accounts.FundingEvent.ExcessRefunding;
import io.coffer.api.accounts.FundingEvent.ExcessReturned;
import io.coffer.api.accounts.FundingEvent.JournalReversed;
import io.coffer.api.accounts.FundingEvent.ReversalDeclined;
import io.coffer.api.accounts.HoldbackEvent.*;
import io.coffer.api.accounts.HoldbackSource;
import io.coffer.api.accounts.HoldbackTerms;
import io.coffer.api.accounts.HoldingOrder;
import io.coffer.api.accounts.Leg;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.PayeeEvent.*;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.accounts.PlannedPayment;
import io.coffer.api.accounts.ReleaseCondition;
import io.coffer.api.accounts.ReleaseConditions.AllOf;
import io.coffer.api.accounts.ReleaseConditions.AnyOf;
import io.coffer.api.accounts.ReleaseConditions.Single;
import io.coffer.api.accounts.ReleaseEvent.*;
import io.coffer.api.accounts.ReturnEvent.*;
import io.coffer.api.accounts.ReturnEvent.LegReissueDeclined;
import io.coffer.api.accounts.ReturnEvent.LegReissued;
import io.coffer.api.accounts.Signature;
import io.coffer.api.accounts.TerminationEvent.*;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalEvent.*;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.approvals.ApprovalSubject;
import io.coffer.api.approvals.CommandDigest;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.BankAccountRef.AccountClass;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.ledger.LedgerEvent.MerchantDifferenceFound;
import io.coffer.api.ledger.LedgerEvent.ReserveCoverageFailed;
import io.coffer.api.ledger.LedgerWatchId;
import io.coffer.api.merchants.ContractEvent.*;
import io.coffer.api.merchants.ContractEvent.ContractFundsAwaited;
import io.coffer.api.merchants.ContractEvent.ContractWaitEnded;
import io.coffer.api.merchants.FeeAccountEvent.*;
import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.FundsTaker;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.Capture;
import io.coffer.api.payments.ChannelTerms;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.FeeTerm;
import io.coffer.api.payments.PaymentEvent.*;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.payouts.PayoutEvent.*;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutOutcome;
import io.coffer.api.payouts.PayoutSource;
import io.coffer.api.payouts.PayoutSwitchEvent.*;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.api.promotions.CampaignEvent.*;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.promotions.CampaignTerms;
import io.coffer.api.promotions.Discount;
import io.coffer.api.promotions.DiscountWish;
import io.coffer.api.promotions.Funder;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.receipts.FingerprintEvent.*;
import io.coffer.api.receipts.FingerprintId;
import io.coffer.api.receipts.LineEvent.BankReturnBooked;
import io.coffer.api.receipts.LineEvent.BankReturnDeclined;
import io.coffer.api.receipts.LineEvent.BankReturnHandedOver;
import io.coffer.api.receipts.LineEvent.BankReturnNoted;
import io.coffer.api.receipts.LineEvent.OwnTransferNoted;
import io.coffer.api.receipts.MatchedBy;
import io.coffer.api.receipts.NumberDoubt;
import io.coffer.api.receipts.ReceiptEvent.*;
import io.coffer.api.receipts.ReceiptKeyEvent.*;
import io.coffer.api.receipts.ReceiptKeyId;
import io.coffer.api.receipts.ReceiptPart;
import io.coffer.api.receipts.ReceiptUse;
import io.coffer.api.receipts.ReceiptVerdict;
import io.coffer.api.receipts.StatementEvent.*;
import io.coffer.api.receipts.StatementId;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCleared;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCorrected;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCorrecting;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCorrectionFailed;
import io.coffer.api.receipts.VerdictEvent.BankReceiptRestored;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReturnFailed;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReturned;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReturning;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReversed;
import io.coffer.api.receipts.VerdictEvent.ExcessGranted;
import io.coffer.api.receipts.VerdictEvent.ExcessPromiseEnded;
import io.coffer.api.receipts.VerdictEvent.ExcessPromised;
import io.coffer.api.receipts.VerdictEvent.ExcessTaken;
import io.coffer.api.receipts.VerdictEvent.VerdictRejected;
import io.coffer.api.receipts.VerdictEvent.VerdictRequested;
import io.coffer.api.receipts.VirtualAccountEvent.*;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.ClaimVerdict;
import io.coffer.api.refunds.RecoveryLeg;
import io.coffer.api.refunds.RecoveryPlan;
import io.coffer.api.refunds.RefundEvent.*;
import io.coffer.api.refunds.RefundEvent.RefundRetriesExhausted;
import io.coffer.api.refunds.RefundEvent.RefundRetryPlanned;
import io.coffer.api.refunds.RefundEvent.RefundRetryWanted;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundFeePayer;
import io.coffer.api.refunds.RefundFinding;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundKind;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.settlements.SettlementEvent;
import io.coffer.api.settlements.SettlementEvent.*;
import io.coffer.api.settlements.SettlementEvent.SettlementReversed;
import io.coffer.api.settlements.SettlementLine;
import io.coffer.api.settlements.SettlementPlace;
import io.coffer.api.splits.PayeeRefusal;
import io.coffer.api.splits.SplitEvent.*;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitSwitchEvent.*;
import io.coffer.api.splits.SplitSwitchId;
import io.coffer.api.splits.SplitTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One instance of every event, made by hand; a file of approved JSON stands behind each. Long, because it is a list. */
public final class SampleEvents {

    public static final TenantId ACME = new TenantId("acme");
    public static final EscrowAccountId ACCOUNT = EscrowAccountId.of(ACME, "C-2026-0001");
    public static final CustodyAccount CUSTODY = new CustodyAccount("102100099996", "0200001019200123456");
    public static final VirtualAccountId NUMBER = VirtualAccountId.of("102100099996", "6222000000000017");
    public static final BankReceiptId RECEIPT = BankReceiptId.of(CUSTODY, LocalDate.of(2026, 11, 22), "CORE-000001");
    public static final BookingPlace PLACE = new BookingPlace(CUSTODY, LocalDate.of(2026, 11, 22));
    public static final BankReceiptId WEAK = BankReceiptId.weak("102100099996", "N-1");
    public static final String RELEASE = "R-1";
    public static final PayoutId PAYOUT = PayoutId.ofRelease(ACCOUNT, RELEASE);
    public static final ApprovalRequestId REQUEST = ApprovalRequestId.ofRelease(ACCOUNT, RELEASE);
    public static final BankAccountRef BANK_ACCOUNT = new BankAccountRef(
            "acct_0123456789abcdef0123456789abcdef01234567", "105100000017", "ab".repeat(32), AccountClass.PERSONAL);

    private static final Money SIX_HUNDRED_THOUSAND = Money.yuan(600_000);
    private static final Money SOME_FEN = Money.fen(12_345);
    private static final FingerprintId FINGERPRINT =
            FingerprintId.ofPayer(PLACE, SIX_HUNDRED_THOUSAND, BANK_ACCOUNT.token());
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00.123456Z");
    private static final List<Evidence> EVIDENCE =
            List.of(new Evidence("DOC-1", "TRANSFER_CERTIFICATE", "0f".repeat(32)));
    private static final Payee PAYEE = new Payee("P-SELLER", BANK_ACCOUNT);
    private static final List<Leg> LEGS = List.of(
            new Leg("L-1", PAYEE, SIX_HUNDRED_THOUSAND, Optional.empty()),
            new Leg("L-2", new Payee("P-BUYER", BANK_ACCOUNT), SOME_FEN, Optional.of("K-1")));
    private static final List<TerminationLeg> PARTS = List.of(
            new TerminationLeg(
                    "L-1", new Payee("P-BUYER", BANK_ACCOUNT), SIX_HUNDRED_THOUSAND, Money.ZERO, Optional.of(RECEIPT)),
            new TerminationLeg("L-2", PAYEE, SOME_FEN, SOME_FEN, Optional.empty()));
    private static final PayoutSource SOURCE = new PayoutSource.EscrowRelease(ACCOUNT, RELEASE);
    private static final ApprovalSubject SUBJECT =
            new ApprovalSubject.Release(ACCOUNT, RELEASE, "P-SELLER", SIX_HUNDRED_THOUSAND);
    private static final PayoutId AGAIN = PayoutId.ofReissue(ACCOUNT, RELEASE, 1);
    private static final EscrowAccountId OTHER = EscrowAccountId.of(ACME, "C-2026-0002");
    private static final ApprovalRequestId ON_RECEIPT = ApprovalRequestId.ofReceipt(RECEIPT, 1);
    private static final ReceiptVerdict BACK =
            new ReceiptVerdict.ReturnToPayer(ReceiptPart.WHOLE, SIX_HUNDRED_THOUSAND, BANK_ACCOUNT);
    private static final List<Signature> SIGNATURES = List.of(
            new Signature("P-BUYER", EVIDENCE, Optional.empty()),
            new Signature(
                    "P-SELLER",
                    List.of(new Evidence("DOC-2", Signature.POWER_OF_ATTORNEY, "0e".repeat(32))),
                    Optional.of("P-PROXY")));
    private static final FreezeOrder ORDER = new FreezeOrder(
            "F-1",
            FreezeKind.DISPUTE,
            "P-BUYER",
            Optional.of(SIX_HUNDRED_THOUSAND),
            Optional.of(PaymentItem.DOWN_PAYMENT));
    private static final CommandDigest DIGEST = new CommandDigest("cd".repeat(32));
    private static final EscrowTerms TERMS = EscrowTerms.plain(
            "SH-2026-1",
            List.of(new PlannedPayment(
                    PaymentItem.DOWN_PAYMENT, SIX_HUNDRED_THOUSAND, LocalDate.of(2026, 12, 31), PartyRole.BUYER)),
            new AllOf(List.of(
                    new Single(ReleaseCondition.TRANSFER_REGISTERED),
                    new AnyOf(List.of(
                            new Single(ReleaseCondition.OLD_LOAN_SETTLED),
                            new Single(ReleaseCondition.MORTGAGE_REGISTERED))))),
            ApprovalTiers.standard());

    private static final MerchantFeeAccountId MERCHANT = MerchantFeeAccountId.of(ACME, "M-0001");
    private static final Money FEE = Money.fen(840);
    private static final Money LIMIT = Money.yuan(1_000);
    private static final String FEE_OF = "O-1";
    private static final MerchantContractId CONTRACT = MerchantContractId.of(ACME, "M-0001", "L-2022-0724-01");
    private static final PaymentOrderId PAYMENT = PaymentOrderId.of(ACME, "PAY-1");
    private static final RefundId REFUND = RefundId.of(ACME, "RF-1");
    private static final Money PAID = Money.yuan(1_400);
    private static final LocalDate SETTLED_ON = LocalDate.of(2026, 11, 23);
    private static final ChannelTerms CHANNEL = new ChannelTerms("WECHAT", 365, 50, 60);
    private static final Capture CAPTURE = new Capture("WECHAT", "T-1", NOON, SETTLED_ON, Optional.of(BANK_ACCOUNT));
    private static final FeeTerm FEE_TERM = new FeeTerm(60, Optional.of(LIMIT), FeeBearer.MERCHANT_B, true);
    private static final Instant LATER = NOON.plusSeconds(86_400);
    private static final CampaignId CAMPAIGN = CampaignId.of(new TenantId("acme"), "RENT-2026");
    private static final CampaignTerms CAMPAIGN_TERMS = new CampaignTerms(
            new Funder.PostBilled("RENTAL"), SIX_HUNDRED_THOUSAND, Money.yuan(50), Money.yuan(1_000), NOON, LATER);
    private static final Discount DISCOUNT =
            new Discount(CAMPAIGN, new Funder.PostBilled("RENTAL"), Money.yuan(50), CUSTODY);
    private static final RefundSource REFUNDED_FROM = new RefundSource.ContractPayment(CONTRACT, PAYMENT);
    private static final RefundFunds NETTED = new RefundFunds.Netted("WECHAT", SETTLED_ON);
    private static final RefundOutcome DONE =
            new RefundOutcome.Done("WR-1", NETTED, Optional.of(new RefundOutcome.ReturnedFee(FEE, SETTLED_ON)));
    private static final AdmittedRefund FACTS = new AdmittedRefund(
            RefundKind.ORIGINAL_ROUTE,
            PAID,
            REFUNDED_FROM,
            new RefundRoute.Channel("WECHAT", "T-1"),
            FEE,
            Optional.of(MERCHANT),
            Optional.of(FeeBearer.MERCHANT_B),
            CUSTODY,
            Optional.of(BANK_ACCOUNT),
            "PAID_TWICE",
            "acme-system",
            Optional.empty(),
            Optional.of(FEE),
            Optional.empty());
    private static final AdmittedRefund FACTS_OF_BEFORE = new AdmittedRefund(
            RefundKind.ORIGINAL_ROUTE,
            PAID,
            REFUNDED_FROM,
            new RefundRoute.Channel("WECHAT", "T-1"),
            FEE,
            Optional.of(MERCHANT),
            Optional.of(FeeBearer.MERCHANT_B),
            CUSTODY,
            Optional.of(BANK_ACCOUNT),
            "PAID_TWICE",
            "acme-system",
            Optional.empty());
    private static final SplitId SPLIT = SplitId.of(ACME, "SP-1");
    private static final SplitSwitchId SPLITS = new SplitSwitchId("SS:acme:M-1");
    private static final SplitLeg SPLIT_LEG = new SplitLeg(MERCHANT, PAID.minus(FEE));
    private static final SplitTerms SPLIT_TERMS = new SplitTerms(CONTRACT, PAYMENT, PAID, List.of(SPLIT_LEG), FEE);
    private static final FundsTaker GIVEN_BACK = new FundsTaker.SplitReturn(SPLIT, REFUND);
    private static final RecoveryPlan PLAN = new RecoveryPlan(List.of(
            new RecoveryLeg.Contract(SOME_FEN),
            new RecoveryLeg.Payee(SPLIT, MERCHANT, SOME_FEN),
            new RecoveryLeg.Merchant(FEE)));
    private static final AdmittedRefund AFTER_RELEASE = new AdmittedRefund(
            RefundKind.AFTER_RELEASE,
            PAID,
            REFUNDED_FROM,
            new RefundRoute.Channel("WECHAT", "T-1"),
            Money.ZERO,
            Optional.of(MERCHANT),
            Optional.of(FeeBearer.MERCHANT_B),
            CUSTODY,
            Optional.of(BANK_ACCOUNT),
            "PAID_TWICE",
            "acme-system",
            Optional.empty(),
            Optional.of(FEE),
            Optional.of(PLAN));
    private static final RefundRoute REVERSAL =
            new RefundRoute.Reversal("WECHAT", "T-1", PaymentWay.Settling.GROSS, SETTLED_ON);
    private static final AdmittedRefund REVERSED = new AdmittedRefund(
            RefundKind.CHANNEL_REVERSAL,
            PAID,
            REFUNDED_FROM,
            REVERSAL,
            Money.ZERO,
            Optional.of(MERCHANT),
            Optional.of(FeeBearer.PLATFORM),
            CUSTODY,
            Optional.of(BANK_ACCOUNT),
            "WRONG_FLAT",
            "acme-system",
            Optional.empty(),
            Optional.of(FEE),
            Optional.empty());
    private static final ChannelSettlementId SETTLEMENT = ChannelSettlementId.of("WECHAT", SETTLED_ON);
    private static final SettlementLine SETTLED = new SettlementLine(SettlementLine.Kind.PAYMENT, "T-1", PAID, FEE);
    private static final RefundId OF_LEG = RefundId.ofLeg(ACCOUNT, "L-1");
    private static final RefundSource LEG = new RefundSource.EscrowLeg(ACCOUNT, "L-1");
    private static final List<TerminationLeg> REFUNDED_PARTS =
            List.of(PARTS.getFirst().takenBy(OF_LEG), PARTS.getLast());
    private static final PayoutId TRANSFER = PayoutId.ofRefund(REFUND, 1);

    private SampleEvents() {}

    /** Every event with all its fields. */
    public static List<DomainEvent> all() {
        return List.of(
                new EscrowAccountOpened(
                        ACCOUNT,
                        new ContractRef("C-2026-0001", ContractRef.BusinessLine.SECOND_HAND, "310000"),
                        List.of(
                                new Party("P-BUYER", PartyRole.BUYER, Optional.of("name_0123456789")),
                                new Party("P-SELLER", PartyRole.SELLER)),
                        TERMS,
                        CUSTODY),
                new TermsAmended(ACCOUNT, TERMS),
                new EscrowAccountCancelled(ACCOUNT, "The buyer withdrew.", Optional.of(NUMBER)),
                new VirtualAccountAttached(ACCOUNT, NUMBER),
                new EscrowFunded(
                        ACCOUNT, RECEIPT, SIX_HUNDRED_THOUSAND, SIX_HUNDRED_THOUSAND, Optional.of(BANK_ACCOUNT)),
                new PaymentItemPartiallyFunded(ACCOUNT, PaymentItem.DOWN_PAYMENT, SOME_FEN, SOME_FEN),
                new PaymentItemSettled(ACCOUNT, PaymentItem.DOWN_PAYMENT, SIX_HUNDRED_THOUSAND),
                new EscrowOverfunded(ACCOUNT, RECEIPT, SOME_FEN, SIX_HUNDRED_THOUSAND),
                new ReceiptDeclined(ACCOUNT, RECEIPT, SuspenseReason.PAYER_UNCLEAR, "PAYER_UNCLEAR"),
                new FeeAccountOpened(MERCHANT, CUSTODY),
                new FeeAccountNumberAttached(MERCHANT, NUMBER),
                new StandingChanged(MERCHANT, FeeAccountStanding.IN_ONLY, "COMPLAINTS"),
                new AdvanceLimitRequested(MERCHANT, 1, LIMIT, "olga"),
                new AdvanceLimitSet(
                        MERCHANT,
                        1,
                        LIMIT,
                        Optional.of(
                                ApprovalRequestId.ofAdvanceLimit(MERCHANT, 1).value())),
                new MerchantBFunded(MERCHANT, RECEIPT, SOME_FEN),
                new MerchantFundingDeclined(MERCHANT, RECEIPT, "FEE_ACCOUNT_RESTRICTED"),
                new FeeReserved(MERCHANT, new FeeTaker.Order(FEE_OF), FEE),
                new FeeAdvanced(MERCHANT, FEE_OF, FEE, CUSTODY),
                new FeeReservationEnded(MERCHANT, FEE_OF, Money.ZERO, "EXPIRED"),
                new AdvanceRecovered(MERCHANT, FEE_OF, new FeeTaker.Order("O-2"), FEE, SOME_FEN),
                new RefundFeeGranted(MERCHANT, REFUND, Money.fen(500), Money.fen(340)),
                new RefundAdvanceWithdrawn(MERCHANT, REFUND, Money.fen(340)),
                new FeeReservationTaken(MERCHANT, new FeeTaker.Payment(PAYMENT), FEE),
                new MerchantBCredited(MERCHANT, REFUND, FEE),
                new CampaignCreated(CAMPAIGN, CAMPAIGN_TERMS, "olga"),
                new CampaignApproved(CAMPAIGN, Optional.of("AR:_:campaign:acme:RENT-2026")),
                new CampaignRejected(CAMPAIGN, "NOT_WANTED"),
                new CampaignEnded(CAMPAIGN, "NOT_WANTED"),
                new DiscountLocked(CAMPAIGN, PAYMENT, Money.yuan(50), new Funder.PostBilled("RENTAL")),
                new DiscountUnlocked(CAMPAIGN, PAYMENT, Money.yuan(50), "EXPIRED"),
                new DiscountConsumed(CAMPAIGN, PAYMENT, Money.yuan(50)),
                new DiscountReturned(CAMPAIGN, REFUND, Money.fen(1_666)),
                new DiscountReturnUndone(CAMPAIGN, REFUND, Money.fen(1_666)),
                new ContractCredited(CONTRACT, PAYMENT, PAID, Optional.of(CUSTODY)),
                new ContractFundsReserved(CONTRACT, PAYMENT, REFUND, PAID),
                new ContractReservationEnded(CONTRACT, PAYMENT, REFUND, PAID),
                new ContractReservationTaken(CONTRACT, PAYMENT, REFUND, PAID),
                new PaymentOrderCreated(
                        PAYMENT,
                        CONTRACT,
                        PAID,
                        new PaymentWay.Channel(CHANNEL, PaymentWay.Settling.NET),
                        FEE_TERM,
                        FEE,
                        CUSTODY,
                        NOON,
                        Optional.empty()),
                new DiscountAttached(PAYMENT, CONTRACT, DISCOUNT, FEE),
                new PaymentOrderOpened(PAYMENT),
                new PaymentOrderRefused(PAYMENT, "FEE_NOT_COVERED", FEE, Optional.empty()),
                new PaymentNumberAttached(PAYMENT, NUMBER),
                new PaymentCaptured(
                        PAYMENT,
                        CONTRACT,
                        CAPTURE,
                        PAID,
                        FEE,
                        FeeBearer.MERCHANT_B,
                        PaymentWay.Settling.NET,
                        CUSTODY,
                        PaymentPlace.CONTRACT),
                new PaymentReceived(
                        PAYMENT,
                        CONTRACT,
                        RECEIPT,
                        PAID,
                        FEE,
                        FeeBearer.MERCHANT_B,
                        true,
                        Optional.of(BANK_ACCOUNT),
                        Optional.empty()),
                new DuplicatePaymentDetected(PAYMENT, RECEIPT, PAID, Optional.of(BANK_ACCOUNT)),
                new PaymentDeclined(PAYMENT, RECEIPT, "RECEIVED_AMOUNT_DIFFERS"),
                new PaymentOrderExpired(PAYMENT, CONTRACT, Optional.empty()),
                new PaymentOrderCancelled(PAYMENT, CONTRACT, "NOT_WANTED", Optional.empty()),
                new RefundAdmitted(PAYMENT, REFUND, "T-1", FACTS, Optional.of(FEE)),
                new ContractRefilled(CONTRACT, PAYMENT, SPLIT, REFUND, SOME_FEN),
                new SplitLegAgreed(MERCHANT, SPLIT),
                new SplitLegCredited(MERCHANT, SPLIT, PAID),
                new MerchantFundsReserved(MERCHANT, GIVEN_BACK, SOME_FEN),
                new MerchantFundsAwaited(MERCHANT, GIVEN_BACK, PAID, SOME_FEN),
                new MerchantReservationEnded(MERCHANT, GIVEN_BACK, SOME_FEN),
                new MerchantReservationTaken(MERCHANT, GIVEN_BACK, SOME_FEN),
                new SplitDefined(SPLIT, SPLIT_TERMS, "acme-system", 1),
                new SplitApproved(SPLIT, CONTRACT, PAYMENT, PAID, Optional.of("AR:acme:split:SP-1")),
                new SplitRejected(SPLIT, CONTRACT, "APPROVAL_EXPIRED"),
                new SplitCancelled(SPLIT, CONTRACT, "NOT_WANTED"),
                new SplitReserved(SPLIT, List.of(SPLIT_LEG), Optional.of(CUSTODY)),
                new SplitPayeeAnswered(SPLIT, MERCHANT, Optional.of("FEE_ACCOUNT_RESTRICTED")),
                new SplitBlocked(
                        SPLIT,
                        CONTRACT,
                        SOME_FEN,
                        List.of(new PayeeRefusal(MERCHANT, "FEE_ACCOUNT_RESTRICTED")),
                        Optional.of("SPLITS_ARE_STOPPED")),
                new SplitExecuted(SPLIT, SPLIT_TERMS),
                new SplitReturnPromised(SPLIT, REFUND, List.of(SPLIT_LEG)),
                new SplitReturnStarted(SPLIT, REFUND, List.of(SPLIT_LEG)),
                new SplitReturnLegTold(SPLIT, REFUND, MERCHANT, SOME_FEN),
                new SplitReturned(SPLIT, REFUND, CONTRACT, PAYMENT, List.of(SPLIT_LEG)),
                new SplitReturnCancelled(SPLIT, REFUND, List.of(SPLIT_LEG), true, "NOT_WANTED"),
                new RefundRecoveryStarted(REFUND, PLAN),
                new RefundRecoveryTold(REFUND, SPLIT, MERCHANT, SOME_FEN),
                new RefundRecovered(REFUND, SPLIT, SOME_FEN),
                new RefundRecoveryEnded(REFUND, PLAN, "NOT_WANTED"),
                new ContractFundsAwaited(CONTRACT, PAYMENT, REFUND, PAID),
                new ContractWaitEnded(CONTRACT, PAYMENT, REFUND, FEE),
                new RefundDismissed(PAYMENT, REFUND, "NOT_WANTED"),
                new RefundReinstated(PAYMENT, REFUND),
                new RefundCompleted(PAYMENT, REFUND),
                new RefundRequested(REFUND, Optional.of(PAYMENT), "T-1", FACTS, 1),
                new RefundApproved(REFUND, REFUNDED_FROM, PAID, Optional.of("AR:acme:refund:RF-1")),
                new RefundRejected(REFUND, REFUNDED_FROM, "APPROVAL_EXPIRED"),
                new RefundSourceReserved(REFUND, MERCHANT, FEE, Optional.of(CUSTODY)),
                new RefundFundingRequired(REFUND, Money.ZERO, FEE),
                new RefundFundingRetried(REFUND, REFUNDED_FROM, Money.ZERO, MERCHANT, FEE, Optional.of(CUSTODY)),
                new RefundFeeFunded(REFUND, RefundFeePayer.PLATFORM_ADVANCE, MERCHANT, REFUNDED_FROM, FEE, CUSTODY),
                new RefundFunded(REFUND, REFUNDED_FROM, PAID, new RefundRoute.Transfer(BANK_ACCOUNT), Optional.empty()),
                new RefundSubmitted(REFUND, 1),
                new RefundPending(REFUND),
                new RefundResultUnknown(REFUND, "no answer"),
                new RefundNotFound(REFUND),
                new RefundSucceeded(REFUND, Optional.of(PAYMENT), PAID, "WR-1", NETTED),
                new RefundFailed(REFUND, RefundFailure.INSTRUMENT, "ACCOUNT_CLOSED"),
                new RefundRetryPlanned(REFUND, 3, NOON),
                new RefundRetriesExhausted(REFUND, 20, NOON),
                new RefundRetryWanted(REFUND, "olga"),
                new RefundFeeReturned(
                        REFUND, MERCHANT, FeeBearer.MERCHANT_B, FEE, "WECHAT", SETTLED_ON, Optional.of(SOME_FEN)),
                new RefundBounced(REFUND, PAID, "WR-1", new RefundFunds.Debited(CUSTODY, SETTLED_ON, "CORE-000009")),
                new RefundResultContradicted(REFUND, new RefundOutcome.Refused(RefundFailure.FINAL, "CLOSED"), DONE),
                new CancelledRefundClaimed(REFUND, PAYMENT),
                new CancelledRefundClaimEnded(REFUND, PAYMENT),
                new RefundResolutionRequested(
                        REFUND, 1, new RefundFinding.WasPaid("WR-1", NETTED), EVIDENCE, "LETTER_CAME", "olga"),
                new RefundResolved(
                        REFUND,
                        1,
                        new RefundFinding.WasPaid("WR-1", NETTED),
                        Optional.of("AR:_:papers:RF:acme:RF-1:1")),
                new RefundResolutionRejected(REFUND, 1, RefundResolutionRejected.CHANNEL_ANSWERED),
                new RefundShortageRecorded(REFUND, 1, PAID, "WR-1", NETTED),
                new RefundShortageCompensated(REFUND, 1, PAID, CUSTODY),
                new RefundFundsCorrected(
                        REFUND, PAID, "WR-1", NETTED, new RefundFunds.Debited(CUSTODY, SETTLED_ON, "CORE-000009")),
                new RefundSetAsideReversed(REFUND, PAID),
                new RefundCancelled(
                        REFUND,
                        REFUNDED_FROM,
                        PAID,
                        true,
                        FEE,
                        Optional.of(MERCHANT),
                        Money.ZERO,
                        "NOT_WANTED",
                        Optional.empty()),
                new RefundRerouteRequested(REFUND, 1, BANK_ACCOUNT, PAID, PAID, EVIDENCE, "acme-system", 1),
                new RefundRerouteVerified(
                        OF_LEG,
                        2,
                        BANK_ACCOUNT,
                        PAID,
                        CUSTODY,
                        Optional.of("AR:acme:reroute:C-2026-0001:L-1:2"),
                        Optional.of(ACCOUNT)),
                new RefundRerouteRejected(REFUND, 1, "APPROVAL_EXPIRED"),
                new RefundRerouted(REFUND, TRANSFER),
                new RefundTransferPaid(REFUND, Optional.of(PAYMENT), TRANSFER),
                new RefundRecallRequested(OF_LEG, PayoutId.ofRefund(OF_LEG, 1), "F-1"),
                new RefundTransferFailed(REFUND, TRANSFER, "ACCOUNT_CLOSED"),
                new RefundTransferRestored(REFUND, TRANSFER, PAID),
                new ClearingRecorded(SETTLEMENT, SETTLED),
                new SettlementFileTaken(
                        SETTLEMENT,
                        1,
                        2,
                        PAID.minus(FEE),
                        Optional.of(RECEIPT),
                        Optional.of(new SettlementPlace(BANK_ACCOUNT, CUSTODY))),
                new SettlementLinesListed(
                        SETTLEMENT,
                        1,
                        List.of(SETTLED, SettlementLine.of(SettlementLine.Kind.REFUND, REFUND.value(), SOME_FEN))),
                new ChannelSettled(SETTLEMENT, RECEIPT, PAID.minus(FEE)),
                new SettlementReceiptDeclined(
                        SETTLEMENT,
                        RECEIPT,
                        PAID,
                        PAID.minus(FEE),
                        "NOT_THE_SETTLEMENTS_RECEIPT",
                        Optional.of(List.of(SettlementEvent.Differing.AMOUNT, SettlementEvent.Differing.PAYER))),
                new SettlementReversed(SETTLEMENT, RECEIPT, 1, PAID.minus(FEE), 1, Optional.of(ON_RECEIPT.value())),
                new ReleaseConditionConfirmed(ACCOUNT, ReleaseCondition.TRANSFER_REGISTERED, EVIDENCE),
                new PayeeBound(ACCOUNT, PAYEE, EVIDENCE),
                new ReleaseRequested(ACCOUNT, RELEASE, "P-SELLER", SIX_HUNDRED_THOUSAND, "acme-system", 1),
                new ReleaseApproved(
                        ACCOUNT, RELEASE, PAYOUT, PAYEE, SIX_HUNDRED_THOUSAND, CUSTODY, Optional.of(REQUEST.value())),
                new ReleaseRejected(ACCOUNT, RELEASE, "The checker declined."),
                new ReleasePaid(ACCOUNT, RELEASE, PAYOUT, SIX_HUNDRED_THOUSAND),
                new PayeeChangeProposed(ACCOUNT, 1, PAYEE, EVIDENCE, "acme-system"),
                new PayeeChanged(ACCOUNT, 1, PAYEE, NOON, Optional.of("AR:acme:payee:C-2026-0001:1")),
                new PayeeChangeRejected(ACCOUNT, 1, "P-SELLER", "The seller was not asked."),
                new EscrowAgreementSigned(ACCOUNT, "SH-2026-1", SIGNATURES),
                new SupplementSigned(ACCOUNT, 1, TERMS, SIGNATURES),
                new ReleaseReturned(ACCOUNT, RELEASE, PAYOUT, "P-SELLER", SIX_HUNDRED_THOUSAND),
                new LegReturned(ACCOUNT, "L-1", PayoutId.ofRefund(OF_LEG, 1), "P-BUYER", SIX_HUNDRED_THOUSAND),
                new LegReissueDeclined(
                        ACCOUNT, "L-1", 2, "RETURN_FROZEN", List.of(new HoldingOrder("F-1", FreezeKind.JUDICIAL))),
                new LegReissued(ACCOUNT, "L-1", 2, BANK_ACCOUNT, SIX_HUNDRED_THOUSAND, CUSTODY),
                new ReissueRequested(ACCOUNT, RELEASE, 1, PAYOUT, AGAIN, PAYEE, SIX_HUNDRED_THOUSAND, "acme-system"),
                new ReissueRejected(ACCOUNT, RELEASE, AGAIN, "The card is closed."),
                new ReleaseReissued(
                        ACCOUNT,
                        RELEASE,
                        PAYOUT,
                        AGAIN,
                        PAYEE,
                        SIX_HUNDRED_THOUSAND,
                        CUSTODY,
                        Optional.of("AR:acme:reissue:C-2026-0001:R-1:1")),
                new ReissuePaid(ACCOUNT, RELEASE, AGAIN, SIX_HUNDRED_THOUSAND),
                new ReissueFailed(ACCOUNT, RELEASE, AGAIN, SIX_HUNDRED_THOUSAND, "ACCOUNT_FROZEN"),
                new ReturnedMoneyRestored(ACCOUNT, RELEASE, PAYOUT, SIX_HUNDRED_THOUSAND),
                new ReleaseFailed(
                        ACCOUNT, RELEASE, PAYOUT, SIX_HUNDRED_THOUSAND, "ACCOUNT_FROZEN", Optional.of(SOME_FEN)),
                new FundsFrozen(ACCOUNT, ORDER, Optional.of(NOON), 1, SOME_FEN, EVIDENCE, "olga"),
                new RecallRequested(ACCOUNT, "F-1", List.of(PAYOUT)),
                new FreezeRenewed(ACCOUNT, "F-1", NOON, EVIDENCE, "olga"),
                new UnfreezeRequested(ACCOUNT, "F-1", 1, "COURT-7", EVIDENCE, "olga"),
                new FundsUnfrozen(ACCOUNT, "F-1", Optional.of("AR:_:unfreeze:acme:C-2026-0001:F-1:1")),
                new FreezeExpired(ACCOUNT, "F-1", NOON),
                new DeductionRequested(ACCOUNT, "D-1", "F-1", SOME_FEN, BANK_ACCOUNT, EVIDENCE, "olga"),
                new DeductionRejected(ACCOUNT, "D-1", "DOUBTS"),
                new FundsDeducted(
                        ACCOUNT,
                        "D-1",
                        "F-1",
                        PayoutId.ofRelease(ACCOUNT, "D-1"),
                        BANK_ACCOUNT,
                        SIX_HUNDRED_THOUSAND,
                        SOME_FEN,
                        CUSTODY,
                        Optional.of("AR:_:deduct:acme:C-2026-0001:D-1")),
                new HoldbackReserved(ACCOUNT, SOME_FEN),
                new HoldbackFunded(ACCOUNT, RECEIPT, SOME_FEN, SIX_HUNDRED_THOUSAND),
                new HoldbackClaimed(ACCOUNT, "K-1", "P-BUYER", SOME_FEN, EVIDENCE, NOON, "acme-system"),
                new HoldbackClaimAccepted(ACCOUNT, "K-1", "P-SELLER", EVIDENCE),
                new HoldbackClaimDisputed(ACCOUNT, "K-1", "P-SELLER", EVIDENCE),
                new HoldbackClaimUncontested(ACCOUNT, "K-1", NOON),
                new HoldbackClaimWithdrawn(ACCOUNT, "K-1", "PAID_IN_CASH"),
                new PropertyHandedOver(ACCOUNT, SIGNATURES),
                new HoldbackSettlementRequested(ACCOUNT, 1, LEGS, "acme-system", 1),
                new HoldbackSettlementRejected(ACCOUNT, 1, "DOUBTS"),
                new HoldbackReleased(ACCOUNT, 1, LEGS, CUSTODY, Optional.of("AR:acme:holdback:C-2026-0001:1")),
                new TerminationRequested(ACCOUNT, "LOAN_REFUSED", EVIDENCE, "acme-system"),
                new TerminationWithdrawn(ACCOUNT, "AGREED_AGAIN"),
                new TerminationPlanAgreed(ACCOUNT, 1, PARTS, SIGNATURES, "acme-system", 2),
                new TerminationPlanRejected(ACCOUNT, 1, "DOUBTS"),
                new TerminationExecuted(ACCOUNT, 1, PARTS, CUSTODY, Optional.of("AR:acme:terminate:C-2026-0001:1")),
                new AccountClosureRequested(ACCOUNT, Optional.of(NUMBER)),
                new AccountClosed(ACCOUNT),
                new BankReceiptRecorded(
                        RECEIPT,
                        SIX_HUNDRED_THOUSAND,
                        Optional.of(NUMBER),
                        Optional.of(BANK_ACCOUNT),
                        Optional.of("note_0123456789abcdef0123456789abcdef01234567"),
                        NOON,
                        Optional.empty(),
                        Optional.of(NumberDoubt.SEVERAL)),
                new BankReceiptHeld(
                        RECEIPT,
                        SIX_HUNDRED_THOUSAND,
                        Optional.of(NUMBER),
                        Optional.of(BANK_ACCOUNT),
                        Optional.of("note_0123456789abcdef0123456789abcdef01234567"),
                        NOON,
                        Optional.empty(),
                        List.of(WEAK)),
                new BankReceiptIdentified(
                        WEAK, "CORE-000001", PLACE, SIX_HUNDRED_THOUSAND, Optional.of(BANK_ACCOUNT.token())),
                new BankReceiptMerged(RECEIPT, WEAK),
                new BankReceiptDoubled(WEAK, RECEIPT),
                new BankReceiptConflict(RECEIPT, SIX_HUNDRED_THOUSAND, SOME_FEN),
                new BankReceiptAssigned(
                        RECEIPT,
                        ACCOUNT,
                        SIX_HUNDRED_THOUSAND,
                        Optional.empty(),
                        Optional.of(BANK_ACCOUNT),
                        Optional.of(ReceiptUse.PRICE),
                        Optional.of(MatchedBy.NUMBER)),
                new BankReturnNoted(
                        RECEIPT,
                        SIX_HUNDRED_THOUSAND,
                        Optional.of(BANK_ACCOUNT),
                        Optional.of("note_0123456789abcdef0123456789abcdef01234567"),
                        NOON,
                        Optional.of(NUMBER),
                        Optional.of(NumberDoubt.SEVERAL)),
                new BankReturnHandedOver(RECEIPT, PAYOUT, SIX_HUNDRED_THOUSAND, true, Optional.of(2)),
                new BankReturnBooked(RECEIPT, PAYOUT),
                new BankReturnDeclined(RECEIPT, PAYOUT, "RETURN_DIFFERS"),
                new OwnTransferNoted(
                        RECEIPT,
                        SIX_HUNDRED_THOUSAND,
                        Optional.of(BANK_ACCOUNT),
                        Optional.of("note_0123456789abcdef0123456789abcdef01234567"),
                        NOON,
                        Optional.of(NUMBER),
                        Optional.of(NumberDoubt.SEVERAL),
                        Optional.of(BANK_ACCOUNT)),
                new BankReceiptSuspended(RECEIPT, SuspenseReason.AMBIGUOUS, Optional.of(List.of(ACCOUNT, OTHER))),
                new BankReceiptReleased(RECEIPT, ACCOUNT, SuspenseReason.ACCOUNT_CLOSED, "NOT_IN_THIS_STATE"),
                new BankReceiptConsumed(RECEIPT, ACCOUNT, SIX_HUNDRED_THOUSAND, Money.ZERO),
                new TwinExcluded(FINGERPRINT, WEAK, Optional.of(BANK_ACCOUNT.token()), Optional.of(NUMBER)),
                new TwinIdentified(FINGERPRINT, RECEIPT, WEAK),
                new TwinSuspected(
                        FINGERPRINT,
                        RECEIPT,
                        Optional.of(BANK_ACCOUNT.token()),
                        Optional.of(NUMBER),
                        List.of(WEAK, BankReceiptId.weak("102100099996", "N-2"))),
                new TwinClosed(FINGERPRINT, WEAK),
                new ReceiptKeyClaimed(ReceiptKeyId.of(RECEIPT), WEAK),
                new BankReceiptConfirmed(RECEIPT, StatementId.of(PLACE), SIX_HUNDRED_THOUSAND, false),
                new StatementOpened(StatementId.of(PLACE), Money.ZERO, SIX_HUNDRED_THOUSAND, 1, SIX_HUNDRED_THOUSAND),
                new StatementCompleted(StatementId.of(PLACE), 1, SIX_HUNDRED_THOUSAND, Money.ZERO),
                new JournalReversed(
                        ACCOUNT,
                        RECEIPT,
                        1,
                        JournalReversed.Credited.EXCESS,
                        SOME_FEN,
                        SIX_HUNDRED_THOUSAND,
                        1,
                        Optional.of(ON_RECEIPT.value())),
                new ReversalDeclined(ACCOUNT, RECEIPT, 1, "EXCEEDS_RELEASABLE"),
                new ExcessRefunding(ACCOUNT, RECEIPT, SOME_FEN),
                new ExcessReturned(ACCOUNT, RECEIPT, SOME_FEN),
                new VerdictRequested(RECEIPT, 1, BACK, "olga"),
                new VerdictRejected(RECEIPT, 1, "The payer called."),
                new BankReceiptReturning(
                        RECEIPT,
                        PayoutId.ofReturn(RECEIPT, 1),
                        ReceiptPart.WHOLE,
                        SIX_HUNDRED_THOUSAND,
                        BANK_ACCOUNT,
                        CUSTODY,
                        Optional.of(ON_RECEIPT.value())),
                new BankReceiptReturned(
                        RECEIPT, PayoutId.ofReturn(RECEIPT, 1), ReceiptPart.EXCESS, SOME_FEN, Optional.of(ACCOUNT)),
                new BankReceiptReturnFailed(
                        RECEIPT, PayoutId.ofReturn(RECEIPT, 1), ReceiptPart.WHOLE, SOME_FEN, "ACCOUNT_FROZEN"),
                new ExcessPromised(
                        RECEIPT, 1, REFUND, SOME_FEN, BANK_ACCOUNT, CUSTODY, ACCOUNT, "PAID_TOO_MUCH", "olga"),
                new ExcessGranted(RECEIPT, REFUND),
                new ExcessPromiseEnded(RECEIPT, REFUND, "NOT_WANTED"),
                new ExcessTaken(RECEIPT, REFUND, SOME_FEN, ACCOUNT),
                new BankReceiptRestored(RECEIPT, PayoutId.ofReturn(RECEIPT, 1), ReceiptPart.WHOLE, SOME_FEN),
                new BankReceiptCorrecting(RECEIPT, 1, ACCOUNT, Optional.of(OTHER), Optional.of(ON_RECEIPT.value())),
                new BankReceiptCorrected(RECEIPT, ACCOUNT, Optional.of(OTHER)),
                new BankReceiptCorrectionFailed(RECEIPT, ACCOUNT, "EXCEEDS_RELEASABLE"),
                new BankReceiptCleared(RECEIPT, 1, SIX_HUNDRED_THOUSAND, Optional.of(ON_RECEIPT.value())),
                new BankReceiptReversed(RECEIPT, 1, SIX_HUNDRED_THOUSAND, CUSTODY, 1, Optional.of(ON_RECEIPT.value())),
                new VirtualAccountOwnerAssigned(NUMBER, ACCOUNT),
                new ReceiptRouted(NUMBER, RECEIPT, ACCOUNT),
                new VirtualAccountQuarantined(NUMBER, ACCOUNT, NOON, Optional.of(SuspenseReason.ACCOUNT_CLOSED)),
                new PayoutCreated(PAYOUT, SOURCE, SIX_HUNDRED_THOUSAND, BANK_ACCOUNT, CUSTODY),
                new PayoutSubmitting(PAYOUT, 1),
                new PayoutSubmitted(PAYOUT),
                new PayoutResultUnknown(PAYOUT, "TIMEOUT"),
                new PayoutNotFound(PAYOUT),
                new PayoutSucceeded(
                        PAYOUT,
                        SOURCE,
                        SIX_HUNDRED_THOUSAND,
                        CUSTODY,
                        "CORE-000002",
                        LocalDate.of(2026, 11, 23),
                        Optional.of(REQUEST.value())),
                new PayoutReturned(
                        PAYOUT,
                        SOURCE,
                        SIX_HUNDRED_THOUSAND,
                        CUSTODY,
                        RECEIPT,
                        LocalDate.of(2026, 11, 22),
                        "CORE-000001"),
                new PayoutReturnAnnounced(
                        PAYOUT, SIX_HUNDRED_THOUSAND, RECEIPT, LocalDate.of(2026, 11, 22), "CORE-000001"),
                new PayoutReturnContradicted(
                        PAYOUT, CUSTODY, SIX_HUNDRED_THOUSAND, RECEIPT, LocalDate.of(2026, 11, 22), "CORE-000001"),
                new PayoutFailed(PAYOUT, SOURCE, SIX_HUNDRED_THOUSAND, "ACCOUNT_FROZEN", Optional.of(REQUEST.value())),
                new PayoutResolutionRequested(
                        PAYOUT, 1, new PayoutOutcome.Paid("CORE-000002", LocalDate.of(2026, 11, 23)), EVIDENCE, "olga"),
                new PayoutOutcomeContradicted(
                        PAYOUT,
                        CUSTODY,
                        new PayoutOutcome.Refused("ACCOUNT_FROZEN"),
                        new PayoutOutcome.Paid("CORE-000002", LocalDate.of(2026, 11, 23))),
                new PayoutsStopped(PayoutSwitchId.all(), 1, "Coverage failed.", "policy:coverage"),
                new ResumeRequested(PayoutSwitchId.of(CUSTODY), 1, 1, "Covered again.", "olga"),
                new PayoutsResumed(PayoutSwitchId.all(), 1, Optional.of("AR:_:resume:PS:ALL:1:1")),
                new SplitsStopped(SPLITS, 1, "Equation C5 fails.", "policy:splits"),
                new SplitsResumptionRequested(SPLITS, 1, 1, "Seen.", "olga"),
                new SplitsResumed(SPLITS, 1, Optional.of("AR:_:splits:SS:acme:M-1:1:1")),
                new ApprovalProposed(REQUEST, SUBJECT, DIGEST, "acme-system", 2, NOON),
                new ApprovalGranted(REQUEST, "chen"),
                new ApprovalCompleted(
                        REQUEST, SUBJECT, new Approval(REQUEST, DIGEST, "acme-system", List.of("chen", "dong"), NOON)),
                new ApprovalDeclined(REQUEST, SUBJECT, "chen", "The invoice is missing."),
                new ApprovalUsed(REQUEST),
                new ApprovalExpired(REQUEST, SUBJECT),
                new ApprovalWithdrawn(REQUEST, "CHANNEL_ANSWERED"),
                new ReserveCoverageFailed(LedgerWatchId.of("C2", 42), 42, 60_000_000, 60_000_001),
                new MerchantDifferenceFound(LedgerWatchId.of("C5", 42, MERCHANT), 42, MERCHANT));
    }

    /** Events as they are without their Optional fields, and other shapes that a field can take; by the file's ending. */
    public static Map<String, List<DomainEvent>> otherShapes() {
        return shapes(
                "minimal",
                List.of(
                        new SettlementFileTaken(SETTLEMENT, 1, 0, Money.ZERO, Optional.empty(), Optional.empty()),
                        new SettlementReceiptDeclined(
                                SETTLEMENT, RECEIPT, PAID, PAID.minus(FEE), "EXCEEDS_CLEARING", Optional.empty()),
                        new SettlementReversed(SETTLEMENT, RECEIPT, 1, PAID.minus(FEE), 1, Optional.empty()),
                        new RefundFeeReturned(
                                REFUND, MERCHANT, FeeBearer.MERCHANT_B, FEE, "WECHAT", SETTLED_ON, Optional.empty()),
                        new ContractCredited(CONTRACT, PAYMENT, PAID),
                        new ContractFundsReserved(CONTRACT, PAYMENT, SPLIT, PAID),
                        new ContractReservationEnded(CONTRACT, PAYMENT, SPLIT, PAID),
                        new ContractReservationTaken(CONTRACT, PAYMENT, SPLIT, PAID),
                        new SplitApproved(SPLIT, CONTRACT, PAYMENT, PAID, Optional.empty()),
                        new SplitReserved(SPLIT, List.of(SPLIT_LEG), Optional.empty()),
                        new SplitPayeeAnswered(SPLIT, MERCHANT, Optional.empty()),
                        new PaymentReceived(
                                PAYMENT,
                                CONTRACT,
                                RECEIPT,
                                PAID,
                                FEE,
                                FeeBearer.PLATFORM,
                                false,
                                Optional.empty(),
                                Optional.empty()),
                        new DuplicatePaymentDetected(PAYMENT, RECEIPT, PAID, Optional.empty()),
                        new CampaignApproved(CAMPAIGN, Optional.empty()),
                        new PaymentOrderCreated(
                                PAYMENT,
                                CONTRACT,
                                PAID,
                                new PaymentWay.BankTransfer(),
                                FEE_TERM,
                                FEE,
                                CUSTODY,
                                NOON,
                                Optional.empty()),
                        new PaymentOrderRefused(PAYMENT, "FEE_NOT_COVERED", FEE, Optional.empty()),
                        new PaymentOrderExpired(PAYMENT, CONTRACT, Optional.empty()),
                        new PaymentOrderCancelled(PAYMENT, CONTRACT, "NOT_WANTED", Optional.empty()),
                        new RefundFunded(
                                REFUND, REFUNDED_FROM, PAID, new RefundRoute.Transfer(BANK_ACCOUNT), Optional.empty()),
                        new RefundCancelled(
                                REFUND,
                                REFUNDED_FROM,
                                PAID,
                                true,
                                FEE,
                                Optional.of(MERCHANT),
                                Money.ZERO,
                                "NOT_WANTED",
                                Optional.empty()),
                        new RefundApproved(REFUND, REFUNDED_FROM, PAID, Optional.empty()),
                        new RefundAdmitted(PAYMENT, REFUND, "T-1", FACTS_OF_BEFORE, Optional.empty()),
                        new RefundSourceReserved(REFUND, MERCHANT, FEE, Optional.empty()),
                        new RefundFundingRetried(REFUND, REFUNDED_FROM, Money.ZERO, MERCHANT, FEE, Optional.empty()),
                        new RefundRerouteVerified(
                                REFUND, 1, BANK_ACCOUNT, PAID, CUSTODY, Optional.empty(), Optional.empty()),
                        new RefundResolved(REFUND, 1, new RefundFinding.WasNotPaid("NEVER_ARRIVED"), Optional.empty()),
                        new ReleaseFailed(
                                ACCOUNT, RELEASE, PAYOUT, SIX_HUNDRED_THOUSAND, "ACCOUNT_FROZEN", Optional.empty()),
                        new ReleaseApproved(
                                ACCOUNT, RELEASE, PAYOUT, PAYEE, SIX_HUNDRED_THOUSAND, CUSTODY, Optional.empty()),
                        new BankReceiptRecorded(
                                RECEIPT,
                                SOME_FEN,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                NOON,
                                Optional.empty()),
                        new BankReceiptHeld(
                                RECEIPT,
                                SOME_FEN,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                NOON,
                                Optional.empty(),
                                List.of()),
                        new BankReceiptAssigned(
                                RECEIPT,
                                ACCOUNT,
                                SOME_FEN,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        new BankReceiptSuspended(RECEIPT, SuspenseReason.UNKNOWN_VIRTUAL_ACCOUNT),
                        new BankReturnNoted(RECEIPT, SOME_FEN, Optional.empty(), Optional.empty(), NOON),
                        new OwnTransferNoted(RECEIPT, SOME_FEN, Optional.empty(), Optional.empty(), NOON),
                        new BankReturnHandedOver(RECEIPT, PAYOUT, SOME_FEN, false),
                        new VirtualAccountQuarantined(NUMBER, ACCOUNT, NOON, Optional.empty()),
                        new EscrowFunded(ACCOUNT, RECEIPT, SOME_FEN, SOME_FEN),
                        new TerminationExecuted(ACCOUNT, 1, PARTS, CUSTODY, Optional.empty()),
                        new RefundRequested(
                                OF_LEG,
                                Optional.empty(),
                                RECEIPT.value(),
                                new AdmittedRefund(
                                        RefundKind.CANCELLATION,
                                        SIX_HUNDRED_THOUSAND,
                                        LEG,
                                        new RefundRoute.Transfer(BANK_ACCOUNT),
                                        Money.ZERO,
                                        Optional.empty(),
                                        Optional.empty(),
                                        CUSTODY,
                                        Optional.of(BANK_ACCOUNT),
                                        "CONTRACT_TERMINATED",
                                        "EA:acme:C-2026-0001",
                                        Optional.empty()),
                                0),
                        new RefundTransferPaid(OF_LEG, Optional.empty(), PayoutId.ofRefund(OF_LEG, 1)),
                        new RefundSucceeded(REFUND, Optional.empty(), PAID, "WR-1", NETTED),
                        new BankReceiptIdentified(WEAK, "CORE-000001", PLACE, SOME_FEN, Optional.empty()),
                        new TwinExcluded(FINGERPRINT, WEAK, Optional.empty(), Optional.empty()),
                        new TwinSuspected(FINGERPRINT, WEAK, Optional.empty(), Optional.empty(), List.of()),
                        new PayoutSucceeded(
                                PAYOUT,
                                SOURCE,
                                SOME_FEN,
                                CUSTODY,
                                "CORE-000002",
                                LocalDate.of(2026, 11, 23),
                                Optional.empty()),
                        new PayoutFailed(PAYOUT, SOURCE, SOME_FEN, "ACCOUNT_FROZEN", Optional.empty()),
                        new PayoutsResumed(PayoutSwitchId.all(), 1, Optional.empty()),
                        new SplitsResumed(SPLITS, 1, Optional.empty()),
                        new SplitBlocked(
                                SPLIT,
                                CONTRACT,
                                SOME_FEN,
                                List.of(new PayeeRefusal(MERCHANT, "FEE_ACCOUNT_RESTRICTED"))),
                        new EscrowAccountCancelled(ACCOUNT, "The buyer withdrew.", Optional.empty()),
                        new FundsFrozen(
                                ACCOUNT,
                                new FreezeOrder("F-1", FreezeKind.RISK, "FRAUD", Optional.empty(), Optional.empty()),
                                Optional.empty(),
                                0,
                                Money.ZERO,
                                List.of(),
                                "olga"),
                        new FundsUnfrozen(ACCOUNT, "F-1", Optional.empty()),
                        new FundsDeducted(
                                ACCOUNT,
                                "D-1",
                                "F-1",
                                PayoutId.ofRelease(ACCOUNT, "D-1"),
                                BANK_ACCOUNT,
                                SIX_HUNDRED_THOUSAND,
                                SOME_FEN,
                                CUSTODY,
                                Optional.empty()),
                        new HoldbackReleased(ACCOUNT, 1, LEGS, CUSTODY, Optional.empty()),
                        new AccountClosureRequested(ACCOUNT, Optional.empty()),
                        new PayeeChanged(ACCOUNT, 1, PAYEE, NOON, Optional.empty()),
                        new ReleaseReissued(
                                ACCOUNT,
                                RELEASE,
                                PAYOUT,
                                AGAIN,
                                PAYEE,
                                SIX_HUNDRED_THOUSAND,
                                CUSTODY,
                                Optional.empty()),
                        new JournalReversed(
                                ACCOUNT,
                                RECEIPT,
                                1,
                                JournalReversed.Credited.EXPECTED,
                                SOME_FEN,
                                Money.ZERO,
                                1,
                                Optional.empty()),
                        new BankReceiptReturning(
                                WEAK,
                                PayoutId.ofReturn(WEAK, 1),
                                ReceiptPart.EXCESS,
                                SOME_FEN,
                                BANK_ACCOUNT,
                                CUSTODY,
                                Optional.empty()),
                        new BankReceiptReturned(
                                WEAK, PayoutId.ofReturn(WEAK, 1), ReceiptPart.WHOLE, SOME_FEN, Optional.empty()),
                        new BankReceiptCorrecting(WEAK, 1, ACCOUNT, Optional.empty(), Optional.empty()),
                        new BankReceiptCorrected(WEAK, ACCOUNT, Optional.empty()),
                        new AdvanceLimitSet(MERCHANT, 1, Money.ZERO, Optional.empty()),
                        new BankReceiptCleared(WEAK, 1, SOME_FEN, Optional.empty()),
                        new BankReceiptReversed(WEAK, 1, SOME_FEN, CUSTODY, 1, Optional.empty())),
                "weak",
                List.of(
                        new BankReceiptRecorded(
                                WEAK,
                                SOME_FEN,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                NOON,
                                Optional.of(PLACE)),
                        new BankReceiptHeld(
                                WEAK,
                                SOME_FEN,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                NOON,
                                Optional.of(PLACE),
                                List.of()),
                        new BankReceiptAssigned(
                                WEAK,
                                ACCOUNT,
                                SOME_FEN,
                                Optional.of(CUSTODY),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                "correction",
                List.of(
                        new VerdictRequested(
                                RECEIPT, 1, new ReceiptVerdict.TakeBack(ACCOUNT, Optional.of(OTHER)), "olga"),
                        new ApprovalProposed(
                                ON_RECEIPT, new ApprovalSubject.OnReceipt(RECEIPT, 1, BACK), DIGEST, "olga", 1, NOON),
                        new PayoutCreated(
                                PayoutId.ofReturn(RECEIPT, 1),
                                new PayoutSource.ReceiptReturn(RECEIPT, ReceiptPart.WHOLE),
                                SIX_HUNDRED_THOUSAND,
                                BANK_ACCOUNT,
                                CUSTODY)),
                "merchant",
                List.of(
                        new VirtualAccountOwnerAssigned(NUMBER, MERCHANT),
                        new ReceiptRouted(NUMBER, RECEIPT, MERCHANT),
                        new BankReceiptAssigned(
                                RECEIPT,
                                MERCHANT,
                                SOME_FEN,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(MatchedBy.NUMBER)),
                        new BankReceiptReleased(
                                RECEIPT, MERCHANT, SuspenseReason.TARGET_REFUSED, "FEE_ACCOUNT_RESTRICTED"),
                        new BankReceiptConsumed(RECEIPT, MERCHANT, SOME_FEN, Money.ZERO),
                        new ApprovalProposed(
                                ApprovalRequestId.ofAdvanceLimit(MERCHANT, 1),
                                new ApprovalSubject.AdvanceLimit(MERCHANT, 1, LIMIT),
                                DIGEST,
                                "olga",
                                1,
                                NOON)),
                "refund",
                List.of(
                        new FeeReserved(MERCHANT, new FeeTaker.Refund(REFUND), FEE),
                        new FeeReservationTaken(MERCHANT, new FeeTaker.Refund(REFUND), Money.ZERO),
                        new PayoutCreated(
                                TRANSFER, new PayoutSource.RefundTransfer(REFUND, 1), PAID, BANK_ACCOUNT, CUSTODY),
                        new ApprovalProposed(
                                ApprovalRequestId.ofRefund(REFUND),
                                new ApprovalSubject.Refund(REFUND, PAID),
                                DIGEST,
                                "acme-system",
                                1,
                                NOON)),
                "discount",
                List.of(
                        new CampaignCreated(
                                CAMPAIGN,
                                new CampaignTerms(
                                        new Funder.PlatformOwn(),
                                        SIX_HUNDRED_THOUSAND,
                                        Money.yuan(50),
                                        Money.yuan(1_000),
                                        NOON,
                                        LATER),
                                "olga"),
                        new PaymentOrderCreated(
                                PAYMENT,
                                CONTRACT,
                                PAID,
                                new PaymentWay.BankTransfer(),
                                FEE_TERM,
                                FEE,
                                CUSTODY,
                                NOON,
                                Optional.of(new DiscountWish(CAMPAIGN, Money.yuan(50)))),
                        new PaymentReceived(
                                PAYMENT,
                                CONTRACT,
                                RECEIPT,
                                PAID,
                                FEE,
                                FeeBearer.MERCHANT_B,
                                false,
                                Optional.of(BANK_ACCOUNT),
                                Optional.of(DISCOUNT)),
                        new PaymentOrderRefused(PAYMENT, "BUDGET_EXHAUSTED", FEE, Optional.of(CAMPAIGN)),
                        new PaymentOrderExpired(PAYMENT, CONTRACT, Optional.of(CAMPAIGN)),
                        new PaymentOrderCancelled(PAYMENT, CONTRACT, "NOT_WANTED", Optional.of(CAMPAIGN)),
                        new RefundFunded(
                                REFUND,
                                REFUNDED_FROM,
                                PAID,
                                new RefundRoute.Transfer(BANK_ACCOUNT),
                                Optional.of(DISCOUNT.of(Money.fen(1_666)))),
                        new RefundCancelled(
                                REFUND,
                                REFUNDED_FROM,
                                PAID,
                                true,
                                Money.ZERO,
                                Optional.of(MERCHANT),
                                Money.ZERO,
                                "NOT_WANTED",
                                Optional.of(DISCOUNT.of(Money.fen(1_666)))),
                        new ApprovalProposed(
                                ApprovalRequestId.ofCampaign(CAMPAIGN),
                                new ApprovalSubject.Campaign(CAMPAIGN, CAMPAIGN_TERMS),
                                DIGEST,
                                "olga",
                                1,
                                NOON)),
                "reroute",
                List.of(
                        new RefundFunded(REFUND, REFUNDED_FROM, PAID, new RefundRoute.Reroute(), Optional.empty()),
                        new ApprovalProposed(
                                ApprovalRequestId.ofReroute(REFUND, 1),
                                new ApprovalSubject.Reroute(REFUND, 1, BANK_ACCOUNT, PAID, EVIDENCE),
                                DIGEST,
                                "acme-system",
                                1,
                                NOON)),
                "papers",
                List.of(
                        new RefundResolutionRequested(
                                REFUND,
                                2,
                                new RefundFinding.WasNotPaid("NEVER_ARRIVED"),
                                EVIDENCE,
                                "LETTER_CAME",
                                "olga"),
                        new RefundResolved(
                                REFUND,
                                3,
                                new RefundFinding.OnContradiction(1, ClaimVerdict.NOT_TRUE),
                                Optional.of("AR:_:papers:RF:acme:RF-1:3")),
                        new ApprovalProposed(
                                ApprovalRequestId.ofRefundResolution(REFUND, 3),
                                new ApprovalSubject.RefundResolution(
                                        REFUND, 3, new RefundFinding.OnContradiction(1, ClaimVerdict.TRUE), EVIDENCE),
                                DIGEST,
                                "olga",
                                1,
                                NOON)),
                "leg",
                List.of(
                        new TerminationPlanAgreed(ACCOUNT, 1, REFUNDED_PARTS, SIGNATURES, "acme-system", 2),
                        new TerminationExecuted(
                                ACCOUNT, 1, REFUNDED_PARTS, CUSTODY, Optional.of("AR:acme:terminate:C-2026-0001:1")),
                        new RefundCancelled(
                                OF_LEG,
                                LEG,
                                SIX_HUNDRED_THOUSAND,
                                true,
                                Money.ZERO,
                                Optional.empty(),
                                Money.ZERO,
                                "NOT_WANTED",
                                Optional.empty()),
                        new RefundApproved(OF_LEG, LEG, SIX_HUNDRED_THOUSAND, Optional.empty()),
                        new RefundFunded(
                                OF_LEG,
                                LEG,
                                SIX_HUNDRED_THOUSAND,
                                new RefundRoute.Transfer(BANK_ACCOUNT),
                                Optional.empty()),
                        new PayoutCreated(
                                PayoutId.ofRefund(OF_LEG, 1),
                                new PayoutSource.RefundTransfer(OF_LEG, 1),
                                SIX_HUNDRED_THOUSAND,
                                BANK_ACCOUNT,
                                CUSTODY),
                        new ApprovalProposed(
                                ApprovalRequestId.ofTermination(ACCOUNT, 1),
                                new ApprovalSubject.Termination(ACCOUNT, 1, REFUNDED_PARTS),
                                DIGEST,
                                "acme-system",
                                2,
                                NOON)),
                "payment",
                List.of(
                        new FeeReserved(MERCHANT, new FeeTaker.Payment(PAYMENT), FEE),
                        new BankReceiptAssigned(
                                RECEIPT,
                                PAYMENT,
                                PAID,
                                Optional.empty(),
                                Optional.of(BANK_ACCOUNT),
                                Optional.empty(),
                                Optional.of(MatchedBy.NUMBER)),
                        new PaymentOrderCreated(
                                PAYMENT,
                                CONTRACT,
                                PAID,
                                new PaymentWay.BankTransfer(),
                                new FeeTerm(0, Optional.empty(), FeeBearer.MERCHANT_B, false),
                                Money.ZERO,
                                CUSTODY,
                                NOON,
                                Optional.empty())),
                "net",
                List.of(new PaymentOrderCreated(
                        PAYMENT,
                        CONTRACT,
                        PAID,
                        new PaymentWay.NetTransfer(CHANNEL),
                        FEE_TERM,
                        FEE,
                        CUSTODY,
                        NOON,
                        Optional.empty())),
                "excess-capture",
                List.of(new RefundFunded(
                        REFUND,
                        new RefundSource.ExcessCapture(PAYMENT, "T-2"),
                        PAID,
                        new RefundRoute.Channel("WECHAT", "T-2"),
                        Optional.empty())),
                "excess-receipt",
                List.of(new RefundFunded(
                        REFUND,
                        new RefundSource.ExcessReceipt(PAYMENT, RECEIPT),
                        PAID,
                        new RefundRoute.Transfer(BANK_ACCOUNT),
                        Optional.empty())),
                "overpayment",
                List.of(
                        new RefundFunded(
                                REFUND,
                                new RefundSource.Overpayment(ACCOUNT, RECEIPT),
                                PAID,
                                new RefundRoute.Transfer(BANK_ACCOUNT),
                                Optional.empty()),
                        new RefundTransferPaid(
                                REFUND,
                                Optional.empty(),
                                TRANSFER,
                                Optional.of(new RefundSource.Overpayment(ACCOUNT, RECEIPT)))),
                "after-release",
                List.of(
                        new RefundAdmitted(PAYMENT, REFUND, "T-1", AFTER_RELEASE, Optional.of(FEE)),
                        new RefundRequested(REFUND, Optional.of(PAYMENT), "T-1", AFTER_RELEASE, 1)),
                "reversal",
                List.of(
                        new PaymentOrderCreated(
                                PAYMENT,
                                CONTRACT,
                                PAID,
                                new PaymentWay.Channel(
                                        new ChannelTerms(
                                                "WECHAT",
                                                365,
                                                50,
                                                60,
                                                Optional.of(new ChannelTerms.ReversalTerms(
                                                        Optional.of(LocalTime.of(23, 50))))),
                                        PaymentWay.Settling.GROSS),
                                FEE_TERM,
                                FEE,
                                CUSTODY,
                                NOON,
                                Optional.empty()),
                        new RefundAdmitted(PAYMENT, REFUND, "T-1", REVERSED, Optional.of(FEE)),
                        new RefundRequested(REFUND, Optional.of(PAYMENT), "T-1", REVERSED, 1),
                        new RefundFunded(REFUND, REFUNDED_FROM, PAID, REVERSAL, Optional.empty()),
                        new RefundFeeReturned(
                                REFUND,
                                MERCHANT,
                                FeeBearer.PLATFORM,
                                FEE,
                                "WECHAT",
                                SETTLED_ON,
                                Optional.empty(),
                                Optional.of(PaymentWay.Settling.GROSS))),
                "split",
                List.of(
                        new ContractFundsReserved(CONTRACT, PAYMENT, SPLIT, PAID, Optional.of(CUSTODY)),
                        new ApprovalProposed(
                                ApprovalRequestId.ofSplit(SPLIT),
                                new ApprovalSubject.Split(SPLIT, SPLIT_TERMS),
                                DIGEST,
                                "acme-system",
                                1,
                                NOON)),
                "recovery",
                List.of(
                        new FeeReserved(MERCHANT, new FeeTaker.Recovery(FEE_OF), FEE),
                        new AdvanceRecovered(MERCHANT, FEE_OF, new FeeTaker.Recovery(FEE_OF), FEE, Money.ZERO)),
                "correction-unknown",
                List.of(new VerdictRequested(
                        RECEIPT, 1, new ReceiptVerdict.TakeBack(ACCOUNT, Optional.empty()), "olga")),
                "as-recorded",
                List.of(new VerdictRequested(RECEIPT, 1, new ReceiptVerdict.AsRecorded(EVIDENCE), "olga")),
                "other-amount",
                List.of(new VerdictRequested(RECEIPT, 1, new ReceiptVerdict.OtherAmount(SOME_FEN, EVIDENCE), "olga")),
                "never-booked",
                List.of(new VerdictRequested(RECEIPT, 1, new ReceiptVerdict.NeverBooked(EVIDENCE), "olga")),
                "is-receipt",
                List.of(new VerdictRequested(RECEIPT, 1, new ReceiptVerdict.IsReceipt(SOME_FEN, EVIDENCE), "olga")),
                "resumption",
                List.of(new ApprovalProposed(
                        REQUEST, new ApprovalSubject.Resumption(PayoutSwitchId.all(), 1), DIGEST, "olga", 1, NOON)),
                "splits-resumption",
                List.of(new ApprovalProposed(
                        REQUEST, new ApprovalSubject.SplitsResumption(SPLITS, 1), DIGEST, "olga", 1, NOON)),
                "reissue",
                List.of(
                        new ApprovalProposed(
                                REQUEST,
                                new ApprovalSubject.Reissue(
                                        ACCOUNT, RELEASE, PAYOUT, AGAIN, PAYEE, SIX_HUNDRED_THOUSAND),
                                DIGEST,
                                "acme-system",
                                1,
                                NOON),
                        new PayoutCreated(
                                AGAIN,
                                new PayoutSource.ReturnedPayout(ACCOUNT, RELEASE, PAYOUT),
                                SIX_HUNDRED_THOUSAND,
                                BANK_ACCOUNT,
                                CUSTODY)),
                "payee",
                List.of(new ApprovalProposed(
                        REQUEST,
                        new ApprovalSubject.PayeeChange(ACCOUNT, 1, PAYEE, EVIDENCE),
                        DIGEST,
                        "acme-system",
                        1,
                        NOON)),
                "resolution",
                List.of(new ApprovalProposed(
                        REQUEST,
                        new ApprovalSubject.Resolution(
                                PAYOUT, 1, new PayoutOutcome.Refused("ACCOUNT_FROZEN"), EVIDENCE),
                        DIGEST,
                        "olga",
                        1,
                        NOON)),
                "terms",
                List.of(new TermsAmended(
                        ACCOUNT,
                        new EscrowTerms(
                                TERMS.agreementVersion(),
                                TERMS.plan(),
                                TERMS.releaseConditions(),
                                TERMS.tiers(),
                                Optional.of(FreezeTerms.standard()),
                                Optional.of(new HoldbackTerms(HoldbackSource.FROM_BUYER_PAYMENT, SOME_FEN, 5))))),
                "deduction",
                List.of(
                        new PayoutCreated(
                                PAYOUT,
                                new PayoutSource.EscrowDeduction(ACCOUNT, "D-1"),
                                SOME_FEN,
                                BANK_ACCOUNT,
                                CUSTODY),
                        new ApprovalProposed(
                                REQUEST,
                                new ApprovalSubject.Deduction(ACCOUNT, "D-1", "F-1", SOME_FEN, BANK_ACCOUNT, EVIDENCE),
                                DIGEST,
                                "olga",
                                1,
                                NOON)),
                "unfreeze",
                List.of(new ApprovalProposed(
                        REQUEST,
                        new ApprovalSubject.Unfreeze(ACCOUNT, "F-1", 1, "COURT-7", EVIDENCE),
                        DIGEST,
                        "olga",
                        1,
                        NOON)),
                "refused",
                List.of(new PayoutResolutionRequested(
                        PAYOUT, 1, new PayoutOutcome.Refused("ACCOUNT_FROZEN"), EVIDENCE, "olga")),
                "termination",
                List.of(new ApprovalProposed(
                        REQUEST, new ApprovalSubject.Termination(ACCOUNT, 1, PARTS), DIGEST, "acme-system", 2, NOON)),
                "settlement",
                List.of(
                        new PayoutCreated(
                                PAYOUT, new PayoutSource.EscrowLeg(ACCOUNT, "L-1"), SOME_FEN, BANK_ACCOUNT, CUSTODY),
                        new ApprovalProposed(
                                REQUEST,
                                new ApprovalSubject.HoldbackSettlement(ACCOUNT, 1, LEGS),
                                DIGEST,
                                "acme-system",
                                1,
                                NOON)));
    }

    /** More pairs than {@link Map#of} takes. */
    @SuppressWarnings("unchecked") // Names and lists alternate.
    private static Map<String, List<DomainEvent>> shapes(Object... namesAndEvents) {
        var shapes = new LinkedHashMap<String, List<DomainEvent>>();
        for (var pair = 0; pair < namesAndEvents.length; pair += 2) {
            shapes.put((String) namesAndEvents[pair], (List<DomainEvent>) namesAndEvents[pair + 1]);
        }
        return shapes;
    }
}
