package io.hongbi.submission.worksheet;

import io.hongbi.common.id.WorksheetId;

/** There is no such worksheet in the school, or no such revision of it. */
public final class WorksheetNotFound extends RuntimeException {

    WorksheetNotFound(WorksheetId id) {
        super("No worksheet " + id);
    }
}
