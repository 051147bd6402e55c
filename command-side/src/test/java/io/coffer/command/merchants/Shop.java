package io.coffer.command.merchants;

import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.merchants.FeeAccountCommand.EndFeeReservation;
import io.coffer.api.merchants.FeeAccountCommand.FundMerchantB;
import io.coffer.api.merchants.FeeAccountCommand.OpenFeeAccount;
import io.coffer.api.merchants.FeeAccountCommand.ReserveFee;
import io.coffer.api.merchants.FeeAccountCommand.SetAdvanceLimit;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitRequested;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitSet;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceRecovered;
import io.coffer.api.merchants.FeeAccountEvent.FeeAccountOpened;
import io.coffer.api.merchants.FeeAccountEvent.FeeAdvanced;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBFunded;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.People;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A shop whose orders cost 8.40 yuan of fee each: the merchant that the tests tell about. */
public final class Shop {

    public static final MerchantFeeAccountId B = MerchantFeeAccountId.of(People.ACME, "M-1");
    public static final Money FEE = Money.fen(840);
    public static final Money LIMIT = Money.yuan(20);
    static final OpenFeeAccount OPEN = new OpenFeeAccount(B, Sale.CUSTODY);
    static final FeeAccountOpened OPENED = new FeeAccountOpened(B, Sale.CUSTODY);
    static final AdvanceLimitRequested ASKED = new AdvanceLimitRequested(B, 1, LIMIT, "olga");
    static final AdvanceLimitSet LENT = new AdvanceLimitSet(B, 1, LIMIT, Optional.empty());

    private Shop() {}

    static Scenario unopened() {
        return Scenario.of(new PureFeeAccount());
    }

    /** Opened, with a fresh receipt of this many fen. */
    static Scenario with(long fen) {
        return Scenario.of(new PureFeeAccount()).given(OPENED, funded("X-0", fen));
    }

    /** Opened and empty; fees may be advanced. */
    static Scenario lent() {
        return Scenario.of(new PureFeeAccount()).given(OPENED, ASKED, LENT);
    }

    static MerchantBFunded funded(String coreNo, long fen) {
        return new MerchantBFunded(B, Sale.receipt(coreNo), Money.fen(fen));
    }

    static FundMerchantB fund(String coreNo, long fen) {
        return new FundMerchantB(B, Sale.receipt(coreNo), Money.fen(fen), Sale.CUSTODY);
    }

    static ReserveFee reserve(String orderNo, long fen) {
        return new ReserveFee(B, new FeeTaker.Order(orderNo), Money.fen(fen), Optional.empty());
    }

    static EndFeeReservation end(String orderNo) {
        return new EndFeeReservation(B, new FeeTaker.Order(orderNo), "EXPIRED");
    }

    static FeeReserved reserved(String orderNo, long fen) {
        return new FeeReserved(B, new FeeTaker.Order(orderNo), Money.fen(fen));
    }

    static FeeAdvanced advanced(String orderNo, long fen) {
        return new FeeAdvanced(B, orderNo, Money.fen(fen), Sale.CUSTODY);
    }

    static FeeReservationEnded ended(String orderNo, long fen) {
        return new FeeReservationEnded(B, orderNo, Money.fen(fen), "EXPIRED");
    }

    /** Money that came in is set aside for an advance. */
    static FeeReserved setAside(String orderNo, long fen) {
        return new FeeReserved(B, new FeeTaker.Recovery(orderNo), Money.fen(fen));
    }

    static AdvanceRecovered recovered(String orderNo, FeeTaker from, long fen, long left) {
        return new AdvanceRecovered(B, orderNo, from, Money.fen(fen), Money.fen(left));
    }

    /** What two people agreed to. */
    static SetAdvanceLimit set(int requestNo, Money limit, String checker) {
        var digest = new SetAdvanceLimit(B, requestNo, limit, Optional.empty()).digest();
        return new SetAdvanceLimit(
                B,
                requestNo,
                limit,
                Optional.of(new Approval(
                        ApprovalRequestId.ofAdvanceLimit(B, requestNo),
                        digest,
                        "olga",
                        List.of(checker),
                        Scenario.NOON.plus(Duration.ofHours(24)))));
    }
}
