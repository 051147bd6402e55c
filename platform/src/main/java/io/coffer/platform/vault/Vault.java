package io.coffer.platform.vault;

import io.coffer.api.kernel.TenantId;
import io.coffer.platform.vault.SealedValue.Place;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Takes personal data in exchange for tokens. One value has one token whoever brings it, so that receipts can be searched
 * by payer without anybody reading a number.
 */
public final class Vault {

    private static final int KNOWN_PLACES = 50_000;

    private final VaultKey key;
    private final InstantSource clock;
    private final DataKeys dataKeys;
    private final VaultValues values;
    private final Shredding shredding;
    private final KnownPlaces known = new KnownPlaces(KNOWN_PLACES);

    Vault(VaultKey key, DataSource dataSource, InstantSource clock) {
        var connections = new VaultConnections(dataSource);
        this.key = key;
        this.clock = clock;
        this.dataKeys = new DataKeys(connections);
        this.values = new VaultValues(connections);
        this.shredding = new Shredding(connections);
    }

    /** Keeps the value and gives its token. Throws {@link UnfitForVault} when the text is no value of its kind. */
    public String tokenise(Subject subject, Kind kind, String clear) {
        return tokenise(List.of(new Clear(subject, kind, clear))).getFirst();
    }

    /** Keeps all values in at most two round trips, none when all are known; the tokens are in the order of the values. */
    public List<String> tokenise(List<Clear> clears) {
        var entries = clears.stream().map(this::entry).toList();
        var fresh = new LinkedHashSet<>(entries);
        fresh.removeIf(entry -> known.contains(entry.place()));
        if (!fresh.isEmpty()) {
            keep(fresh);
        }
        return entries.stream().map(entry -> entry.place().token()).toList();
    }

    /** The token that the value has or would have; keeps nothing. For searches. */
    public String tokenOf(Kind kind, String clear) {
        return key.token(kind, kind.normalised(clear));
    }

    /** Keyed digest, for comparing holder names without knowing them. */
    public String digest(Kind kind, String clear) {
        return key.digest(kind, kind.normalised(clear));
    }

    /** The value, or empty when the token is unknown or its subject was shredded. */
    public Optional<String> reveal(String token) {
        return values.find(token).map(key::open);
    }

    /** The value as people may see it, or empty. */
    public Optional<String> masked(String token) {
        return TokenGrammar.kindOf(token).flatMap(kind -> reveal(token).map(clear -> Masked.of(kind, clear)));
    }

    /** Makes all values of a party unreadable for ever. What is brought for it later gets its token and is not kept. */
    public void shred(TenantId tenant, String partyId) {
        shredding.shred(Subject.party(tenant, partyId).keyFor(""), clock.instant());
    }

    /** As {@link #shred}, for the unknown holder of one value. Copies that belong to parties stay. */
    public void shredUnknown(String token) {
        if (!TokenGrammar.isToken(token)) {
            throw new IllegalArgumentException("Not a token");
        }
        shredding.shred(token, clock.instant());
    }

    private record Entry(Place place, String value) {}

    private Entry entry(Clear clear) {
        var value = clear.kind().normalised(clear.value());
        var token = key.token(clear.kind(), value);
        return new Entry(new Place(token, clear.subject().keyFor(token)), value);
    }

    private void keep(Collection<Entry> fresh) {
        var offered = new TreeMap<String, byte[]>();
        fresh.forEach(entry -> offered.computeIfAbsent(entry.place().subject(), key::newWrappedKey));
        var keys = dataKeys.offer(offered);
        var ciphertexts = new TreeMap<Place, byte[]>();
        for (var entry : fresh) {
            var wrapped = keys.get(entry.place().subject());
            if (wrapped != null) {
                ciphertexts.put(entry.place(), key.seal(entry.place(), wrapped, entry.value()));
            }
        }
        if (!ciphertexts.isEmpty()) {
            values.add(ciphertexts);
        }
        known.addAll(fresh.stream().map(Entry::place).toList());
    }
}
