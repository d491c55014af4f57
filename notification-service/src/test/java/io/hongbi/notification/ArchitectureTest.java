package io.hongbi.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(
        packagesOf = NotificationApplication.class,
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule TELLING_NEEDS_NO_PHOTO =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.hongbi.common.storage..", "io.hongbi.common.reading..");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_HIDDEN =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();
}
