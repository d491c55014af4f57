package io.hongbi.submission.intake;

import io.hongbi.common.id.PageId;
import io.hongbi.common.storage.ObjectKey;

/**
 * A photo in the object store that has no row yet.
 *
 * @param sha256 of the bytes received
 * @param bytes of the object
 */
record StoredPage(PageId id, ObjectKey key, String sha256, long bytes, int width, int height) {}
