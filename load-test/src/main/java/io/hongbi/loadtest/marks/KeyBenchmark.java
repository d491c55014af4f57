package io.hongbi.loadtest.marks;

import io.hongbi.loadtest.service.SheetOfItems;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import tools.jackson.databind.JsonNode;

/** Who gains and who loses by another key; everybody gains here. Limit: 500 ms. */
@BenchmarkMode(Mode.SampleTime)
public class KeyBenchmark extends OfAClass {

    /** The first item's key is wrong. */
    static final String KEY = "{\"keys\": {\"q1\": \"%s\"}}".formatted(SheetOfItems.EVERYBODY);

    @Override
    void prepare() {
        int gain = dryRun().get("gains").size();
        if (gain != students) {
            throw new IllegalStateException(gain + " of " + students + " gain");
        }
    }

    @Benchmark
    public JsonNode dryRun() {
        return school().teacher().posted(school().path() + "/keys?dryRun=true", KEY);
    }
}
