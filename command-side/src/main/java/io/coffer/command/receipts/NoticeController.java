package io.coffer.command.receipts;

import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the bank's arrival notices come in: one by one, or thousands in one stream with an answer per line. */
@RestController
@RequestMapping(NoticeController.PATH)
class NoticeController {

    static final String PATH = "/v1/bank/notices";

    private final NoticeDesk desk;
    private final NoticeStream stream;

    NoticeController(NoticeDesk desk, NoticeStream stream) {
        this.desk = desk;
        this.stream = stream;
    }

    @Operation(summary = "Take one arrival notice; a repeat answers DUPLICATE and changes nothing")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<NoticeAnswer> one(@RequestBody Notice notice, Call call) {
        var answer = desk.take(notice, call.operationNow());
        var response = ResponseEntity.status(answer.outcome() == NoticeAnswer.Outcome.RECORDED ? 201 : 200);
        answer.version().ifPresent(version -> response.eTag(IfMatch.etag(version)));
        answer.position().ifPresent(position -> response.header(Answers.POSITION, Long.toString(position)));
        if (answer.replayed()) {
            response.header(Answers.REPLAYED, "true");
        }
        return response.body(answer);
    }

    @Operation(
            summary = "Take a stream of notices, one per line; every line gets its own answer in the same order",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(type = "string"))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "One answer per line",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(type = "string"))))
    @PostMapping(consumes = MediaType.APPLICATION_NDJSON_VALUE, produces = MediaType.APPLICATION_NDJSON_VALUE)
    void many(HttpServletRequest request, HttpServletResponse response, Call call) throws IOException {
        response.setStatus(200);
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        stream.take(request.getInputStream(), response.getOutputStream(), call);
    }
}
