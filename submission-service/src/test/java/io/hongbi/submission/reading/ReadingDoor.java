package io.hongbi.submission.reading;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.event.PageRead;
import io.hongbi.common.event.PageReceived;
import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.id.Uuids;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.Quality;
import io.hongbi.common.reading.SheetIdentity;
import io.hongbi.common.storage.ObjectKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Delivers what workers say, as the listeners do. */
public final class ReadingDoor {

    private final Readings readings;

    public ReadingDoor(ApplicationContext service) {
        this.readings = service.getBean(Readings.class);
    }

    /** What a reader says of a photo of a worksheet. */
    public static PageRead event(
            SchoolId school,
            SubmissionId submission,
            PageId page,
            String version,
            boolean legible,
            @Nullable SheetIdentity sheet,
            List<Item> items) {
        var event =
                ReadingFixture.event(
                        school,
                        submission,
                        page,
                        version,
                        legible ? ReadingFixture.OK : ReadingFixture.BLURRED);
        var reading = event.reading();
        return new PageRead(
                event.eventId(),
                event.occurredAt(),
                school,
                submission,
                page,
                new PageReading(
                        version,
                        reading.photo(),
                        reading.quality(),
                        reading.homework(),
                        reading.completion(),
                        null,
                        sheet,
                        reading.quality().verdict() == Quality.Verdict.OK ? items : List.of()),
                event.preview(),
                event.crops(),
                event.trace());
    }

    public void deliver(PageRead event) {
        readings.add(event);
    }

    public void giveUp(SchoolId school, SubmissionId submission, PageId page) {
        var key = new ObjectKey("schools/" + school + "/photos/" + page + ".jpg");
        readings.fail(
                new PageReceived(
                        Uuids.next(),
                        Instant.now(),
                        school,
                        submission,
                        page,
                        1,
                        key,
                        AssignmentKind.WORKSHEET),
                "given up");
    }
}
