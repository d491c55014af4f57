package io.hongbi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.local.process.Child;
import io.hongbi.local.suite.Part;
import io.hongbi.local.suite.RunState;
import io.hongbi.local.suite.RunState.PartState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpIT {

    private final RunningSuite suite = RunningSuite.shared();

    /** The README measures the 30 s on an idle machine; here it only must not hang. */
    @Test
    void isReadySoonAndLetsGoOfItsCaller() {
        assertThat(suite.up().took()).isLessThan(Duration.ofMinutes(5));
        assertThat(suite.up().output()).contains("Hongbi").contains("http://127.0.0.1:");
    }

    @Test
    void changesNothingWhenCalledAgain() {
        List<Child> before = children();

        Script.Ended again = suite.script().call("up", "-d");

        assertThat(again.status()).isZero();
        assertThat(again.output()).contains("already up");
        assertThat(children()).isEqualTo(before);
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        int taken = suite.place().local().hashCode() % 500 + 19_000;
        try (var other =
                new java.net.ServerSocket(taken, 1, java.net.InetAddress.getLoopbackAddress())) {
            Script elsewhere =
                    new Script(
                            suite.place().local().resolveSibling("elsewhere"),
                            other.getLocalPort());

            Script.Ended refused = elsewhere.call("up", "-d");

            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.output())
                    .contains("Port " + taken + " is taken")
                    .contains("HONGBI_PORT");
        }
    }

    @Test
    void saysThatNothingRunsWhereNothingRuns() {
        Script elsewhere = new Script(suite.place().local().resolveSibling("elsewhere"), 1);

        assertThat(elsewhere.call("status").output()).contains("not running");
        assertThat(elsewhere.call("down").status()).isZero();
    }

    @Test
    void tellsTheStateOfEachPart() {
        Script.Ended status = suite.script().call("status");

        assertThat(status.status()).isZero();
        assertThat(status.output()).contains("postgres", "kafka", "submission", "gateway", "ready");
    }

    /** Without them a start takes half as long again; all other tests meet them too. */
    @Test
    void startsWorkersWithTheBeansOfTheBuild() throws IOException {
        assertThat(Files.readString(suite.place().log(Part.GRADING)))
                .contains("Starting AOT-processed GradingApplication");
    }

    @Test
    void keepsKeysAndTokensForTheirOwner() throws IOException {
        for (String file : List.of("secrets.properties", "demo.env")) {
            assertThat(Files.getPosixFilePermissions(suite.place().local().resolve(file)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    private List<Child> children() {
        return RunState.in(suite.place()).orElseThrow().parts().stream()
                .map(PartState::child)
                .toList();
    }
}
