package io.hongbi.loadtest.load;

import io.gatling.app.Gatling$;
import io.hongbi.local.suite.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts one scenario on the suite that runs: {@code Load ROOT SCENARIO [--rate PAGES_PER_SECOND]
 * [--seconds N]}. Ends with 0 where all its limits hold, 1 where one does not, 2 on a wrong call.
 */
public final class Load {

    private static final Map<String, Class<? extends OnTheSuite>> SCENARIOS =
            new TreeMap<>(
                    Map.of(
                            "evening", Evening.class,
                            "step", Step.class,
                            "surge", Surge.class,
                            "soak", Soak.class,
                            "slow", SlowClients.class,
                            "saturation", Saturation.class));

    private Load() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> args) {
        var scenario = args.size() < 2 ? null : SCENARIOS.get(args.get(1));
        if (scenario == null || !options(args.subList(2, args.size()))) {
            System.err.println(
                    "./hongbi load %s [--rate N] [--seconds N]"
                            .formatted(String.join("|", SCENARIOS.keySet())));
            return 2;
        }
        var place = place(Path.of(args.getFirst()));
        if (!Files.exists(place.demoEnv())) {
            System.err.println(
                    "还没有启动：请先运行 ./hongbi up -d。\nNothing is up: run ./hongbi up -d first.");
            return 2;
        }
        Settings.place(place);
        var status =
                Gatling$.MODULE$.fromArgs(
                        new String[] {
                            "--simulation", scenario.getName(),
                            "--results-folder", place.local().resolve("load").toString()
                        });
        return status == 0 && Findings.allHold() ? 0 : 1;
    }

    private static Place place(Path root) {
        var local = System.getenv("HONGBI_LOCAL");
        return local == null ? Place.of(root) : new Place(root, Path.of(local));
    }

    private static boolean options(List<String> options) {
        for (int i = 0; i < options.size(); i += 2) {
            var value = i + 1 < options.size() ? options.get(i + 1) : "";
            if (options.get(i).equals("--rate") && value.matches("[0-9]{1,3}(\\.[0-9])?")) {
                Settings.rate(value);
            } else if (options.get(i).equals("--seconds") && value.matches("[1-9][0-9]{0,5}")) {
                Settings.seconds(value);
            } else {
                return false;
            }
        }
        return true;
    }
}
