package io.hongbi.grading;

import io.hongbi.grading.proof.FillCommand;
import io.hongbi.grading.proof.LadderCommand;
import io.hongbi.grading.reading.ReadCommand;
import io.hongbi.grading.simulation.SamplesCommand;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Stateless workers: photo in, reading out. */
@SpringBootApplication(proxyBeanMethods = false)
public class GradingApplication {

    /**
     * Starts the worker; {@code read PHOTO...} reads photos and {@code samples --out DIR} makes
     * some up, {@code fill} fills printed sheets in, {@code ladder} measures how bad photos of
     * sheets are read; all without Spring.
     */
    public static void main(String[] args) {
        var rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "read" -> System.exit(ReadCommand.run(rest));
            case "fill" -> System.exit(FillCommand.run(rest));
            case "ladder" -> System.exit(LadderCommand.run(rest));
            case "samples" -> System.exit(SamplesCommand.run(rest));
            default -> SpringApplication.run(GradingApplication.class, args);
        }
    }
}
