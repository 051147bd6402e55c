package io.coffer.query.replay;

import static io.coffer.api.kernel.Role.AUDITOR;
import static io.coffer.api.kernel.Role.OPERATOR;

import io.coffer.api.kernel.Actor;
import io.coffer.query.kernel.BookedLog;
import io.coffer.query.kernel.Projection;
import io.coffer.query.kernel.Visibility;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilds of a projection: an operator starts, pauses, resumes, cancels and swaps, and everybody's asking is kept. */
@RestController
@RequestMapping("/v1/projections/{name}/rebuilds")
class RebuildController {

    private final List<String> projections;
    private final Generations generations;
    private final Rebuilds rebuilds;
    private final BookedLog log;

    RebuildController(List<Projection> projections, Databases databases, BookedLog log) {
        this.projections = projections.stream().map(Projection::name).toList();
        this.generations = new Generations(databases.rows());
        this.rebuilds = new Rebuilds(databases.rows());
        this.log = log;
    }

    /** When a build that has caught up takes the place of the live generation. */
    enum Swap {
        AT_CATCH_UP,
        WHEN_ASKED
    }

    /** Asks for a rebuild; one that is under way already is the answer. */
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping
    ResponseEntity<RebuildView> start(
            Actor actor, @PathVariable String name, @RequestParam(defaultValue = "AT_CATCH_UP") Swap swap) {
        Visibility.institution(actor, OPERATOR);
        if (!projections.contains(name)) {
            throw Visibility.missing(name);
        }
        var digest = GenerationSchemas.digest(name);
        return accepted(generations.request(name, digest, actor.subject(), swap == Swap.AT_CATCH_UP));
    }

    /** How far it is, how fast, for how long still, and who asked for what. */
    @GetMapping("/{generation}")
    ResponseEntity<RebuildView> progress(Actor actor, @PathVariable String name, @PathVariable int generation) {
        Visibility.institution(actor, OPERATOR, AUDITOR);
        return ResponseEntity.ok(view(rebuilds.found(id(name, generation))));
    }

    /** What is built so far stays, also over a restart. */
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/{generation}/pause")
    ResponseEntity<RebuildView> pause(Actor actor, @PathVariable String name, @PathVariable int generation) {
        return step(actor, name, generation, Rebuilds.Step.PAUSED);
    }

    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/{generation}/resume")
    ResponseEntity<RebuildView> resume(Actor actor, @PathVariable String name, @PathVariable int generation) {
        return step(actor, name, generation, Rebuilds.Step.RESUMED);
    }

    /** Gives the build up; the live generation stays. */
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/{generation}/cancel")
    ResponseEntity<RebuildView> cancel(Actor actor, @PathVariable String name, @PathVariable int generation) {
        return step(actor, name, generation, Rebuilds.Step.CANCELLED);
    }

    /** Lets a build that waits for it take the live one's place, at once if it has caught up. */
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/{generation}/swap")
    ResponseEntity<RebuildView> swap(Actor actor, @PathVariable String name, @PathVariable int generation) {
        return step(actor, name, generation, Rebuilds.Step.SWAP_ASKED);
    }

    private ResponseEntity<RebuildView> step(Actor actor, String name, int generation, Rebuilds.Step step) {
        Visibility.institution(actor, OPERATOR);
        return accepted(rebuilds.step(id(name, generation), step, actor.subject()));
    }

    private GenerationId id(String name, int generation) {
        if (!projections.contains(name) || generation < 1) {
            throw Visibility.missing(name);
        }
        return new GenerationId(name, generation);
    }

    private ResponseEntity<RebuildView> accepted(Generation generation) {
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(view(generation));
    }

    private RebuildView view(Generation generation) {
        return RebuildView.of(generation, log.events().head(), rebuilds.steps(generation.id()));
    }
}
