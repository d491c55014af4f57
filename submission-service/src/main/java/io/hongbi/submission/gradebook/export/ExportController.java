package io.hongbi.submission.gradebook.export;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.gradebook.Roll;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Marks of a class as files, for those who teach it. */
@RestController
@RequestMapping("/api/v1/assignments/{id}")
@PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
@Tag(name = "Marks")
class ExportController {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ROWS =
            "A student a row, by student number, of the latest attempt; ids first, then a column to"
                    + " an item. A mark that is not known is empty. Text that a table calculation could"
                    + " take for a formula has an apostrophe in front.";

    private final Roll roll;
    private final MarkExport marks;
    private final AnnotatedZip annotated;
    private final MessageSource texts;

    ExportController(Roll roll, MarkExport marks, AnnotatedZip annotated, MessageSource texts) {
        this.roll = roll;
        this.marks = marks;
        this.annotated = annotated;
        this.texts = texts;
    }

    @GetMapping(path = "/marks.csv", produces = CSV)
    @Operation(
            summary = "The marks as CSV",
            description = ROWS + " UTF-8 with a byte order mark; columns in the API's words.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = "string", format = "binary")))
    void csv(Caller caller, @PathVariable AssignmentId id, HttpServletResponse response) {
        var heading = roll.open(caller, id);
        Sending.file(
                response,
                heading.assignment().title() + ".csv",
                CSV,
                out -> {
                    try (var table = new CsvTable(out)) {
                        marks.write(heading, MarkExport.COLUMNS, table);
                    }
                });
    }

    @GetMapping(path = "/marks.xlsx", produces = XLSX)
    @Operation(
            summary = "The marks as a workbook",
            description = ROWS + " Columns in the language of Accept-Language; marks are numbers.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = "string", format = "binary")))
    void xlsx(
            Caller caller,
            @PathVariable AssignmentId id,
            Locale locale,
            HttpServletResponse response) {
        var heading = roll.open(caller, id);
        Sending.file(
                response,
                heading.assignment().title() + ".xlsx",
                XLSX,
                out -> {
                    var table = new XlsxTable(out, text("sheet", locale));
                    marks.write(heading, columns(locale), table);
                    table.close(); // a file that broke off is not to look whole
                });
    }

    @GetMapping(path = "/annotated.zip", produces = "application/zip")
    @Operation(
            summary = "The marked pages of the class",
            description =
                    "A PDF for each student who handed in, named by the student number, with all"
                            + " marks drawn whether released or not. Pages that could not be drawn"
                            + " are named in a text beside them.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = "string", format = "binary")))
    void annotated(
            Caller caller,
            @PathVariable AssignmentId id,
            Locale locale,
            HttpServletResponse response) {
        var heading = roll.open(caller, id);
        Sending.file(
                response,
                heading.assignment().title() + ".zip",
                "application/zip",
                out -> annotated.write(heading, out, locale));
    }

    private List<String> columns(Locale locale) {
        return MarkExport.COLUMNS.stream().map(column -> text(column, locale)).toList();
    }

    private String text(String key, Locale locale) {
        return texts.getMessage("export." + key, null, locale);
    }
}
