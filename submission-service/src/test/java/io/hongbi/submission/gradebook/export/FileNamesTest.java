package io.hongbi.submission.gradebook.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.id.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    private static final PersonId ID = PersonId.next();

    private final FileNames names = new FileNames();

    @ParameterizedTest
    @CsvSource({
        "1001, 1001",
        "3-А班07, 3-А班07",
        "../../etc/passwd, ______etc_passwd",
        "C:\\x, C__x",
        ".., __",
        "a b, a_b"
    })
    void leadNowhere(String number, String name) {
        assertThat(names.of(number, ID)).isEqualTo(name);
    }

    @Test
    void areNeverTwiceTheSame() {
        assertThat(names.of("a/b", ID)).isEqualTo("a_b");
        assertThat(names.of("A:b", ID)).isEqualTo("A_b-" + ID);
        assertThat(names.of(null, ID)).isEqualTo(ID.toString());
    }
}
