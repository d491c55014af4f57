package io.hongbi.grading;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Each rule was seen red once with a planted fault. */
@AnalyzeClasses(
        packages = "io.hongbi.grading",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] VISION = {
        "io.hongbi.grading.natives..",
        "io.hongbi.grading.photo..",
        "io.hongbi.grading.page..",
        "io.hongbi.grading.sheet..",
        "io.hongbi.grading.glyph..",
        "io.hongbi.grading.arithmetic..",
        "io.hongbi.grading.simulation.."
    };

    @ArchTest
    static final ArchRule visionKnowsNeitherSpringNorKafkaNorStorage =
            noClasses()
                    .that()
                    .resideInAnyPackage(VISION)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "org.apache.kafka..",
                            "jakarta..",
                            "java.sql..",
                            "io.hongbi.common.storage..",
                            "io.hongbi.platform..",
                            "io.hongbi.grading.intake..",
                            "io.hongbi.grading.reading..");

    @ArchTest
    static final ArchRule readingKnowsNeitherKafkaNorServlets =
            noClasses()
                    .that()
                    .resideInAPackage("io.hongbi.grading.reading..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka..",
                            "org.springframework.kafka..",
                            "jakarta..",
                            "io.hongbi.common.storage..",
                            "io.hongbi.grading.intake..");

    @ArchTest
    static final ArchRule openCvIsBehindOneTypeEach =
            noClasses()
                    .that()
                    .haveNameNotMatching(
                            "io\\.hongbi\\.grading\\.(photo\\.Raster|sheet\\.MarkerDetector)")
                    .and()
                    .resideOutsideOfPackage("io.hongbi.grading.simulation..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.opencv..");

    @ArchTest
    static final ArchRule onnxRuntimeIsBehindOneType =
            noClasses()
                    .that()
                    .haveNameNotMatching(
                            "io\\.hongbi\\.grading\\.(page\\.PageNetwork|glyph\\.GlyphNetwork"
                                    + "|arithmetic\\.LineNetwork).*")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("ai.onnxruntime..");

    @ArchTest
    static final ArchRule intakeAsksReadingAndNoVisionRoom =
            noClasses()
                    .that()
                    .resideInAPackage("io.hongbi.grading.intake..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(VISION);
}
