package io.coffer.command.receipts;

import io.coffer.command.kernel.Call;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the bank's day statements come in. */
@RestController
class StatementController {

    private final StatementStream stream;

    StatementController(StatementStream stream) {
        this.stream = stream;
    }

    @Operation(
            summary = "Take the statement of a custody account's day: a header, then a line each, each with its own"
                    + " answer",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(type = "string"))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "One answer per row, and a last one of the whole",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(type = "string"))))
    @PostMapping(
            path = "/v1/bank/statements",
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    void take(HttpServletRequest request, HttpServletResponse response, Call call) throws IOException {
        response.setStatus(200);
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        stream.take(request.getInputStream(), response.getOutputStream(), call);
    }
}
