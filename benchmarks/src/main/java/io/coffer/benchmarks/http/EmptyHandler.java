package io.coffer.benchmarks.http;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers at once, behind the same filters as everything else. */
@RestController
public class EmptyHandler {

    public static final String PATH = "/v1/nothing";

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Nothing> take() {
        return ResponseEntity.ok(new Nothing("nothing"));
    }

    /** As short as an answer can be. */
    public record Nothing(String id) {}
}
