package io.coffer.command.merchants;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.merchants.FeeAccountCommand;
import io.coffer.api.merchants.FeeAccountCommand.ChangeStanding;
import io.coffer.api.merchants.FeeAccountCommand.OpenFeeAccount;
import io.coffer.api.merchants.FeeAccountCommand.RequestAdvanceLimit;
import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Amount;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.CustodyAccounts;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.ReasonCode;
import io.coffer.platform.web.RejectionException;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A merchant's fee account (B): opened by its business system, its terms set by the institution. */
@RestController
@RequestMapping(
        path = FeeAccountController.PATH,
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class FeeAccountController {

    static final String PATH = "/v1/merchant-fee-accounts";

    private final Operations operations;
    private final CustodyAccounts custodyAccounts;

    FeeAccountController(Operations operations, CustodyAccounts custodyAccounts) {
        this.operations = operations;
        this.custodyAccounts = custodyAccounts;
    }

    @Operation(
            summary = "Open the fee account of a merchant",
            description = "Top-ups come to the number that it gets. Nothing is advanced before two people set a limit.")
    @PostMapping
    ResponseEntity<AnswerBody> open(@RequestBody OpenFeeAccountBody body, Call call) {
        var tenant = call.actor()
                .tenant()
                .orElseThrow(() -> new RejectionException(new NotPermitted(Set.of(Role.BUSINESS))));
        return send(
                new OpenFeeAccount(
                        MerchantFeeAccountId.of(tenant, body.merchantNo()),
                        custodyAccounts.registered(body.custodyAccount())),
                call);
    }

    @Operation(
            summary = "Ask that fees may be advanced with own cash up to a limit",
            description = "A second person decides. The limit is for the sum of open advances; zero ends advances.")
    @PostMapping("/{id}/advance-limits")
    ResponseEntity<AnswerBody> limit(
            @PathVariable MerchantFeeAccountId id, @RequestBody AdvanceLimitBody body, Call call) {
        return send(new RequestAdvanceLimit(id, body.limit().toMoney()), call);
    }

    @Operation(
            summary = "Let the account do more or less from now on",
            description = "What was reserved before stays for its order, and can still be ended.")
    @PostMapping("/{id}/standing")
    ResponseEntity<AnswerBody> change(
            @PathVariable MerchantFeeAccountId id, @RequestBody StandingBody body, Call call) {
        return send(new ChangeStanding(id, body.standing(), body.reason().value()), call);
    }

    private ResponseEntity<AnswerBody> send(FeeAccountCommand command, Call call) {
        return Answers.of(operations.carryOut(command, call.operationNow()), PATH);
    }

    record OpenFeeAccountBody(String merchantNo, CustodyAccount custodyAccount) {}

    record AdvanceLimitBody(Amount limit) {}

    record StandingBody(FeeAccountStanding standing, ReasonCode reason) {}
}
