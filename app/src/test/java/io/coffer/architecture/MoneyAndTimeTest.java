package io.coffer.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static io.coffer.architecture.Coffer.CLASSES;
import static io.coffer.architecture.Coffer.LANGUAGE;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Money and time")
class MoneyAndTimeTest {

    private static final Set<String> FLOATING = Set.of("float", "double", "java.lang.Float", "java.lang.Double");

    private static final DescribedPredicate<JavaClass> DOMAIN =
            resideInAPackage(LANGUAGE).or(Coffer.decisions()).as("the language and the decisions");

    @Test
    void rules_take_time_and_chance_from_the_command() {
        noClasses()
                .that(DOMAIN)
                .should()
                .callMethodWhere(DescribedPredicate.describe("asks a clock or chance", MoneyAndTimeTest::isImpure))
                .check(CLASSES);
    }

    @Test
    void nothing_in_the_domain_floats() {
        noFields()
                .that()
                .areDeclaredInClassesThat(DOMAIN)
                .should()
                .haveRawType(nameOf(FLOATING))
                .check(CLASSES);
        noMethods()
                .that()
                .areDeclaredInClassesThat(DOMAIN)
                .should()
                .haveRawReturnType(nameOf(FLOATING))
                .check(CLASSES);
        noClasses()
                .that(DOMAIN)
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe("floats", MoneyAndTimeTest::floats))
                .check(CLASSES);
    }

    @Test
    void only_buckets_move_fen() {
        noClasses()
                .that()
                .resideInAPackage(Coffer.COMMAND_SIDE)
                .and()
                .doNotHaveSimpleName("Buckets")
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "fills buckets",
                        call -> call.getTargetOwner().getSimpleName().equals("Buckets")))
                .check(CLASSES);
        classes()
                .that()
                .haveSimpleName("Buckets")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util",
                        "io.coffer.api.accounts",
                        "io.coffer.api.money",
                        "io.coffer.command.accounts")
                .check(CLASSES);
    }

    private static boolean isImpure(JavaMethodCall call) {
        var owner = call.getTargetOwner().getName();
        return switch (call.getName()) {
            case "now" -> owner.startsWith("java.time.");
            case "instant", "millis", "systemUTC", "systemDefaultZone", "system" -> owner.startsWith("java.time.");
            case "randomUUID", "random", "currentTimeMillis", "nanoTime" -> true;
            default -> owner.equals("java.util.Random");
        };
    }

    private static boolean floats(JavaCall<? extends CodeUnitCallTarget> call) {
        return FLOATING.contains(call.getTargetOwner().getName())
                || FLOATING.contains(call.getTarget().getRawReturnType().getName())
                || call.getTarget().getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .anyMatch(FLOATING::contains);
    }

    private static DescribedPredicate<JavaClass> nameOf(Set<String> names) {
        return nameMatching(String.join("|", names).replace(".", "\\.")).forSubtype();
    }
}
