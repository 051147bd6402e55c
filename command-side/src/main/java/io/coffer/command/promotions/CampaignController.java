package io.coffer.command.promotions;

import io.coffer.api.kernel.TenantId;
import io.coffer.api.money.Amount;
import io.coffer.api.promotions.CampaignCommand;
import io.coffer.api.promotions.CampaignCommand.CreateCampaign;
import io.coffer.api.promotions.CampaignCommand.EndCampaign;
import io.coffer.api.promotions.CampaignCommand.RejectCampaign;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.promotions.CampaignTerms;
import io.coffer.api.promotions.Funder;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.ReasonCode;
import io.coffer.platform.web.EdgeException;
import io.coffer.platform.web.EdgeProblem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns, as the institution's people propose and end them. */
@RestController
@RequestMapping(
        path = CampaignController.PATH,
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class CampaignController {

    static final String PATH = "/v1/promotion-campaigns";

    private final Operations operations;

    CampaignController(Operations operations) {
        this.operations = operations;
    }

    @Operation(
            summary = "Propose a campaign for the orders of one tenant",
            description =
                    "It gives nothing before another person agreed. Its terms never change; end it and propose another.")
    @PostMapping
    ResponseEntity<AnswerBody> create(@RequestBody CampaignBody body, Call call) {
        return send(
                new CreateCampaign(
                        CampaignId.of(body.tenant(), body.campaignNo()),
                        new CampaignTerms(
                                body.funder().toFunder(),
                                body.budget().toPositiveMoney(),
                                body.most().toPositiveMoney(),
                                body.threshold().toPositiveMoney(),
                                body.from().toInstant(),
                                body.until().toInstant())),
                call);
    }

    @Operation(
            summary = "Let no further order get a discount",
            description = "What is set aside for orders stays theirs until they are paid or over.")
    @PostMapping("/{id}/end")
    ResponseEntity<AnswerBody> end(@PathVariable CampaignId id, @RequestBody CampaignEndBody body, Call call) {
        return send(new EndCampaign(id, body.reason().value()), call);
    }

    @Operation(
            summary = "Take back a campaign that nobody decided on yet",
            description = "Whoever agrees to it afterwards agrees in vain.")
    @PostMapping("/{id}/withdrawal")
    ResponseEntity<AnswerBody> withdraw(@PathVariable CampaignId id, @RequestBody CampaignEndBody body, Call call) {
        return send(new RejectCampaign(id, body.reason().value()), call);
    }

    private ResponseEntity<AnswerBody> send(CampaignCommand command, Call call) {
        return Answers.of(operations.carryOut(command, call.operationNow()), PATH);
    }

    record CampaignBody(
            TenantId tenant,
            String campaignNo,
            FunderBody funder,
            Amount budget,
            Amount most,
            Amount threshold,
            OffsetDateTime from,
            OffsetDateTime until) {}

    /** Who pays the discounts. */
    enum FunderKind {
        PLATFORM_OWN,
        POST_BILLED
    }

    /** @param name of the funder, for POST_BILLED */
    record FunderBody(FunderKind kind, Optional<String> name) {
        Funder toFunder() {
            return switch (kind) {
                case PLATFORM_OWN -> new Funder.PlatformOwn();
                case POST_BILLED ->
                    new Funder.PostBilled(name.orElseThrow(() ->
                            new EdgeException(EdgeProblem.FIELD_INVALID, "funder.name is needed for POST_BILLED.")));
            };
        }
    }

    record CampaignEndBody(ReasonCode reason) {}
}
