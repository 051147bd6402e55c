package io.coffer.benchmarks.append;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.command.kernel.Envelope;
import io.coffer.command.kernel.TimedLoads;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;

/** Notebooks with histories of any length, loaded as the command side loads what its cache does not have. */
public final class LongNotebooks implements AutoCloseable {

    private static final TenantId ACME = new TenantId("acme");
    private static final CustodyAccount CUSTODY = new CustodyAccount("104100000004", "110060149018800100001");
    private static final Money PRICE = Money.yuan(600_000);
    private static final int APPENDED_AT_ONCE = 500;

    private final SplittableRandom random = new SplittableRandom(1);
    private final TimedLoads<Notebook> loads;

    public LongNotebooks(DataSource rows) {
        this.loads = new TimedLoads<>(Notebook.class, rows, Contenders.JSON);
    }

    /** Writes the notes from {@code first} up to but without {@code end}. */
    public void write(String name, int first, int end) {
        for (var from = first; from < end; from += APPENDED_AT_ONCE) {
            loads.engine().appendEvents(notes(account(name), from, Math.min(end, from + APPENDED_AT_ONCE)));
        }
    }

    private List<DomainEventMessage<?>> notes(EscrowAccountId account, int first, int end) {
        Map<String, ?> metadata = Envelope.inherited(new GenericMessage<>("", CommandTexts.random(random)));
        var notes = new ArrayList<DomainEventMessage<?>>();
        for (var sequence = first; sequence < end; sequence++) {
            var receipt = BankReceiptId.of(
                    CUSTODY, LocalDate.EPOCH, CommandTexts.key(random).substring(0, 20));
            notes.add(new GenericDomainEventMessage<>(
                    Notebook.class.getSimpleName(),
                    account.value(),
                    sequence,
                    new EscrowFunded(account, receipt, PRICE, PRICE),
                    metadata,
                    IdentifierFactory.getInstance().generateIdentifier(),
                    Instant.now()));
        }
        return notes;
    }

    /** Loads a notebook; it must have so many notes. */
    public void load(String name, int notes) {
        var loaded = loads.load(account(name).value());
        if (loaded != notes) {
            throw new IllegalStateException(name + " has " + loaded + " notes, not " + notes);
        }
    }

    private static EscrowAccountId account(String name) {
        return EscrowAccountId.of(ACME, name);
    }

    @Override
    public void close() {
        loads.close();
    }
}
