package io.coffer.bank;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everybody whom the bank tells something, by subject. */
final class Recipients {

    private final Map<Subject, Recipient> bySubject = new EnumMap<>(Subject.class);

    Recipients(BankSettings settings, Ledger ledger, Courier courier) {
        for (Subject subject : Subject.values()) {
            bySubject.put(subject, new Recipient(subject, settings, ledger, courier));
        }
    }

    Recipient of(Subject subject) {
        Recipient recipient = bySubject.get(subject);
        if (recipient == null) {
            throw new IllegalStateException("Nobody is told of " + subject);
        }
        return recipient;
    }

    List<Route> routes() {
        return bySubject.values().stream().map(Recipient::route).toList();
    }
}
