package io.coffer.command.settlements;

import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Operations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where channels' settlement files come in. */
@RestController
class SettlementController {

    private final SettlementFile files;
    private final Operations operations;

    SettlementController(SettlementFile files, Operations operations) {
        this.files = files;
        this.operations = operations;
    }

    @Operation(
            summary =
                    "Take what a channel lists for one settlement date: a header, then a line each; all of it or nothing",
            description = "The same file again changes nothing. A corrected one has the next fileVersion and takes the"
                    + " place of the earlier. paidBy names the bank's line by which the channel pays.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(type = "string"))))
    @PostMapping(
            path = SettlementFile.PATH,
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> take(HttpServletRequest request, Call call) throws IOException {
        var file = files.read(request.getInputStream());
        return Answers.of(
                operations.carryOut(file.command(), call.operationOf(file.digest())), "/v1/channel-settlements");
    }
}
