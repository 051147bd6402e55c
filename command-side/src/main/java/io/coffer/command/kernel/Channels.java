package io.coffer.command.kernel;

import io.coffer.api.payments.ChannelTerms;
import io.coffer.api.payments.FeeTerm;
import io.coffer.api.payments.PaymentRejection.ChannelUnknown;
import io.coffer.api.payments.PaymentWay;
import io.coffer.platform.web.RejectionException;
import java.util.List;
import java.util.Map;

/** The institution's payment channels, registered as configuration. */
public final class Channels {

    private final List<ChannelTerms> registered;
    private final Map<String, List<FeeTerm>> fees;
    private final List<FeeTerm> feesOfTransfers;

    Channels(List<ChannelTerms> registered, Map<String, List<FeeTerm>> fees, List<FeeTerm> feesOfTransfers) {
        this.registered = List.copyOf(registered);
        this.fees = Map.copyOf(fees);
        this.feesOfTransfers = List.copyOf(feesOfTransfers);
    }

    /** Which fees an order that is paid so may have. */
    public List<FeeTerm> agreedFees(PaymentWay way) {
        return way.channel()
                .map(terms -> fees.getOrDefault(terms.channel(), List.of()))
                .orElse(feesOfTransfers);
    }

    /** What the channel of this code agreed to now. */
    public ChannelTerms terms(String code) {
        return registered.stream()
                .filter(terms -> terms.channel().equals(code))
                .findFirst()
                .orElseThrow(() -> new RejectionException(new ChannelUnknown(code)));
    }
}
