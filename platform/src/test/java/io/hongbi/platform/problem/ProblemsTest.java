package io.hongbi.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

class ProblemsTest {

    private final Problems problems =
            new Problems(
                    ProblemAutoConfiguration.texts(),
                    Optional::empty,
                    JsonMapper.builder().build());

    @Test
    void hasEveryTextInBothLanguages() {
        var none =
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES);
        var chinese = ResourceBundle.getBundle("platform-problems", Locale.ROOT, none);
        var english = ResourceBundle.getBundle("platform-problems", Locale.ENGLISH, none);

        assertThat(english.getLocale()).isEqualTo(Locale.ENGLISH);
        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        assertThat(chinese.keySet())
                .allSatisfy(key ->
                        assertThat(english.getString(key))
                                .isNotBlank()
                                .isNotEqualTo(chinese.getString(key)));
    }

    @Test
    void hasATextForEveryStatus() {
        for (var status : HttpStatus.values()) {
            var problem = problems.in(Locale.ENGLISH, status, GeneralProblem.codeOf(status));

            assertThat(problem.getDetail()).isNotBlank();
        }
    }

    @Test
    void keepsAFieldWithoutValueAsNull() {
        var problem = problems.in(Locale.ENGLISH, HttpStatus.NOT_FOUND, "not-found");

        assertThat(new String(problems.json(problem), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"traceId\":null")
                .contains("\"code\":\"not-found\"");
    }

    @Test
    void refusesACodeWithoutTexts() {
        assertThatExceptionOfType(NoSuchMessageException.class)
                .isThrownBy(() -> problems.of(HttpStatus.CONFLICT, "never-written"));
    }
}
