package io.hongbi.submission.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.submission.reading.LiveEvents.Event;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenStreamsTest {

    private final OpenStreams open = new OpenStreams(3);

    @Test
    void theOldestWithAnAnswerMakesRoom() {
        var waiting = watcher(SubmissionState.READING);
        var answered = watcher(SubmissionState.GRADED);
        var later = watcher(SubmissionState.GRADED);

        var another = watcher(SubmissionState.RECEIVED);

        assertThat(Stream.of(waiting, answered, later, another).map(OpenStreamsTest::isClosed))
                .containsExactly(false, true, false, false);
    }

    @Test
    void whereNobodyHasAnAnswerTheOldestDoes() {
        var first = watcher(SubmissionState.READING);
        var second = watcher(SubmissionState.READING);
        var third = watcher(SubmissionState.RECEIVED);

        var another = watcher(SubmissionState.RECEIVED);

        assertThat(Stream.of(first, second, third, another).map(OpenStreamsTest::isClosed))
                .containsExactly(true, false, false, false);
    }

    @Test
    void whoHasGoneHoldsNoPlace() {
        var first = watcher(SubmissionState.READING);
        var gone = watcher(SubmissionState.READING);
        watcher(SubmissionState.READING);

        open.remove(gone);
        watcher(SubmissionState.READING);

        assertThat(isClosed(first)).isFalse();
    }

    private Watcher watcher(SubmissionState state) {
        var watcher = new Watcher(0);
        open.add(watcher);
        watcher.tell(new Event(SubmissionId.next(), 1, state));
        return watcher;
    }

    private static boolean isClosed(Watcher watcher) {
        try {
            watcher.emitter().send("");
            return false;
        } catch (IllegalStateException closed) {
            return true;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
