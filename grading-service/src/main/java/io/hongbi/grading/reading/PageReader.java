package io.hongbi.grading.reading;

import io.hongbi.common.event.AssignmentKind;

/**
 * Reads photos, one after the other. It keeps native buffers between photos and is meant for one
 * thread: each worker opens its own from {@link PageReaders}.
 */
public interface PageReader extends AutoCloseable {

    /**
     * Reads a photo. The same bytes and task give the same reading, bit for bit. A photo that is
     * bad in whatever way is a reading that asks for a retake; an exception means that the reader
     * itself is broken.
     *
     * @param photo a JPEG, PNG or WebP file as it was uploaded
     */
    ReadPage read(byte[] photo, ReadingTask task);

    /** Reads a photo of a kind that needs no layout. */
    default ReadPage read(byte[] photo, AssignmentKind kind) {
        return read(photo, ReadingTask.of(kind));
    }

    /** Gives the native buffers back; the reader is of no use afterwards. */
    @Override
    void close();
}
