package io.coffer.command.kernel;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** What a command answers. The same body for every repeat of the operation. */
@Schema(name = "Answer")
public record AnswerBody(
        @Schema(description = "The object that decided.", example = "EA:acme:C-1")
        String id,

        @Schema(description = "The object's version after it; absent when nothing changed.")
        Optional<Long> version,

        @Schema(
                description =
                        "Give it as min-position to a read that must have seen this; absent when nothing changed.")
        Optional<Long> position,

        @Schema(description = "The facts that were recorded; none when the wish was fulfilled already.")
        List<String> events) {

    static AnswerBody of(Answer answer) {
        return new AnswerBody(answer.id(), answer.version(), answer.position(), answer.events());
    }
}
