package io.coffer.platform.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer of RFC 9457. Its type is {@code urn:coffer:problem:} and the title's anchor in {@code docs/problems.md}.
 *
 * @param members what else the reader may compute with: a refusal's own components
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "instance", "traceId"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String instance,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String traceId,
        @JsonAnyGetter Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(String code, int status, String detail) {
        var lower = code.toLowerCase(Locale.ROOT);
        var title = code.charAt(0) + lower.substring(1).replace('_', ' ');
        return new Problem(
                "urn:coffer:problem:" + lower.replace('_', '-'), title, status, detail, code, null, null, Map.of());
    }

    public Problem with(String name, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(type, title, status, detail, code, instance, traceId, more);
    }

    /** The same problem, met by this request. */
    Problem metBy(@Nullable String path, @Nullable String trace) {
        return new Problem(type, title, status, detail, code, path, trace, members);
    }
}
