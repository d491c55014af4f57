package io.hongbi.submission.worksheet;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.WorksheetId;
import io.hongbi.common.layout.Proof;
import io.hongbi.submission.worksheet.design.AnswerKey;
import io.hongbi.submission.worksheet.design.SheetDesign;
import io.hongbi.submission.worksheet.typeset.TypesetSheet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a worksheet.
 *
 * @param revision from 1
 * @param latest the worksheet's newest revision
 * @param sheet as it was set when the revision was made; never set anew
 * @param proof null where it was not proved yet
 * @param printedAt when its PDF was first fetched; null where it was not
 * @param createdAt of the worksheet
 * @param updatedAt of this revision
 */
record Worksheet(
        WorksheetId id,
        PersonId createdBy,
        int revision,
        int latest,
        SheetDesign design,
        AnswerKey key,
        TypesetSheet sheet,
        @Nullable Proof proof,
        @Nullable Instant printedAt,
        Instant createdAt,
        Instant updatedAt) {}
