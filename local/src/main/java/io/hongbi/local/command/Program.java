package io.hongbi.local.command;

import io.hongbi.local.process.NotStarted;
import io.hongbi.local.suite.Place;
import io.hongbi.local.suite.UpLock;
import io.hongbi.local.suite.Wanted;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program behind the {@code hongbi} script: the repository, a command, its arguments. */
public final class Program {

    private final Place place;
    private final PrintStream out;

    private Program(Place place, PrintStream out) {
        this.place = place;
        this.out = out;
    }

    public static void main(String[] args) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        int status;
        try {
            List<String> arguments = List.of(args);
            Place place = place(Path.of(arguments.getFirst()));
            status =
                    new Program(place, out)
                            .run(arguments.get(1), arguments.subList(2, arguments.size()));
        } catch (Refused refused) {
            err.println(refused.getMessage());
            status = refused.status();
        } catch (NotStarted notStarted) {
            err.println("启动失败 / " + notStarted.getMessage());
            status = 1;
        }
        System.exit(status);
    }

    private static Place place(Path root) {
        String local = System.getenv("HONGBI_LOCAL");
        return local == null ? Place.of(root) : new Place(root, Path.of(local));
    }

    private int run(String command, List<String> arguments) {
        return switch (command) {
            case "up" -> new Up(place, out, port()).run(arguments);
            case "supervise" -> new Supervise(place, out, port()).run(wanted(arguments));
            case "down" -> new Down(out).run(place);
            case "prepare" -> new Prepare(out).run(place);
            case "status" -> new Status(out).show(place);
            case "demo" -> new ShowDemo(out).run(running());
            case "chaos" -> new RunChaos(out).run(running(), arguments);
            case "roll" -> new RunRolling(out).run(running(), arguments);
            case "bench" -> new RunBench(out).run(running(), arguments);
            default -> throw Refused.call("不认识的命令：" + command, "Unknown command: " + command);
        };
    }

    private Place running() {
        if (!UpLock.isHeld(place) || !Files.exists(place.demoEnv())) {
            throw Refused.because(
                    "还没有启动：请先运行 ./hongbi up -d。", "Nothing is up: run ./hongbi up -d first.");
        }
        return place;
    }

    /** As {@link Detached} passes them on: 0 stands for the default. */
    private static Wanted wanted(List<String> arguments) {
        return new Wanted(
                Integer.parseInt(arguments.getLast()), Boolean.parseBoolean(arguments.getFirst()));
    }

    private static int port() {
        String given = System.getenv().getOrDefault("HONGBI_PORT", "8080");
        if (!given.matches("[1-9][0-9]{0,4}") || Integer.parseInt(given) > 65_535) {
            throw Refused.call("HONGBI_PORT 不是端口号：" + given, "HONGBI_PORT is no port: " + given);
        }
        return Integer.parseInt(given);
    }

    /** Whatever the locale says: what is printed is half Chinese. */
    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }
}
