package io.hongbi.submission.school;

import io.hongbi.common.id.SchoolClassId;
import io.hongbi.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/classes/{id}/roster")
@Tag(name = "Classes")
class RosterController {

    private static final int MAX_BYTES = 1 << 20;

    private final RosterImport rosters;

    RosterController(RosterImport rosters) {
        this.rosters = rosters;
    }

    @PostMapping(consumes = {"text/csv", "text/plain", "application/octet-stream"})
    @PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
    @Operation(
            summary = "Enrol the students of a CSV file",
            description =
                    """
                    UTF-8 (with or without byte order mark) or GBK, at most 1 MB; columns student \
                    number and name, with a header (学号,姓名 or student number,name) in any order, \
                    or without one in this order. Students are known by their number: the same \
                    file again changes nothing, a new name replaces the old one, nobody is \
                    removed. A teacher enrols a student of the school only with number and name as \
                    the school has them, which gives no right over the account, and renames only \
                    students of the own classes who are in nobody else's; other lines are wrong \
                    (`taken`) and the admin's to import. Right lines are imported together, wrong ones are named with their \
                    line. New students sign in with `number@school-code` once a teacher or an \
                    admin has set a password: PUT /people/{id}/password.\
                    """,
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string"))))
    RosterReport post(
            Caller caller,
            @PathVariable SchoolClassId id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Locale language,
            InputStream body)
            throws IOException {
        var file = body.readNBytes(MAX_BYTES + 1);
        if (file.length > MAX_BYTES) {
            throw new RosterTooLarge();
        }
        return rosters.run(caller, id, file, dryRun, language);
    }
}
