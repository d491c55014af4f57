package io.hongbi.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packagesOf = GatewayApplication.class,
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ROUTES_NEED_NO_DOMAIN =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.hongbi.common..");

    @ArchTest
    static final ArchRule THE_DOOR_NEITHER_STORES_NOR_QUEUES =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "org.apache.kafka..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule THE_DOOR_NEVER_BLOCKS =
            noClasses()
                    .should()
                    .callMethod(reactor.core.publisher.Mono.class, "block")
                    .orShould()
                    .callMethod(Thread.class, "sleep", long.class);
}
