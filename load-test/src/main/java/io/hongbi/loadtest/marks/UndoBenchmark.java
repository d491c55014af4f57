package io.hongbi.loadtest.marks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;

/** Taking back what concerned the whole class. Limit: 500 ms. */
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 20)
@Measurement(iterations = 40)
public class UndoBenchmark extends OfAClass {

    /** What is taken back. */
    public enum Act {
        DECISION,
        KEY
    }

    @Param public Act act = Act.DECISION;

    private String action = "";

    @Setup(Level.Iteration)
    public void act() {
        var teacher = school().teacher();
        var done =
                switch (act) {
                    case DECISION ->
                            teacher.posted(
                                    school().path(0, "q1") + "/overrides",
                                    "{\"mark\": 2, \"scope\": \"group\"}");
                    case KEY -> teacher.posted(school().path() + "/keys", KeyBenchmark.KEY);
                };
        action = done.get("actionId").asString();
    }

    @Benchmark
    public JsonNode undo() {
        var undone = school().teacher().posted("/actions/" + action + ":undo", "{}");
        if (undone.get("changed").asInt() != students) {
            throw new IllegalStateException("Not all of the class changed: " + undone);
        }
        return undone;
    }
}
