package io.hongbi.submission.worksheet;

import io.hongbi.common.id.WorksheetId;
import java.time.Instant;

/** A worksheet as it stands in a list. */
record WorksheetSummary(
        WorksheetId id, int revision, String title, Instant createdAt, Instant updatedAt) {}
