package io.hongbi.common.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "schools/0199f000/photos/1.jpg", "a-b_c.d/2026.11.1-page3", "a..b"})
    void takesPlainSegments(String value) {
        assertThat(new ObjectKey(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/a", "a/", "a//b", "..", "a/../b", "./a", "a/.b", "a b", "a\\b", "a%2Fb",
                "a\nb", "页.jpg"
            })
    void refusesWhatCouldLeaveItsFolderOrNeedsEscapes(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectKey(value));
    }

    @Test
    void refusesWhatAFileSystemCannotName() {
        String longest = "a".repeat(255);

        assertThat(new ObjectKey(longest + "/" + longest).value()).hasSize(511);
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectKey(longest + "a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ObjectKey(longest + "/" + longest + "/a"));
    }

    @ParameterizedTest
    @CsvSource({
        "a/1.jpg, image/jpeg",
        "a/1.png, image/png",
        "a/1.webp, image/webp",
        "a/1, application/octet-stream",
        "a.jpg/1, application/octet-stream"
    })
    void tellsTheContentTypeFromItsEnding(String key, String contentType) {
        assertThat(new ObjectKey(key).contentType()).isEqualTo(contentType);
    }
}
