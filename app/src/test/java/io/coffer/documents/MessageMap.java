package io.coffer.documents;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import io.coffer.documents.Sources.Source;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which command leads to which events, and who acts on them; read from the sources, so that it cannot be out of date. */
final class MessageMap {

    private static final String INTRODUCTION = """
            # Messages

            Generated from the sources by `MessageMapTest`; a stale page is red. Rewrite it with

                ./mvnw test -pl app -am -Dcoffer.approve=true -Dtest=MessageMapTest -Dsurefire.failIfNoSpecifiedTests=false

            A command is decided by its rules, which give events. An event moves money by its posting rules, leads on to other
            commands by policies, and is read by projections; the ledger reads every event.
            """;

    private final Sources commandSide = Sources.of("command-side");
    private final Sources querySide = Sources.of("query-side");
    private final Sources language = Sources.of("api");
    private final Map<String, Class<?>> families = Stream.of(Command.class, DomainEvent.class)
            .flatMap(MessageMap::withAllBelow)
            .collect(Collectors.toMap(Class::getSimpleName, type -> type, (first, _) -> first));

    String text() {
        var commands = bySlice(Command.class);
        var text = new StringBuilder(INTRODUCTION);
        bySlice(DomainEvent.class).forEach((slice, events) -> {
            text.append("\n## ").append(slice).append('\n');
            if (commands.containsKey(slice)) {
                text.append("\n| command | rules | events |\n|---|---|---|\n");
                commands.get(slice).forEach(command -> text.append(commandRow(command)));
            }
            text.append("\n| event | posts | policies | projections |\n|---|---|---|---|\n");
            events.forEach(event -> text.append(eventRow(event)));
        });
        return text.toString();
    }

    /** The commands that lead to no event at all; the list must be empty. */
    List<String> undecided() {
        return Language.records(Command.class)
                .filter(command -> !rules(command).created.keySet().stream().anyMatch(this::isEvent))
                .map(Class::getSimpleName)
                .toList();
    }

    private String commandRow(Class<?> command) {
        var created = rules(command).created;
        var rules = created.entrySet().stream()
                .filter(entry -> isEvent(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .distinct();
        return row(code(command.getSimpleName()), links(rules), messages(created.keySet(), DomainEvent.class));
    }

    private Walk rules(Class<?> command) {
        var walk = new Walk(new Addressee(command, families), commandSide.byName());
        commandSide.named(".*Rules").forEach(walk::from);
        return walk;
    }

    private String eventRow(Class<?> event) {
        var name = Optional.ofNullable(event.getAnnotation(StoredAs.class))
                .map(StoredAs::value)
                .orElseThrow(() -> new IllegalStateException(event + " has no stored name"));
        return row(code(name), postings(event), policies(event), projections(event));
    }

    private String postings(Class<?> event) {
        var walk = new Walk(new Addressee(event, families), language.byName());
        language.named("Postings").forEach(walk::fromAnywhereIn);
        return walk.literals.stream()
                .filter(literal -> literal.startsWith("PR-"))
                .collect(Collectors.joining(", "));
    }

    private String policies(Class<?> event) {
        return commandSide.named(".*(Policy|Deadlines)").stream()
                .flatMap(policy -> {
                    var walk = new Walk(new Addressee(event, families), commandSide.byName()).from(policy);
                    var commands = messages(walk.created.keySet(), Command.class);
                    return walk.handlers.isEmpty()
                            ? Stream.empty()
                            : Stream.of(policy.link() + " → " + followers(walk.carriesCommand, commands));
                })
                .collect(Collectors.joining("; "));
    }

    private static String followers(boolean carriesCommand, String commands) {
        if (!carriesCommand) {
            return commands.isEmpty() ? "a deadline" : commands;
        }
        return "the command that it carries" + (commands.isEmpty() ? "" : ", and if that is refused " + commands);
    }

    private String projections(Class<?> event) {
        return links(querySide.classes().stream()
                .filter(source -> new Walk(new Addressee(event, families), Map.of(source.name(), List.of(source)))
                        .fromAnywhereIn(source)
                        .handlers
                        .contains(source)));
    }

    private static Stream<Class<?>> withAllBelow(Class<?> family) {
        return Stream.concat(
                Stream.of(family),
                family.isSealed()
                        ? Arrays.stream(family.getPermittedSubclasses()).flatMap(MessageMap::withAllBelow)
                        : Stream.empty());
    }

    private static Map<String, List<Class<?>>> bySlice(Class<?> family) {
        return Language.records(family)
                .collect(Collectors.groupingBy(MessageMap::slice, TreeMap::new, Collectors.toList()));
    }

    private static String slice(Class<?> message) {
        return message.getPackageName().substring("io.coffer.api.".length());
    }

    private String messages(Collection<String> created, Class<?> family) {
        return created.stream()
                .flatMap(name -> message(name, family).stream())
                .map(Class::getSimpleName)
                .sorted()
                .map(MessageMap::code)
                .collect(Collectors.joining(", "));
    }

    private boolean isEvent(String name) {
        return message(name, DomainEvent.class).isPresent();
    }

    /** A refusal may have the simple name of an event, so what is known of the full name must fit. */
    private Optional<Class<?>> message(String name, Class<?> family) {
        return Optional.<Class<?>>ofNullable(families.get(name.substring(name.lastIndexOf('.') + 1)))
                .filter(family::isAssignableFrom)
                .filter(type -> ("." + type.getCanonicalName()).endsWith("." + name));
    }

    private static String links(Stream<Source> sources) {
        return sources.sorted(Comparator.comparing(Source::name))
                .map(Source::link)
                .collect(Collectors.joining(", "));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells).replaceAll(" {2,}", " ") + " |\n";
    }

    private static String code(String name) {
        return "`" + name + "`";
    }
}
