package io.hongbi.submission.worksheet;

import io.hongbi.submission.worksheet.design.DesignReader;
import io.hongbi.submission.worksheet.design.SheetDesign.StudentNumberField;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes requests in OpenAPI; {@link DesignReader} reads them and finds every fault at once. */
record WorksheetRequest(
        @Schema(minLength = 1, maxLength = 100) String title,
        @Schema(allowableValues = {"A4", "Letter"}) String paper,
        @Nullable StudentNumberField studentNumber,
        @ArraySchema(minItems = 1, maxItems = 200) List<Item> items) {

    WorksheetRequest {
        items = List.copyOf(items);
    }

    /** One thing that the sheet asks; which fields it has depends on its kind. */
    record Item(
            @Schema(allowableValues = {"choice", "true-false", "digits", "letters", "free"})
                    String kind,
            @Schema(minimum = "0", maximum = "1000", multipleOf = 0.01) BigDecimal points,
            @Schema(maxLength = 1000) @Nullable String prompt,
            @Schema(description = "choice: B or AD; true-false: T or F; digits: -4.5; letters: C")
                    @Nullable String key,
            @Schema(minimum = "2", maximum = "10", description = "of a choice")
                    @Nullable Integer options,
            @Schema(description = "of a choice") @Nullable Boolean multiple,
            @Schema(minimum = "1", maximum = "12", description = "of digits and letters")
                    @Nullable Integer length,
            @Schema(description = "of digits") @Nullable Boolean sign,
            @Schema(minimum = "0", maximum = "11", description = "of digits, fewer than length")
                    @Nullable Integer decimals,
            @Schema(minimum = "10", maximum = "220", description = "of a free answer")
                    @Nullable Integer heightMm) {}
}
