package io.hongbi.common.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hongbi.common.id.WorksheetId;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes the recorded layout. Services run it too (test-jar of common) and replace the
 * mapper by the one they use on the wire.
 */
public class LayoutContractTest {

    private static final WorksheetId WORKSHEET =
            WorksheetId.of("0199f000-0000-7000-8000-000000000007");

    /** The mapper under test. */
    protected JsonMapper mapper() {
        return JsonMapper.builder().build();
    }

    @Test
    void theLayoutKeepsItsRecordedForm() throws IOException {
        agrees("layout.v1.json", layout());
    }

    @Test
    void theProofKeepsItsRecordedForm() throws IOException {
        agrees(
                "proof.v1.json",
                new Proof(false, 120, List.of(new Proof.Difference(1, "q4", "43", "48"))));
    }

    @Test
    void theRequestForAProofCarriesPagesAsBase64() {
        var request =
                new Proof.Request(
                        layout(), List.of(new byte[] {1, 2}, new byte[] {3}, new byte[] {}));

        var read = mapper().readValue(mapper().writeValueAsString(request), Proof.Request.class);

        assertThat(read.layout()).isEqualTo(layout());
        assertThat(read.pages()).containsExactly(new byte[] {1, 2}, new byte[] {3}, new byte[] {});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "revision": 1,                     | "revision": 0,
                    "xMm": 100.0,                      | "yMm": 8.0,
                    "sizeMm": 14.0                     | "sizeMm": -14.0
                    {"number": 2,                      | {"number": 3,
                    "itemId": "q6"                     | "itemId": "q1"
                    "itemId": "q6"                     | "itemId": "x6"
                    "heightMm": 297.0                  | "heightMm": 211.0
                    "decimals": 1                      | "decimals": 3
                    {"id": 3, "xMm": 8.0               | {"id": 3, "xMm": 208.0
                    {"value": "B", "xMm": 40.0         | {"value": "C", "xMm": 40.0
                    "kind": "letters"                  | "kind": "words"
                    """)
    void refusesALayoutThatCannotBe(String good, String bad) throws IOException {
        var recorded = new String(recorded("layout.v1.json"), UTF_8);
        assertThat(recorded).contains(good);

        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(
                        () -> mapper().readValue(recorded.replace(good, bad), SheetLayout.class));
    }

    private void agrees(String file, Object contract) throws IOException {
        var recorded = mapper().readTree(recorded(file));

        assertThat(mapper().readTree(mapper().writeValueAsString(contract))).isEqualTo(recorded);
        assertThat((Object) mapper().treeToValue(recorded, contract.getClass()))
                .isEqualTo(contract);
    }

    private static byte[] recorded(String file) throws IOException {
        try (InputStream in = LayoutContractTest.class.getResourceAsStream("/contracts/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }

    private static SheetLayout layout() {
        var first =
                List.<SheetItem>of(
                        new SheetItem.Choice("q1", false, bubbles("AB", 30, 120)),
                        new SheetItem.TrueFalse("q2", bubbles("TF", 30, 140)),
                        new SheetItem.Digits("q3", true, 1, boxes(4, 160)),
                        new SheetItem.Letters("q4", boxes(1, 180)));
        var second = List.<SheetItem>of(new SheetItem.Free("q6", new Box(20, 200, 170, 40)));
        var qr = new QrPlace(100, 8, 14);
        return new SheetLayout(
                WORKSHEET,
                1,
                Paper.A4,
                List.of(
                        new SheetPage(1, fiducials(), qr, grid(), first),
                        new SheetPage(2, fiducials(), qr, null, second),
                        new SheetPage(
                                3,
                                fiducials(),
                                qr,
                                new StudentNumber.Boxes(boxes(2, 40)),
                                List.of())));
    }

    private static List<Fiducial> fiducials() {
        return List.of(
                new Fiducial(0, 8, 8, 10),
                new Fiducial(1, 192, 8, 10),
                new Fiducial(2, 192, 279, 10),
                new Fiducial(3, 8, 279, 10));
    }

    private static StudentNumber grid() {
        return new StudentNumber.Bubbles(
                List.of(
                        IntStream.range(0, 10)
                                .mapToObj(d -> new Bubble("" + d, 120, 30 + 6 * d, 5, 5))
                                .toList()));
    }

    private static List<Bubble> bubbles(String values, double x, double y) {
        return IntStream.range(0, values.length())
                .mapToObj(i -> new Bubble(values.substring(i, i + 1), x + 10 * i, y, 5, 5))
                .toList();
    }

    private static List<Box> boxes(int count, double y) {
        return IntStream.range(0, count).mapToObj(i -> new Box(60 + 9 * i, y, 8, 10)).toList();
    }
}
