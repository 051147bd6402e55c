package io.coffer.command.kernel;

import io.coffer.api.kernel.BankAccountRef.AccountClass;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.payments.ChannelTerms;
import io.coffer.api.payments.FeeTerm;
import io.coffer.api.payments.PaymentRejection.ChannelUnknown;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.settlements.SettlementPlace;
import io.coffer.platform.vault.Subject;
import io.coffer.platform.web.RejectionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The institution's payment channels, registered as configuration. */
public final class Channels {

    private final List<ChannelTerms> registered;
    private final Map<String, List<FeeTerm>> fees;
    private final List<FeeTerm> feesOfTransfers;
    private final Map<String, CommandProperties.Settling> settling;
    private final Tokens tokens;

    Channels(
            List<ChannelTerms> registered,
            Map<String, List<FeeTerm>> fees,
            List<FeeTerm> feesOfTransfers,
            Map<String, CommandProperties.Settling> settling,
            Tokens tokens) {
        this.registered = List.copyOf(registered);
        this.fees = Map.copyOf(fees);
        this.feesOfTransfers = List.copyOf(feesOfTransfers);
        this.settling = Map.copyOf(settling);
        this.tokens = tokens;
    }

    /** Which fees an order that is paid so may have. */
    public List<FeeTerm> agreedFees(PaymentWay way) {
        return way.channel()
                .map(terms -> fees.getOrDefault(terms.channel(), List.of()))
                .orElse(feesOfTransfers);
    }

    /** From where to where the channel pays; empty where nothing is agreed. */
    public Optional<SettlementPlace> settlementPlace(String code) {
        return Optional.ofNullable(settling.get(code))
                .map(agreed -> new SettlementPlace(
                        tokens.unnamed(
                                Subject.unknown(),
                                agreed.fromBankCode(),
                                agreed.fromAccountNumber(),
                                AccountClass.CORPORATE),
                        new CustodyAccount(agreed.intoBankCode(), agreed.intoAccountNo())));
    }

    /** What the channel of this code agreed to now. */
    public ChannelTerms terms(String code) {
        return registered.stream()
                .filter(terms -> terms.channel().equals(code))
                .findFirst()
                .orElseThrow(() -> new RejectionException(new ChannelUnknown(code)));
    }
}
