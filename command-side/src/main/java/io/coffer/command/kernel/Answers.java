package io.coffer.command.kernel;

import io.coffer.api.kernel.AggregateId;
import io.coffer.platform.web.IfMatch;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers as HTTP: 201 when something came into being, otherwise 200, and the same for every repeat. */
public final class Answers {

    public static final String POSITION = "Coffer-Position";
    public static final String REPLAYED = "Idempotent-Replayed";

    private Answers() {}

    /**
     * The answer of an object that decided about another one: that one is what the caller asked for. It says nothing of its own
     * version, for it is carried out a moment later.
     *
     * @param made the other object, found under its collection
     */
    public static ResponseEntity<AnswerBody> of(Answer answer, String collection, AggregateId made) {
        var about =
                new Answer(made.toString(), Optional.empty(), answer.position(), answer.events(), answer.replayed());
        var response = of(about, collection);
        return answer.events().isEmpty()
                ? response
                : ResponseEntity.status(201)
                        .headers(response.getHeaders())
                        .header(HttpHeaders.LOCATION, collection + "/" + made)
                        .body(response.getBody());
    }

    /**
     * The answer with its headers.
     *
     * @param collection under which the created object is found, such as {@code /v1/escrow-accounts}
     */
    public static ResponseEntity<AnswerBody> of(Answer answer, String collection) {
        var response = answer.created()
                ? ResponseEntity.status(201).header(HttpHeaders.LOCATION, collection + "/" + answer.id())
                : ResponseEntity.ok();
        answer.version().ifPresent(version -> response.eTag(IfMatch.etag(version)));
        answer.position().ifPresent(position -> response.header(POSITION, Long.toString(position)));
        if (answer.replayed()) {
            response.header(REPLAYED, "true");
        }
        return response.body(AnswerBody.of(answer));
    }
}
