package io.coffer.bank;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON object read field by field, each with its limits; everything else is bad input. */
final class Fields {

    static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9._:-]{1,200}");
    static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9-]{4,40}");
    static final Pattern WORDS = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,256}");
    static final Pattern HEADER = Pattern.compile("[\\x20-\\x7e]{1,8192}");

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final ObjectNode object;

    private Fields(ObjectNode object) {
        this.object = object;
    }

    static Fields parse(byte[] json) {
        try {
            if (Json.MAPPER.readTree(json) instanceof ObjectNode object) {
                return new Fields(object);
            }
        } catch (JacksonException malformed) {
            throw BankProblem.badInput("The body is not well-formed JSON.");
        }
        throw BankProblem.badInput("The body must be a JSON object.");
    }

    void only(String... names) {
        Set<String> known = Set.of(names);
        if (!known.containsAll(object.propertyNames())) {
            throw BankProblem.badInput("Unknown field; known are " + String.join(", ", names) + ".");
        }
    }

    String required(String name, Pattern pattern) {
        String value = optional(name, pattern);
        if (value == null) {
            throw BankProblem.badInput(name + " is missing.");
        }
        return value;
    }

    @Nullable
    String optional(String name, Pattern pattern) {
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isString() || !pattern.matcher(node.stringValue()).matches()) {
            throw BankProblem.badInput(name + " must be a string that matches " + pattern + ".");
        }
        return node.stringValue();
    }

    /** The amount to move: at least one fen, and in yuan. */
    Fen amount() {
        String currency = optional("currency", NUMBER);
        if (currency != null && !currency.equals(PayoutRequest.CURRENCY)) {
            throw BankProblem.badInput("currency must be CNY.");
        }
        Fen amount = amountOrNothing("amount");
        if (amount.equals(Fen.ZERO)) {
            throw BankProblem.badInput("amount must be at least 0.01.");
        }
        return amount;
    }

    Fen amountOrNothing(String name) {
        try {
            return Fen.parse(required(name, NUMBER));
        } catch (IllegalArgumentException malformed) {
            throw BankProblem.badInput(name + ": " + malformed.getMessage());
        }
    }

    boolean flag(String name) {
        JsonNode node = object.get(name);
        if (node == null || !node.isBoolean()) {
            throw BankProblem.badInput(name + " must be true or false.");
        }
        return node.booleanValue();
    }

    LocalDate date(String name) {
        return day(name, required(name, DATE));
    }

    static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noSuchDay) {
            throw BankProblem.badInput(name + " must be a day of the calendar.");
        }
    }

    int number(String name, int standard, int max) {
        JsonNode node = object.get(name);
        if (node == null) {
            return standard;
        }
        if (!node.isInt() || node.intValue() < 0 || node.intValue() > max) {
            throw BankProblem.badInput(name + " must be a whole number from 0 to " + max + ".");
        }
        return node.intValue();
    }

    URI url(String name) {
        try {
            URI url = URI.create(required(name, HEADER));
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException malformed) {
            // Same refusal as for a relative address.
        }
        throw BankProblem.badInput(name + " must be an absolute http or https address.");
    }
}
