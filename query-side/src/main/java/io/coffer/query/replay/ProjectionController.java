package io.coffer.query.replay;

import static io.coffer.api.kernel.Role.AUDITOR;
import static io.coffer.api.kernel.Role.OPERATOR;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.kernel.Actor;
import io.coffer.query.kernel.BookedLog;
import io.coffer.query.kernel.Projection;
import io.coffer.query.kernel.Reads;
import io.coffer.query.kernel.Visibility;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How the projections stand, and a second attempt at their dead letters. */
@RestController
@RequestMapping("/v1/projections")
class ProjectionController {

    private final List<Projection> projections;
    private final Generations generations;
    private final DeadLetters letters;
    private final BookedLog log;

    ProjectionController(List<Projection> projections, Databases databases, BookedLog log) {
        this.projections = List.copyOf(projections);
        this.generations = new Generations(databases.rows());
        this.letters = new DeadLetters(databases.rows());
        this.log = log;
    }

    /**
     * One generation.
     *
     * @param lag how many events it has still to take
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GenerationView(
            String projection,
            int generation,
            Generation.State state,
            long position,
            long lag,
            long eventsPerSecond,
            int deadLetters,
            Instant requestedAt,
            @Nullable Instant startedAt,
            @Nullable Instant liveAt,
            Generation.@Nullable Failure failure) {}

    record LettersView(String projection, int retried) {}

    @GetMapping
    ResponseEntity<List<GenerationView>> all(Actor actor) {
        Visibility.institution(actor, OPERATOR, AUDITOR);
        var head = log.events().head();
        return Reads.answer(
                head,
                generations.all().stream()
                        .filter(generation -> generation.state() != Generation.State.RETIRED)
                        .map(generation -> view(generation, head))
                        .toList());
    }

    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/{name}/dead-letters/retry")
    ResponseEntity<LettersView> retry(Actor actor, @PathVariable String name) {
        Visibility.institution(actor, OPERATOR);
        var projection = known(name);
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .body(new LettersView(projection, letters.requestRetry(projection)));
    }

    private GenerationView view(Generation generation, long head) {
        return new GenerationView(
                generation.id().projection(),
                generation.id().number(),
                generation.state(),
                generation.position(),
                Math.max(0, head - generation.position()),
                generation.eventsPerSecond(),
                letters.count(generation.id()),
                generation.requestedAt(),
                generation.startedAt(),
                generation.liveAt(),
                generation.failure());
    }

    private String known(String name) {
        return projections.stream()
                .map(Projection::name)
                .filter(name::equals)
                .findFirst()
                .orElseThrow(() -> Visibility.missing(name));
    }
}
