package io.hongbi.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;

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
                    .callMethodWhere(
                            calls("waits for others", call -> isBlocking(call.getTarget())));

    /** What keeps a thread of the event loop from its other connections. */
    private static boolean isBlocking(MethodCallTarget called) {
        var owner = called.getOwner();
        var name = called.getName();
        return switch (name) {
            case "sleep", "join" -> owner.isAssignableTo(Thread.class) || isLater(owner);
            case "get" -> isLater(owner);
            case "await", "acquire", "lock", "take" ->
                    owner.getPackageName().startsWith("java.util.concurrent");
            case "toIterable", "toStream" -> owner.isAssignableTo(Publisher.class);
            default -> name.startsWith("block") && owner.isAssignableTo(Publisher.class);
        };
    }

    private static boolean isLater(JavaClass owner) {
        return owner.isAssignableTo(Future.class);
    }

    private static DescribedPredicate<JavaMethodCall> calls(
            String what, Predicate<JavaMethodCall> predicate) {
        return DescribedPredicate.describe(what, predicate);
    }
}
