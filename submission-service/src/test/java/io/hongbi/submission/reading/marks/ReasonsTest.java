package io.hongbi.submission.reading.marks;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.marking.Reason;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class ReasonsTest {

    private static final String SUM = "16 + 27 = 43";

    private final Reasons reasons = new Reasons(messages());

    @AfterEach
    void anyLocaleAgain() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void sayWhatIsOnlyKnownToBeWrong() {
        var perhaps = new Reason.NotRight(SUM, "48");
        assertThat(text(perhaps, true, Locale.ENGLISH))
                .isEqualTo("16 + 27 = 43; what is written, perhaps 48, is something else");
        assertThat(text(perhaps, true, Locale.CHINESE))
                .isEqualTo("16 + 27 = 43，写的看不太清（像 48），但不是这个答案");
        var gone = new Reason.CrossedOut(SUM);
        assertThat(text(gone, true, Locale.ENGLISH))
                .isEqualTo("16 + 27 = 43; the answer was crossed out");
        assertThat(text(gone, true, Locale.CHINESE)).isEqualTo("16 + 27 = 43，写的答案划掉了");
    }

    @Test
    void keepTheRightAnswerToThemselvesWhereItMayNotBeNamed() {
        for (var reason :
                new Reason[] {
                    new Reason.NotRight(SUM, "48"),
                    new Reason.CrossedOut(SUM),
                    new Reason.Missolved(SUM, "48")
                }) {
            for (var locale : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
                assertThat(text(reason, false, locale)).isNotBlank().doesNotContain("43");
            }
        }
    }

    private String text(Reason reason, boolean answers, Locale locale) {
        LocaleContextHolder.setLocale(locale);
        return reasons.text(reason, answers);
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
