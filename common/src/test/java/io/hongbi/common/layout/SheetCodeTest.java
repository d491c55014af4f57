package io.hongbi.common.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hongbi.common.id.WorksheetId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetCodeTest {

    private static final WorksheetId WORKSHEET =
            WorksheetId.of("0199f000-0000-7000-8f3a-91c2d4e5f607");

    @Test
    void saysWhatItWasMadeFrom() {
        var code = SheetCode.of(WORKSHEET, 46655, 20, "00420137");

        assertThat(SheetCode.parse(code.text())).contains(code);
        assertThat(code.isOf(WORKSHEET)).isTrue();
        assertThat(code.isOf(WorksheetId.next())).isFalse();
    }

    @Test
    void fitsTheSmallestQrCode() {
        assertThat(SheetCode.of(WORKSHEET, 1, 1, null).text())
                .isEqualTo("HIZG3ZB470011EGX")
                .hasSize(16)
                .matches("[0-9A-Z]+");
        assertThat(SheetCode.of(WORKSHEET, 1, 1, "1234567890123").text()).hasSize(29);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "H",
                "https://example.org/q",
                "HE9VA3SFT0011",
                "HE9VA3SFT0000XXX",
                "\u0000",
                "红笔",
                "HE9VA3SFT00110000000000000000000000000000000000XXX"
            })
    void foreignTextSaysNothing(String text) {
        assertThat(SheetCode.parse(text)).isEmpty();
    }

    @Test
    void aMisreadCharacterIsNoticed() {
        var text = SheetCode.of(WORKSHEET, 12, 3, "20260417").text();
        for (int i = 0; i < text.length(); i++) {
            for (char other : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
                var misread = text.substring(0, i) + other + text.substring(i + 1);
                assertThat(SheetCode.parse(misread).isPresent()).isEqualTo(misread.equals(text));
            }
        }
    }

    @Test
    void anyTextIsAnswered() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder("H");
            int length = random.nextInt(40);
            for (int j = 0; j < length; j++) {
                text.append("0123456789ABZ -".charAt(random.nextInt(15)));
            }
            SheetCode.parse(text.toString())
                    .ifPresent(code -> assertThat(code.text()).isEqualTo(text.toString()));
        }
    }

    @Test
    void refusesWhatNoCodeCanSay() {
        assertThatIllegalArgumentException().isThrownBy(() -> SheetCode.of(WORKSHEET, 0, 1, null));
        assertThatIllegalArgumentException().isThrownBy(() -> SheetCode.of(WORKSHEET, 1, 21, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SheetCode.of(WORKSHEET, 1, 1, "S-17"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SheetCode("lower123", 1, 1, null));
    }
}
