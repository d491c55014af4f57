package io.hongbi.submission.worksheet;

import io.hongbi.common.id.WorksheetId;

/** Only its maker and administrators change a worksheet; make a new one from it. */
public final class NotYourWorksheet extends RuntimeException {

    NotYourWorksheet(WorksheetId id) {
        super("Worksheet " + id + " was made by somebody else.");
    }
}
