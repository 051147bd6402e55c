package io.coffer.command.kernel;

import io.coffer.api.payments.ChannelTerms;
import io.coffer.api.payments.PaymentRejection.ChannelUnknown;
import io.coffer.platform.web.RejectionException;
import java.util.List;

/** The institution's payment channels, registered as configuration. */
public final class Channels {

    private final List<ChannelTerms> registered;

    Channels(List<ChannelTerms> registered) {
        this.registered = List.copyOf(registered);
    }

    /** What the channel of this code agreed to now. */
    public ChannelTerms terms(String code) {
        return registered.stream()
                .filter(terms -> terms.channel().equals(code))
                .findFirst()
                .orElseThrow(() -> new RejectionException(new ChannelUnknown(code)));
    }
}
