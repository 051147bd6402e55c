package io.coffer.platform.openapi;

import io.coffer.api.kernel.OperationId;
import io.coffer.platform.web.IdempotencyKey;
import io.coffer.platform.web.IfMatch;
import io.coffer.platform.web.Problem;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;

/** Says of every operation what the edge adds to it: the headers that it takes and the problems that it can answer. */
final class OperationEdge implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var statuses = new TreeSet<>(List.of(400, 401, 403, 404, 405, 406, 429, 500, 503));
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of(408, 413, 415));
        }
        if (operation.getParameters() != null || operation.getRequestBody() != null) {
            statuses.add(422);
        }
        for (var parameter : method.getMethodParameters()) {
            if (namesOperation(parameter.getParameterType())) {
                addOnce(operation, idempotencyKey());
                statuses.addAll(List.of(409, 422));
            } else if (isIfMatch(parameter)) {
                forgetOptional(operation, parameter);
                operation.addParametersItem(ifMatch(parameter.getParameterType() == IfMatch.class));
                statuses.addAll(List.of(412, 428));
            }
        }
        if (method.getReturnType().getParameterType() == ResponseEntity.class && takesKey(method)) {
            alsoCreated(operation);
        }
        statuses.forEach(status -> operation.getResponses().computeIfAbsent("" + status, OperationEdge::problem));
        return operation;
    }

    /** An idempotency key, or a side's own argument that is made of one. */
    static boolean namesOperation(Class<?> type) {
        return type == IdempotencyKey.class
                || (type.isRecord()
                        && Arrays.stream(type.getRecordComponents())
                                .anyMatch(component -> component.getType() == OperationId.class));
    }

    private static boolean takesKey(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> namesOperation(parameter.getParameterType()));
    }

    private static void alsoCreated(Operation operation) {
        var done = operation.getResponses().get("200");
        if (done != null) {
            operation
                    .getResponses()
                    .computeIfAbsent(
                            "201", _ -> new ApiResponse().description("Created").content(done.getContent()));
        }
    }

    /** Two methods of one path, told apart by their media types, are one operation here. */
    private static void addOnce(Operation operation, HeaderParameter header) {
        var known = operation.getParameters();
        if (known == null
                || known.stream().noneMatch(parameter -> header.getName().equals(parameter.getName()))) {
            operation.addParametersItem(header);
        }
    }

    private static boolean isIfMatch(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == IfMatch.class;
    }

    /** Springdoc takes an Optional of whatever it does not know for a part of the query. */
    private static void forgetOptional(Operation operation, MethodParameter parameter) {
        if (operation.getParameters() != null) {
            var name = parameter.getParameter().getName();
            operation.getParameters().removeIf(documented -> name.equals(documented.getName()));
        }
    }

    private static HeaderParameter idempotencyKey() {
        return (HeaderParameter) new HeaderParameter()
                .name(IdempotencyKey.HEADER)
                .required(true)
                .description("Names this operation for ever; the same key with the same content is answered once more.")
                .schema(new StringSchema().minLength(1).maxLength(255).pattern("^[!-~]+$"));
    }

    private static HeaderParameter ifMatch(boolean isRequired) {
        return (HeaderParameter) new HeaderParameter()
                .name("If-Match")
                .required(isRequired)
                .description("The ETag of what you decided on.")
                .schema(new StringSchema().example("\"3\""));
    }

    private static ApiResponse problem(String status) {
        var schema = new Schema<>().$ref("#/components/schemas/" + ProblemSchema.NAME);
        return new ApiResponse()
                .description(HttpStatus.valueOf(Integer.parseInt(status)).getReasonPhrase())
                .content(new Content().addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(schema)));
    }
}
