package io.coffer.platform.openapi;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.money.Amount;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;

/** What a record means in JSON: everything is required but an {@code Optional}, and nothing else is known. */
final class RecordSchemas implements ModelConverter {

    private static final String DEFINITIONS = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var raw = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (AggregateId.class.isAssignableFrom(raw)) {
            return new StringSchema()
                    .pattern("^[A-Z]{2,3}:[A-Za-z0-9:._-]{1,200}$")
                    .description("An identity of " + raw.getSimpleName().replaceAll("Id$", ""));
        }
        if (!chain.hasNext()) {
            return null;
        }
        var resolved = chain.next().resolve(type, context, chain);
        if (raw.isRecord() && resolved != null) {
            complete(raw, definition(resolved, context));
        } else if (raw.isAnnotationPresent(JsonSubTypes.class) && resolved != null) {
            nameVariants(raw.getAnnotation(JsonSubTypes.class), definition(resolved, context), context);
        }
        return resolved;
    }

    /** The word that tells variants apart is ours, not the name of a schema. */
    private static void nameVariants(JsonSubTypes variants, Schema<?> schema, ModelConverterContext context) {
        var discriminator = schema.getDiscriminator();
        if (discriminator != null) {
            for (var variant : variants.value()) {
                discriminator.mapping(
                        variant.name(), DEFINITIONS + variant.value().getSimpleName());
                var defined = context.getDefinedModels().get(variant.value().getSimpleName());
                if (defined != null) {
                    // Without its own word, a variant with fewer fields would describe one with more of them as well.
                    var word = new StringSchema();
                    word.addEnumItem(variant.name());
                    defined.addProperty(discriminator.getPropertyName(), word);
                }
            }
        }
    }

    private static Schema<?> definition(Schema<?> resolved, ModelConverterContext context) {
        var reference = resolved.get$ref();
        var defined =
                reference == null ? null : context.getDefinedModels().get(reference.substring(DEFINITIONS.length()));
        return defined == null ? resolved : defined;
    }

    private static void complete(Class<?> type, Schema<?> schema) {
        var properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        schema.setRequired(Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() != Optional.class
                        && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                        && properties.containsKey(component.getName()))
                .map(java.lang.reflect.RecordComponent::getName)
                .toList());
        // A member of a family is composed later with what its family adds, so it stays open.
        if (AnnotationUtils.findAnnotation(type, JsonTypeInfo.class) == null) {
            schema.setAdditionalProperties(false);
        }
        if (type == Amount.class) {
            schema.addProperty(
                    "value",
                    new StringSchema()
                            .pattern("^(0|[1-9][0-9]{0,13})(\\.[0-9]{1,2})?$")
                            .example("600000.00"));
            schema.addProperty("currency", new StringSchema()._enum(List.of("CNY")));
        }
    }
}
