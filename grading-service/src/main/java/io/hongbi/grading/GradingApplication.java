package io.hongbi.grading;

import static java.util.Locale.ROOT;

import io.hongbi.grading.proof.FillCommand;
import io.hongbi.grading.proof.LadderCommand;
import io.hongbi.grading.reading.ReadCommand;
import io.hongbi.grading.simulation.SamplesCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.util.ClassUtils;

/** Stateless workers: photo in, reading out. */
@SpringBootApplication(proxyBeanMethods = false)
public class GradingApplication {

    /**
     * Starts the worker; {@code read PHOTO...} reads photos and {@code samples --out DIR} makes
     * some up, {@code fill} fills printed sheets in, {@code ladder} measures how bad photos of
     * sheets are read; all without Spring. {@code train PHOTO...} is the run before an AOT cache.
     */
    public static void main(String[] args) throws IOException {
        var rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "read" -> System.exit(ReadCommand.run(rest));
            case "fill" -> System.exit(FillCommand.run(rest));
            case "ladder" -> System.exit(LadderCommand.run(rest));
            case "samples" -> System.exit(SamplesCommand.run(rest));
            case "train" ->
                    TrainingRun.run(
                            serve(new String[0]), Arrays.stream(rest).map(Path::of).toList());
            default -> serve(args);
        }
    }

    /**
     * With the beans that the build chose (Spring's AOT processing), where it did: that saves a
     * third of the start. It chose none of OTLP's. {@code -Dspring.aot.enabled=false} has them
     * chosen at the start, as in the other services.
     */
    private static ConfigurableApplicationContext serve(String[] args) {
        boolean chosen =
                ClassUtils.isPresent(
                        GradingApplication.class.getName() + "__ApplicationContextInitializer",
                        null);
        boolean choosing = Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
        if (chosen
                && !choosing
                && !sendsTraces(System.getenv("HONGBI_OTLP_ENABLED"))
                && System.getProperty(AotDetector.AOT_ENABLED) == null) {
            System.setProperty(AotDetector.AOT_ENABLED, "true");
        }
        return SpringApplication.run(GradingApplication.class, args);
    }

    /** As Spring reads it. */
    private static boolean sendsTraces(@Nullable String told) {
        return told != null && Set.of("true", "on", "yes", "1").contains(told.toLowerCase(ROOT));
    }
}
