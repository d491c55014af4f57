package io.hongbi.local.demo;

import io.hongbi.local.client.Photo;
import io.hongbi.local.client.Submission;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sample and what became of it.
 *
 * @param submission empty where the photo was refused
 * @param refusal the code of the refusal, empty where it was accepted
 * @param preview the reader's upright picture of it, with marks where there are any; empty where
 *     there is none
 * @param toReading from the start of the upload until the reading was seen
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Shown(
        Photo photo,
        Optional<Submission> submission,
        String refusal,
        byte[] preview,
        Duration toReading,
        Optional<Stations> stations) {

    Optional<Submission.Page> page() {
        return submission.map(s -> s.pages().getFirst());
    }

    Submission.@Nullable Reading reading() {
        return page().map(Submission.Page::reading).orElse(null);
    }

    String state() {
        return submission.map(Submission::state).orElse(refusal);
    }
}
