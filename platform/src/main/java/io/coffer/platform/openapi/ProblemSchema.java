package io.coffer.platform.openapi;

import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;

/** The schema that every refusal shares. It is open: a refusal has members of its own. */
final class ProblemSchema {

    static final String NAME = "Problem";

    private ProblemSchema() {}

    static Schema<?> schema() {
        Schema<?> schema = new ObjectSchema()
                .description("RFC 9457. The code never changes its meaning; further members depend on it.")
                .addProperty("type", new StringSchema().example("urn:coffer:problem:exceeds-releasable"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("code", new StringSchema().pattern("^[A-Z][A-Z0-9_]*$"))
                .addProperty("instance", new StringSchema())
                .addProperty("traceId", new StringSchema());
        schema.setRequired(List.of("type", "title", "status", "detail", "code"));
        return schema;
    }
}
