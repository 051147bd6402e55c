package io.coffer.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** All classes of the program, read once. */
final class Coffer {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.coffer");

    static final String LANGUAGE = "io.coffer.api..";
    static final String COMMAND_SIDE = "io.coffer.command..";
    static final String QUERY_SIDE = "io.coffer.query..";
    static final String PLATFORM = "io.coffer.platform..";
    static final String EVENT_STORE = "io.coffer.eventstore..";
    static final String BANK = "io.coffer.bank..";
    static final String APP = "io.coffer.app..";

    private Coffer() {}

    /** Where money is decided: rules, folds and policies, with whatever is nested in them. */
    static DescribedPredicate<JavaClass> decisions() {
        return DescribedPredicate.describe("rules, states, buckets and policies", type -> {
            var outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().orElseThrow();
            }
            return type.getPackageName().startsWith("io.coffer.command")
                    && outermost
                            .getSimpleName()
                            .matches(
                                    ".*(Rules|State|Buckets|Policy|Deadlines|Check)|OpenAccount|Agreement|Funding"
                                            + "|Conditions|Payees|Releases?|Freezes?|Deductions|Claims|Holdback|HoldbackClaim|Legs|Ending|Givers");
        });
    }
}
