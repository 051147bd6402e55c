package io.coffer.command.accounts;

import io.coffer.api.accounts.AgreementCommand.SignEscrowAgreement;
import io.coffer.api.accounts.AgreementCommand.SignSupplement;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowCommand;
import io.coffer.api.accounts.Signature;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Operations;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the parties sign. */
@RestController
@RequestMapping(
        path = EscrowAccountController.PATH + "/{id}",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class SigningController {

    private final Operations operations;

    SigningController(Operations operations) {
        this.operations = operations;
    }

    @Operation(summary = "State that all parties signed the agreement; a seller may sign by a proxy")
    @PostMapping("/signatures")
    ResponseEntity<AnswerBody> sign(@PathVariable EscrowAccountId id, @RequestBody AgreementBody body, Call call) {
        return send(new SignEscrowAgreement(id, body.signatures()), call);
    }

    @Operation(summary = "Replace the terms after the first money, signed by all parties")
    @PostMapping("/supplements")
    ResponseEntity<AnswerBody> supplement(
            @PathVariable EscrowAccountId id, @RequestBody SupplementBody body, Call call) {
        return send(new SignSupplement(id, body.supplementNo(), body.terms().toTerms(), body.signatures()), call);
    }

    private ResponseEntity<AnswerBody> send(EscrowCommand command, Call call) {
        return Answers.of(operations.carryOut(command, call.operationNow()), EscrowAccountController.PATH);
    }

    record AgreementBody(List<Signature> signatures) {}

    record SupplementBody(int supplementNo, TermsBody terms, List<Signature> signatures) {}
}
