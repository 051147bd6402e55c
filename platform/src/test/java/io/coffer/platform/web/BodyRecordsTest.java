package io.coffer.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.money.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("A record made of a body")
class BodyRecordsTest {

    private static final String WHOLE = """
            {"account":"EA:acme:C-1","amount":{"value":"12.50","currency":"CNY"},"day":"2026-03-31",\
            "at":"2026-03-31T09:30:00Z","colour":"RED","agreed":true,"count":7,"large":9007199254740993,\
            "called":"x","span":{"first":1,"last":2},"shape":{"radius":3},"parts":[{"text":"a","days":["2026-01-01"]}],\
            "remark":"存管","extra":{"text":"b","days":[]}}""";

    private static final JsonMapper JSON = StrictJson.mapper();
    private static final JavaType EVERYTHING = JSON.constructType(Everything.class);

    enum Colour {
        RED,
        BLUE
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({@JsonSubTypes.Type(Circle.class), @JsonSubTypes.Type(Square.class)})
    sealed interface Shape permits Circle, Square {}

    record Circle(long radius) implements Shape {}

    record Square(long side) implements Shape {}

    record Part(String text, List<LocalDate> days) {}

    record Span(int first, int last) {
        Span {
            if (last < first) {
                throw new IllegalArgumentException("Ends before it begins");
            }
        }
    }

    record Box<T>(T content) {}

    record Everything(
            EscrowAccountId account,
            Amount amount,
            LocalDate day,
            Instant at,
            Colour colour,
            boolean agreed,
            int count,
            long large,
            @JsonProperty("called") String name,
            Span span,
            Shape shape,
            List<Part> parts,
            Optional<String> remark,
            Optional<Part> extra) {}

    private static @Nullable Object made(String body, JavaType type) {
        return new BodyRecords(JSON).made(JSON.readTree(body), type);
    }

    static Stream<String> right() {
        return Stream.of(
                WHOLE,
                WHOLE.replace(",\"remark\":\"存管\"", ""),
                WHOLE.replace("\"存管\"", "null").replace("{\"text\":\"b\",\"days\":[]}", "null"),
                WHOLE.replace("\"存管\"", "\"\""),
                WHOLE.replace("[{\"text\":\"a\",\"days\":[\"2026-01-01\"]}]", "[]"),
                WHOLE.replace("{\"radius\":3}", "{\"side\":3}"),
                WHOLE.replace("2026-03-31T09:30:00Z", "2026-03-31T09:30:00.123456789+08:00"),
                WHOLE.replace("\"12.50\"", "\"0\""));
    }

    @ParameterizedTest
    @MethodSource("right")
    void is_what_judging_and_binding_makes_of_it(String body) {
        assertThat(made(body, EVERYTHING))
                .isNotNull()
                .isEqualTo(FieldCheck.judged(JSON, JSON.readTree(body), EVERYTHING));
    }

    static Stream<String> wrong() {
        var values = List.of(
                "null",
                "true",
                "\"\"",
                "\" \"",
                "\"RED \"",
                "\"red\"",
                "0",
                "1.0",
                "1e2",
                "-1",
                "2147483648",
                "9223372036854775808",
                "[]",
                "{}",
                "[null]",
                "[[]]",
                "{\"value\":\"1.005\",\"currency\":\"CNY\"}",
                "{\"value\":\"1\",\"currency\":\"USD\"}",
                "{\"value\":1,\"currency\":\"CNY\"}",
                "{\"value\":\"1\"}",
                "\"2026-02-30\"",
                "\"2026-3-1\"",
                "\"+2026-03-01\"",
                "\"-2026-03-01\"",
                "\"2026-03-31T24:00:00Z\"",
                "\"2026-03-31T09:30:00\"",
                "\"2026-02-30T09:30:00Z\"",
                "\"EA:acme\"",
                "{\"first\":2,\"last\":1}",
                "{\"radius\":3,\"side\":3}",
                "[{\"text\":\"a\"}]",
                "[{\"text\":\"a\",\"days\":[],\"more\":1}]");
        var names = List.of(
                "account", "amount", "day", "at", "colour", "agreed", "count", "large", "called", "span", "shape",
                "parts", "remark", "extra");
        var tree = JSON.readTree(WHOLE);
        return names.stream()
                .flatMap(name -> Stream.concat(
                        values.stream().map(value -> {
                            var changed = tree.deepCopy().asObject();
                            changed.set(name, JSON.readTree(value));
                            return changed.toString();
                        }),
                        Stream.of(WHOLE.replace("\"" + name + "\":", "\"" + name + "s\":"))));
    }

    /** Every field once as everything that it might be, whether that is right for it or not. */
    @ParameterizedTest
    @MethodSource("wrong")
    void is_none_where_judging_would_refuse(String body) {
        var made = made(body, EVERYTHING);
        if (made == null) {
            assertThatThrownBy(() -> FieldCheck.judged(JSON, JSON.readTree(body), EVERYTHING))
                    .as("nothing right is left to the slower way")
                    .isInstanceOf(EdgeException.class);
        } else {
            assertThat(made).isEqualTo(FieldCheck.judged(JSON, JSON.readTree(body), EVERYTHING));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"2026-02-28\"]", "[\"2026-02-30\"]", "[\"+12026-02-28\"]"})
    void holds_no_collection_but_a_list_without_judging_it(String days) {
        assertThat(made(days, JSON.getTypeFactory().constructCollectionType(Set.class, LocalDate.class)))
                .isNull();
    }

    @Test
    void holds_what_its_type_parameter_stands_for() {
        var type = JSON.getTypeFactory().constructParametricType(Box.class, Colour.class);
        assertThat(made("{\"content\":\"BLUE\"}", type)).isEqualTo(new Box<>(Colour.BLUE));
        assertThat(made("{\"content\":\"GREEN\"}", type)).isNull();
    }

    @Test
    void may_be_a_member_of_a_family() {
        assertThat(made("{\"side\":2}", JSON.constructType(Shape.class))).isEqualTo(new Square(2));
    }
}
