package io.hongbi.submission.intake;

import io.hongbi.submission.intake.IntakeRefusal.UnreadableImage;
import io.hongbi.submission.intake.IntakeRefusal.UnsupportedImage;
import io.hongbi.submission.intake.image.Inspection.Sound;
import io.hongbi.submission.intake.image.Inspection.Unreadable;
import io.hongbi.submission.intake.image.Inspection.Unsupported;
import io.hongbi.submission.intake.image.PhotoInspection;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Checks all pages of an upload, then makes copies without metadata where there was any. */
final class PhotoCheck {

    private final Spool spool;
    private final PhotoInspection inspection;

    PhotoCheck(Spool spool, PhotoInspection inspection) {
        this.spool = spool;
        this.inspection = inspection;
    }

    /** Photos that may be stored; closing removes the copies made for it, not the upload. */
    record Checked(List<CheckedPhoto> photos, List<SpooledFile> copies) implements AutoCloseable {

        Checked {
            photos = List.copyOf(photos);
            copies = List.copyOf(copies);
        }

        @Override
        public void close() {
            copies.forEach(SpooledFile::close);
        }
    }

    /**
     * @throws Refused naming the first page that cannot be taken
     */
    Checked check(Upload upload) {
        List<Sound> sound = new ArrayList<>();
        for (SpooledFile file : upload.files()) {
            sound.add(inspect(file, sound.size() + 1));
        }
        return stripped(upload, sound);
    }

    private Sound inspect(SpooledFile file, int page) {
        try (var bytes = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            return switch (inspection.inspect(bytes)) {
                case Sound photo -> photo;
                case Unsupported(var kind) -> throw new Refused(new UnsupportedImage(page, kind));
                case Unreadable(var reason) -> throw new Refused(new UnreadableImage(page, reason));
            };
        } catch (IOException e) {
            throw new SpoolFull(e);
        }
    }

    private Checked stripped(Upload upload, List<Sound> sound) {
        List<CheckedPhoto> photos = new ArrayList<>();
        List<SpooledFile> copies = new ArrayList<>();
        try {
            for (int i = 0; i < sound.size(); i++) {
                var file = upload.files().get(i);
                var kept = sound.get(i).kept();
                if (!kept.isWholeOf(file.bytes())) {
                    file = spool.derive(file, kept.bytes(), kept::write);
                    copies.add(file);
                }
                photos.add(new CheckedPhoto(file, sound.get(i)));
            }
            return new Checked(photos, copies);
        } catch (RuntimeException e) {
            copies.forEach(SpooledFile::close);
            throw e;
        }
    }
}
