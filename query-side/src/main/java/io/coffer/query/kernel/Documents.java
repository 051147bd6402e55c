package io.coffer.query.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.kernel.AggregateId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Folded states as JSON: records by their components and nothing else. */
public final class Documents {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private Documents() {}

    public static String write(@Nullable Object state) {
        return JSON.writeValueAsString(state);
    }

    public static <S> S read(String document, Class<S> type) {
        return JSON.readValue(document, type);
    }

    /** The state of one object, as the live generation of its projection has it. */
    public static <S> Optional<S> find(JdbcClient jdbc, String projection, AggregateId id, Class<S> type) {
        return jdbc.sql("select document from query." + projection + " where id = :id")
                .param("id", id.value())
                .query((row, _) -> read(row.getString("document"), type))
                .optional();
    }
}
