package io.coffer.command.kernel;

import io.coffer.platform.web.IfMatch;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers as HTTP: 201 when something came into being, otherwise 200, and the same for every repeat. */
public final class Answers {

    public static final String POSITION = "Coffer-Position";
    public static final String REPLAYED = "Idempotent-Replayed";

    private Answers() {}

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
