package io.coffer.command.kernel;

import io.coffer.api.payments.ChannelTerms;
import io.coffer.api.payments.PaymentRejection.ChannelUnknown;
import io.coffer.platform.web.RejectionException;
import java.util.List;
import java.util.Set;

/** The institution's payment channels, registered as configuration. */
public final class Channels {

    private final List<ChannelTerms> registered;
    private final Set<String> withFeesOfOurs;

    Channels(List<ChannelTerms> registered, Set<String> withFeesOfOurs) {
        this.registered = List.copyOf(registered);
        this.withFeesOfOurs = Set.copyOf(withFeesOfOurs);
    }

    /** Own cash is the institution's: whoever makes an order cannot decide alone that it pays for it. */
    public boolean platformBearsFeesOf(ChannelTerms terms) {
        return withFeesOfOurs.contains(terms.channel());
    }

    /** What the channel of this code agreed to now. */
    public ChannelTerms terms(String code) {
        return registered.stream()
                .filter(terms -> terms.channel().equals(code))
                .findFirst()
                .orElseThrow(() -> new RejectionException(new ChannelUnknown(code)));
    }
}
