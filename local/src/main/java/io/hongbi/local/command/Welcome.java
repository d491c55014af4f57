package io.hongbi.local.command;

import io.hongbi.local.suite.Place;
import io.hongbi.local.suite.RunState;
import java.io.PrintStream;
import java.nio.file.Files;

/** What to do next, once the suite is up. */
final class Welcome {

    private final PrintStream out;
    private final Place place;

    Welcome(PrintStream out, Place place) {
        this.out = out;
        this.place = place;
    }

    void print(RunState state) {
        out.println();
        out.println("  红笔 Hongbi        " + state.url());
        if (Files.exists(place.demoEnv())) {
            out.println(
                    "  演示账号 accounts  student  student2  teacher  admin，密码 password hongbi-demo");
            out.println("  演示令牌 tokens    " + place.demoEnv());
        }
        out.println();
        out.println("  ./hongbi demo      交几张样例照片，看看批改结果 / hand in sample photos");
        out.println("  ./hongbi status    各部分的状态和内存 / every part, its state and memory");
        out.println("  ./hongbi logs gateway -f");
        out.println("  ./hongbi chaos     逐个杀进程，数一数有没有丢页 / kill each process, lose no page");
        out.println("  ./hongbi down      停止 / stop");
        out.println();
    }
}
