package io.coffer.query.replay;

import io.coffer.query.kernel.Projection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.CannotAcquireLockException;

/** One look at the registry: what is missing is asked for, what is asked for is begun, what is replaced is dropped. */
final class Round {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final List<Projection> projections;
    private final Generations generations;
    private final GenerationSchemas schemas;

    Round(List<Projection> projections, Databases databases) {
        this.projections = List.copyOf(projections);
        this.generations = new Generations(databases.rows());
        this.schemas = new GenerationSchemas(databases);
    }

    /** Gives {@code employ} every generation that this code can feed. */
    void look(BiConsumer<Projection, Generation> employ) {
        var known = generations.all();
        known.stream().filter(this::isOutdatedBuild).forEach(generation -> generations.retire(generation.id()));
        projections.forEach(projection -> requestIfMissing(projection, known));
        known.stream()
                .filter(generation -> generation.state() == Generation.State.REQUESTED)
                .forEach(this::begin);
        known.stream()
                .filter(Generation::isFed)
                .forEach(generation ->
                        current(generation).ifPresent(projection -> employ.accept(projection, generation)));
        // Last: a schema that somebody still reads may keep its dropper waiting in vain.
        known.stream()
                .filter(generation -> generation.state() == Generation.State.RETIRED)
                .forEach(this::drop);
    }

    /** Whether every projection has a live generation, of whatever tables. */
    boolean isEveryViewThere() {
        var known = generations.all();
        return projections.stream()
                .allMatch(projection -> known.stream()
                        .filter(generation -> generation.state() == Generation.State.LIVE)
                        .anyMatch(generation -> generation.id().projection().equals(projection.name())));
    }

    private void requestIfMissing(Projection projection, List<Generation> known) {
        var digest = GenerationSchemas.digest(projection.name());
        var present = known.stream()
                .filter(generation -> generation.id().projection().equals(projection.name()))
                .filter(generation -> generation.state() != Generation.State.RETIRED)
                .anyMatch(generation -> generation.digest().equals(digest));
        if (!present) {
            generations.request(projection.name(), digest, "coffer");
        }
    }

    private boolean isOutdatedBuild(Generation generation) {
        return generation.isBuild() && current(generation).isEmpty();
    }

    /** The projection of a generation, if its tables are those that the code expects; others are only read. */
    private Optional<Projection> current(Generation generation) {
        return projections.stream()
                .filter(projection -> projection.name().equals(generation.id().projection()))
                .filter(projection ->
                        GenerationSchemas.digest(projection.name()).equals(generation.digest()))
                .findFirst();
    }

    private void begin(Generation generation) {
        schemas.create(generation.id());
        generations.started(generation.id());
        LOG.info("Projection {} is built from position 0", generation.id());
    }

    // A reader, or an index that is being made for it, may hold it for long; those behind it need not wait.
    private void drop(Generation generation) {
        try {
            schemas.drop(generation.id());
            generations.dropped(generation.id());
        } catch (CannotAcquireLockException held) {
            LOG.info("Projection {} is in use and dropped later", generation.id());
        }
    }
}
