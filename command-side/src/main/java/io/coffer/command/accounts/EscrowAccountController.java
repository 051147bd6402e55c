package io.coffer.command.accounts;

import io.coffer.api.accounts.AgreementCommand.AmendTerms;
import io.coffer.api.accounts.AgreementCommand.OpenEscrowAccount;
import io.coffer.api.accounts.ClosureCommand.CancelBeforeFunding;
import io.coffer.api.accounts.ClosureCommand.CloseAccount;
import io.coffer.api.accounts.ConditionCommand.ConfirmReleaseCondition;
import io.coffer.api.accounts.ContractRef;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowCommand;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.PayeeCommand.BindPayee;
import io.coffer.api.accounts.PayeeCommand.ChangePayee;
import io.coffer.api.accounts.PayeeCommand.RejectPayeeChange;
import io.coffer.api.accounts.ReleaseCondition;
import io.coffer.api.kernel.BankAccountRef.AccountClass;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.CustodyAccounts;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.ReasonCode;
import io.coffer.command.kernel.Tokens;
import io.coffer.platform.vault.Subject;
import io.coffer.platform.web.IfMatch;
import io.coffer.platform.web.RejectionException;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a business system does with its escrow accounts, from opening to closure. */
@RestController
@RequestMapping(path = EscrowAccountController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class EscrowAccountController {

    static final String PATH = "/v1/escrow-accounts";

    private final Operations operations;
    private final Tokens tokens;
    private final CustodyAccounts custodyAccounts;

    EscrowAccountController(Operations operations, Tokens tokens, CustodyAccounts custodyAccounts) {
        this.operations = operations;
        this.tokens = tokens;
        this.custodyAccounts = custodyAccounts;
    }

    @Operation(summary = "Open the escrow account of a contract")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> open(@RequestBody OpenAccountBody body, Call call) {
        var tenant = tenantOf(call);
        return send(
                new OpenEscrowAccount(
                        EscrowAccountId.of(tenant, body.contract().contractNo()),
                        body.contract(),
                        body.parties().stream()
                                .map(party -> party(tenant, party))
                                .toList(),
                        body.terms().toTerms(),
                        custodyAccounts.registered(body.custodyAccount())),
                call);
    }

    @Operation(summary = "Replace the terms, before the first money")
    @PutMapping(path = "/{id}/terms", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> amend(
            @PathVariable EscrowAccountId id, @RequestBody TermsBody body, IfMatch seen, Call call) {
        return Answers.of(operations.carryOut(new AmendTerms(id, body.toTerms()), call.operationOn(seen)), PATH);
    }

    @Operation(summary = "Give up an account that never saw money")
    @PostMapping(path = "/{id}/cancellation", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> cancel(@PathVariable EscrowAccountId id, @RequestBody ReasonBody body, Call call) {
        return send(new CancelBeforeFunding(id, body.reason().value()), call);
    }

    @Operation(summary = "Confirm a release condition with its proof")
    @PostMapping(path = "/{id}/conditions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> confirm(@PathVariable EscrowAccountId id, @RequestBody ConditionBody body, Call call) {
        return send(new ConfirmReleaseCondition(id, body.condition(), body.evidence()), call);
    }

    @Operation(summary = "Bind the verified account to which a party's money may go")
    @PostMapping(path = "/{id}/payees", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> bind(@PathVariable EscrowAccountId id, @RequestBody PayeeBody body, Call call) {
        return send(new BindPayee(id, payee(id, body), body.verification()), call);
    }

    @Operation(
            summary = "Propose another verified account for a party",
            description = "A second person approves it; money follows it 24 hours later.")
    @PostMapping(path = "/{id}/payee-changes", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> change(@PathVariable EscrowAccountId id, @RequestBody PayeeBody body, Call call) {
        return send(new ChangePayee(id, payee(id, body), body.verification()), call);
    }

    @Operation(summary = "Take back a payee change that nobody decided yet")
    @PostMapping(path = "/{id}/payee-changes/{changeNo}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> keep(
            @PathVariable EscrowAccountId id, @PathVariable int changeNo, @RequestBody ReasonBody body, Call call) {
        return send(new RejectPayeeChange(id, changeNo, body.reason().value()), call);
    }

    @Operation(summary = "Close the account; every blocker is named at once")
    @PostMapping(path = "/{id}/closure")
    ResponseEntity<AnswerBody> close(@PathVariable EscrowAccountId id, Call call) {
        return send(new CloseAccount(id), call);
    }

    private ResponseEntity<AnswerBody> send(EscrowCommand command, Call call) {
        return Answers.of(operations.carryOut(command, call.operationNow()), PATH);
    }

    private Party party(TenantId tenant, PartyBody body) {
        var name = tokens.name(Subject.party(tenant, body.partyId()), body.name());
        return new Party(body.partyId(), body.role(), Optional.of(name));
    }

    private Payee payee(EscrowAccountId id, PayeeBody body) {
        return new Payee(
                body.partyId(),
                tokens.account(
                        Subject.party(id.tenant(), body.partyId()),
                        new Tokens.Holding(
                                body.bankCode(), body.accountNumber(), body.holderName(), body.accountClass())));
    }

    private static TenantId tenantOf(Call call) {
        return call.actor().tenant().orElseThrow(() -> new RejectionException(new NotPermitted(Set.of(Role.BUSINESS))));
    }

    record OpenAccountBody(
            ContractRef contract, List<PartyBody> parties, TermsBody terms, CustodyAccount custodyAccount) {}

    /** @param name kept in the vault only */
    record PartyBody(String partyId, PartyRole role, String name) {
        @Override
        public String toString() {
            return partyId + " as " + role;
        }
    }

    record ReasonBody(ReasonCode reason) {}

    record ConditionBody(ReleaseCondition condition, List<Evidence> evidence) {}

    record PayeeBody(
            String partyId,
            String bankCode,
            String accountNumber,
            String holderName,
            AccountClass accountClass,
            List<Evidence> verification) {
        @Override
        public String toString() {
            return "payee account of " + partyId;
        }
    }
}
