package io.coffer.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.coffer.architecture.Coffer.APP;
import static io.coffer.architecture.Coffer.BANK;
import static io.coffer.architecture.Coffer.CLASSES;
import static io.coffer.architecture.Coffer.COMMAND_SIDE;
import static io.coffer.architecture.Coffer.EVENT_STORE;
import static io.coffer.architecture.Coffer.LANGUAGE;
import static io.coffer.architecture.Coffer.PLATFORM;
import static io.coffer.architecture.Coffer.QUERY_SIDE;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Boundaries")
class BoundariesTest {

    @Test
    void the_language_sees_only_the_JDK_JSpecify_and_Jackson_annotations() {
        classes()
                .that()
                .resideInAPackage(LANGUAGE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(LANGUAGE, "java..", "org.jspecify..", "com.fasterxml.jackson.annotation..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(LANGUAGE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "java.net..", "java.nio.file..")
                .check(CLASSES);
    }

    @Test
    void rules_know_no_framework() {
        classes()
                .that(Coffer.decisions())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        LANGUAGE,
                        COMMAND_SIDE,
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.math..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void the_sides_do_not_meet() {
        noClasses()
                .that()
                .resideInAPackage(COMMAND_SIDE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(QUERY_SIDE, BANK, APP)
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(QUERY_SIDE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(COMMAND_SIDE, BANK, APP)
                .check(CLASSES);
    }

    @Test
    void slices_meet_only_in_the_language() {
        slices().matching("io.coffer.command.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAnyPackage("io.coffer.command.kernel.."))
                .check(CLASSES);
        slices().matching("io.coffer.query.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        alwaysTrue(), resideInAnyPackage("io.coffer.query.kernel..", "io.coffer.query.replay.."))
                .check(CLASSES);
    }

    @Test
    void the_platform_knows_no_slice() {
        noClasses()
                .that()
                .resideInAPackage(PLATFORM)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        COMMAND_SIDE,
                        QUERY_SIDE,
                        BANK,
                        APP,
                        "io.coffer.api.accounts..",
                        "io.coffer.api.merchants..",
                        "io.coffer.api.payments..",
                        "io.coffer.api.payouts..",
                        "io.coffer.api.receipts..",
                        "io.coffer.api.refunds..",
                        "io.coffer.api.settlements..")
                .check(CLASSES);
    }

    @Test
    void the_event_store_knows_nothing_of_escrow() {
        noClasses()
                .that()
                .resideInAPackage(EVENT_STORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LANGUAGE, PLATFORM, COMMAND_SIDE, QUERY_SIDE, BANK, APP)
                .check(CLASSES);
    }

    @Test
    void the_bank_is_a_program_of_its_own() {
        noClasses()
                .that()
                .resideInAPackage(BANK)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LANGUAGE, PLATFORM, EVENT_STORE, COMMAND_SIDE, QUERY_SIDE, APP)
                .check(CLASSES);
    }

    @Test
    void only_the_language_the_platform_and_kernels_are_public() {
        noClasses()
                .that()
                .resideInAnyPackage(COMMAND_SIDE, QUERY_SIDE)
                .and()
                .resideOutsideOfPackages("..kernel..", "..replay..")
                .and()
                .areTopLevelClasses()
                .and()
                .haveSimpleNameNotEndingWith("Configuration")
                .should()
                .bePublic()
                .because("a slice is reached by messages; only its configuration is imported from another package")
                .check(CLASSES);
    }
}
