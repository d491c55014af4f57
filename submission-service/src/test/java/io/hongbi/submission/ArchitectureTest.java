package io.hongbi.submission;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a room may not do, whatever rooms there will be. */
@AnalyzeClasses(packagesOf = SubmissionApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] TECHNOLOGY = {
        "jakarta.servlet..",
        "org.springframework.http..",
        "org.springframework.web..",
        "org.springframework.jdbc..",
        "java.sql..",
        "org.apache.kafka.."
    };

    @ArchTest
    static final ArchRule ROOMS_ARE_NAMED_FOR_WHAT_THEY_DO =
            noClasses()
                    .should()
                    .resideInAnyPackage(
                            "..controller..",
                            "..service..",
                            "..repository..",
                            "..dto..",
                            "..impl..",
                            "..config..",
                            "..util..",
                            "..model..",
                            "..domain..",
                            "..api..");

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Impl|Utils?|Helper|Manager|DTO|Dto|Exception)");

    @ArchTest
    static final ArchRule HTTP_STAYS_IN_ITS_ADAPTERS =
            classes()
                    .that()
                    .areAnnotatedWith(RestController.class)
                    .or()
                    .areAnnotatedWith(RestControllerAdvice.class)
                    .should()
                    .notBePublic();

    @ArchTest
    static final ArchRule VALUES_KNOW_NO_WEB_AND_NO_DATABASE =
            noClasses()
                    .that()
                    .areRecords()
                    .and()
                    .areTopLevelClasses()
                    .and()
                    .resideOutsideOfPackage("io.hongbi.submission.web")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(TECHNOLOGY);

    @ArchTest
    static final ArchRule FACTS_KNOW_NO_WEB_AND_NO_DATABASE =
            noClasses()
                    .that()
                    .areAssignableTo(RuntimeException.class)
                    .and()
                    .areTopLevelClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(TECHNOLOGY);

    @ArchTest
    static final ArchRule FACTS_ARE_FINAL =
            classes()
                    .that()
                    .areAssignableTo(RuntimeException.class)
                    .should()
                    .haveModifier(JavaModifier.FINAL);

    /** The same facts and key give the same marks, wherever and whenever they are made. */
    @ArchTest
    static final ArchRule MARKING_IS_A_FUNCTION =
            classes()
                    .that()
                    .resideInAPackage("io.hongbi.submission.marking..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "io.hongbi.submission.marking..",
                            "io.hongbi.common.reading",
                            "java.lang..",
                            "java.math",
                            "java.text",
                            "java.util..",
                            "com.fasterxml.jackson.annotation",
                            "org.jspecify.annotations");

    /** A transaction that does not say whose rows it may see sees none. */
    @ArchTest
    static final ArchRule TRANSACTIONS_ARE_THE_TENANTS =
            noMethods().should().beAnnotatedWith(Transactional.class).allowEmptyShould(true);

    @ArchTest
    static final ArchRule CONTROLLERS_ASK_ROOMS_NOT_TABLES =
            noClasses()
                    .that()
                    .areAnnotatedWith(RestController.class)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(JdbcClient.class);

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
            noFields().should().beAnnotatedWith(Autowired.class);
}
