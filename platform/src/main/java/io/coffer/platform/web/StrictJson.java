package io.coffer.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** JSON as the edge takes it: one document, every name once and known, nothing guessed, everything bounded. */
public final class StrictJson {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxNumberLength(40)
            .maxStringLength(64 * 1024)
            .maxNameLength(256)
            .maxDocumentLength(BodyLimit.DOCUMENT_BYTES)
            .build();

    private StrictJson() {}

    /** The mapper of HTTP. Money is written as an {@link Amount}; stores and events have mappers of their own. */
    public static JsonMapper mapper() {
        var factory = JsonFactory.builder()
                .streamReadConstraints(LIMITS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        return JsonMapper.builder(factory)
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        // A missing Optional is empty and not null, so it passes; everything else that is missing
                        // fails.
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .defaultLeniency(false)
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .changeDefaultPropertyInclusion(values -> values.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .withCoercionConfig(LogicalType.Textual, config -> {
                    for (var shape : CoercionInputShape.values()) {
                        config.setCoercion(
                                shape,
                                shape == CoercionInputShape.EmptyString
                                        ? CoercionAction.TryConvert
                                        : CoercionAction.Fail);
                    }
                })
                .addModule(new SimpleModule("coffer-edge").addSerializer(Money.class, new MoneyAsAmount()))
                .build();
    }

    /** The document in these bytes; {@link EdgeProblem#MALFORMED_JSON} when there is not exactly one within the limits. */
    static JsonNode parse(JsonMapper json, byte[] utf8) {
        try {
            var tree = json.readTree(text(utf8));
            if (tree.isMissingNode()) {
                throw new EdgeException(EdgeProblem.MALFORMED_JSON);
            }
            var faults = TextCheck.faults(tree);
            if (!faults.isEmpty()) {
                throw new EdgeException(FieldFault.problem(faults));
            }
            return tree;
        } catch (CharacterCodingException | JacksonException notJson) {
            // The parser's own message quotes the body.
            throw new EdgeException(EdgeProblem.MALFORMED_JSON);
        }
    }

    /** What is no UTF-8 becomes U+FFFD when it is read quickly; only a text that has it is looked at again. */
    private static String text(byte[] utf8) throws CharacterCodingException {
        var text = new String(utf8, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0
                ? text
                : StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(utf8))
                        .toString();
    }

    private static final class MoneyAsAmount extends ValueSerializer<Money> {

        @Override
        public void serialize(Money money, JsonGenerator generator, SerializationContext context) {
            generator.writePOJO(Amount.of(money));
        }
    }
}
