package io.hongbi.loadtest.capacity;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Prints what three loads need: a million pages a day, ten thousand in a minute, and at once. With
 * a file, its values count instead of those of {@code capacity.properties}.
 */
public final class Capacity {

    private static final long DAY = 1_000_000;
    private static final long BURST = 10_000;
    private static final int DAYS_KEPT = 30;
    private static final double GB = 1e9;

    private final PrintStream out;
    private final Costs costs;

    Capacity(PrintStream out, Costs costs) {
        this.out = out;
        this.costs = costs;
    }

    /**
     * Arguments: optionally a file of costs.
     *
     * @throws IOException if it cannot be read
     */
    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        new Capacity(out, Costs.from(args.length == 0 ? null : Path.of(args[0]))).print();
    }

    void print() {
        var demands =
                List.of(
                        Demand.evening(
                                "1,000,000 pages a day, busiest minute",
                                DAY,
                                Duration.ofMinutes(75)),
                        Demand.burst(
                                "10,000 in a minute, read in two",
                                BURST,
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(2),
                                costs),
                        Demand.burst(
                                "10,000 at once, read in two minutes",
                                BURST,
                                Duration.ofSeconds(1),
                                Duration.ofMinutes(2),
                                costs));
        var plans = demands.stream().map(demand -> Plan.of(demand, costs)).toList();
        line("", demands.stream().map(Demand::name).toList());
        out.println("| --- |" + " ---: |".repeat(demands.size()));
        line(
                "pages accepted / read a second",
                demands.stream()
                        .map(d -> number(d.acceptedPerSecond()) + " / " + number(d.readPerSecond()))
                        .toList());
        row("gateway, cores", plans, Plan::gateway);
        row("submission-service, cores", plans, Plan::submission);
        row("grading-service, workers (a core each)", plans, plan -> Math.ceil(plan.workers()));
        row("notification-service, cores", plans, Plan::notification);
        row("Kafka, cores", plans, Plan::kafka);
        row("PostgreSQL, cores", plans, Plan::postgresql);
        row("**all, cores**", plans, Plan::cores);
        row("database connections (pods x pool)", plans, Plan::connections);
        row(
                "partitions, if consumers are classic (share groups: any number)",
                plans,
                plan -> Math.ceil(plan.workers()));
        row("from phones, Gbit/s", plans, plan -> plan.ingress() / 1e9);
        row("into the store, MB/s", plans, plan -> plan.stored() / 1e6);
        row("into Kafka, MB/s", plans, plan -> plan.kafkaBytes() / 1e6);
        out.println();
        double most = demands.getFirst().acceptedPerSecond() / costs.of("utilisation");
        out.printf(
                Locale.ROOT,
                "Sized for the day's busiest minute, 10,000 pages at once are accepted and read within %.0f s.%n%n",
                BURST / most);
        month();
    }

    /** A month of such days, with cores that follow the load. */
    private void month() {
        double cpuMillis =
                List.of("gateway", "submission", "grading", "kafka", "postgresql", "notification")
                        .stream()
                        .mapToDouble(part -> costs.of("cpu." + part))
                        .sum();
        double coreHours = DAY * 30 * cpuMillis / 3.6e6 / costs.of("utilisation");
        double kept = DAY * DAYS_KEPT * (costs.of("bytes.photo") + costs.of("bytes.derived")) / GB;
        double compute = coreHours * costs.of("price.core-hour");
        double storage = kept * costs.of("price.gb-month");
        double writes = DAY * 30 * 3 / 10_000.0 * costs.of("price.writes");
        out.printf(
                Locale.ROOT,
                "A month: %,.0f core hours (%,.0f), %,.0f GB of photos kept for %d days (%,.0f), writes (%,.0f): %,.0f,"
                        + " %.2f for 1,000 pages; the database grows by %,.0f GB.%n",
                coreHours,
                compute,
                kept,
                DAYS_KEPT,
                storage,
                writes,
                compute + storage + writes,
                (compute + storage + writes) / (DAY * 30) * 1000,
                DAY * 30 * costs.of("bytes.database") / GB);
    }

    private void row(String name, List<Plan> plans, ToDoubleFunction<Plan> value) {
        line(name, plans.stream().map(plan -> number(value.applyAsDouble(plan))).toList());
    }

    private void line(String name, List<String> cells) {
        out.println("| " + name + " | " + String.join(" | ", cells) + " |");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 && value % 1 != 0 ? "%.1f" : "%,.0f", value);
    }
}
