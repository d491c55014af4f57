package io.hongbi.submission.reading.marks;

import io.hongbi.common.reading.Item;
import io.hongbi.submission.marking.Reason;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts reasons into the words of whoever asks. */
@Component
class Reasons {

    private final MessageSource texts;

    Reasons(MessageSource texts) {
        this.texts = texts;
    }

    /**
     * @param answers whether the right answer may be named
     */
    String text(Reason reason, boolean answers) {
        return switch (reason) {
            case Reason.Right(var response) -> say("right", response);
            case Reason.EqualNumber(var response, var expected) ->
                    answers ? say("equal-number", response, expected) : say("right", response);
            case Reason.NearEnough(var response, var expected, var tolerance) ->
                    answers
                            ? say("near-enough", response, expected, tolerance)
                            : say("right", response);
            case Reason.PartlyRight(var response, var expected, var hits, var misses, var of) ->
                    answers
                            ? say("partly-right", response, expected, hits, misses, of)
                            : say("partly-right.secret", response);
            case Reason.Wrong(var response, var expected) ->
                    answers ? say("wrong", response, expected) : say("wrong.secret", response);
            case Reason.Solved(var sum) -> say("solved", sum);
            case Reason.Missolved(var sum, var response) ->
                    answers ? say("missolved", sum, response) : say("wrong.secret", response);
            case Reason.NotRight(var sum, var perhaps) ->
                    answers ? say("not-right", sum, perhaps) : say("not-right.secret", perhaps);
            case Reason.CrossedOut(var sum) ->
                    answers ? say("crossed-out", sum) : say("crossed-out.secret");
            case Reason.OtherForm(var response, var expected) ->
                    answers
                            ? say("other-form", response, expected)
                            : say("other-form.secret", response);
            case Reason.Unsolvable() -> say("unsolvable");
            case Reason.Done(var value, var percent) ->
                    say("done." + value.name().toLowerCase(Locale.ROOT), percent);
            case Reason.LeftBlank() -> say("blank");
            case Reason.Unsure(var state, _) -> say("unsure." + name(state));
            case Reason.PhotosDiffer(var pages) ->
                    say(
                            "photos-differ",
                            pages.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            case Reason.ForTeacher() -> say("for-teacher");
            case Reason.NoKey() -> say("no-key");
            case Reason.NotHandedIn(var page) -> say("not-handed-in", page);
            case Reason.NotRead() -> say("not-read");
            case Reason.Uncounted() -> say("uncounted");
            case Reason.FullForAll() -> say("full-for-all");
            case Reason.TeachersMark() -> say("teachers-mark");
        };
    }

    private String say(String key, Object... arguments) {
        return texts.getMessage("mark." + key, arguments, LocaleContextHolder.getLocale());
    }

    private static String name(Item.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
