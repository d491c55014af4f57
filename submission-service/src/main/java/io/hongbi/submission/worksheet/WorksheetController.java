package io.hongbi.submission.worksheet;

import io.hongbi.common.id.SchoolClassId;
import io.hongbi.common.id.WorksheetId;
import io.hongbi.common.layout.Proof;
import io.hongbi.common.layout.SheetLayout;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.web.Cursor;
import io.hongbi.submission.web.ETags;
import io.hongbi.submission.web.Listing;
import io.hongbi.submission.web.Window;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/worksheets")
@PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
@Tag(name = "Worksheets")
class WorksheetController {

    private static final String LIMITS =
            """
            `paper` is `A4` or `Letter`. `studentNumber` may be left out; it has 1 to 12 digits `as` \
            `bubbles` or `boxes`. 1 to 200 items on at most 20 pages. Every item has `points` (0 to \
            1000, at most two decimals) and may have a `prompt` (up to 1000 characters, lines parted by \
            \\n) and a `key`. Kinds: `choice` (`options` 2 to 10, named A to J; `multiple`; key `B` or \
            `AD`), `true-false` (key `T` or `F`), `digits` (`length` 1 to 12 digits; `sign` gives a box \
            for it; `decimals` of the digits stand after the printed point, fewer than `length`; key \
            such as `-4.5`, which has to fit), `letters` (`length` 1 to 12; key of A to Z), `free` \
            (`heightMm` 10 to 220; no key). A title has 1 to 100 characters. Texts hold what the fonts \
            can print: GBK, Latin, Greek and Cyrillic letters, and the usual signs. An item and its \
            prompt fit on one page. Each field that is wrong is named by 400 `invalid`.\
            """;

    private final WorksheetDesk desk;
    private final PrintShop shop;
    private final WorksheetView view;

    WorksheetController(WorksheetDesk desk, PrintShop shop, WorksheetView view) {
        this.desk = desk;
        this.shop = shop;
        this.view = view;
    }

    @PostMapping
    @Operation(
            summary = "Design a worksheet",
            description = LIMITS,
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    WorksheetRequest.class))))
    @ApiResponse(responseCode = "201", description = "Created")
    ResponseEntity<ObjectNode> make(Caller caller, @RequestBody ObjectNode request) {
        var worksheet = desk.make(caller, request);
        return ResponseEntity.created(URI.create("/api/v1/worksheets/" + worksheet.id()))
                .eTag(ETags.of(worksheet.revision()))
                .body(view.of(worksheet));
    }

    @GetMapping
    @Operation(summary = "The worksheets of the school, the newest first")
    ResponseEntity<Listing<WorksheetSummary>> list(Caller caller, Window window) {
        return Listing.of(window, desk.list(caller, window), row -> Cursor.after(row.id()))
                .toResponse();
    }

    @GetMapping("/{id}")
    @Operation(summary = "A worksheet with its keys; its newest revision unless another is named")
    ResponseEntity<ObjectNode> show(
            Caller caller,
            @PathVariable WorksheetId id,
            @RequestParam(required = false) @Nullable Integer revision) {
        return answer(desk.show(caller, id, revision));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/json", "application/merge-patch+json"})
    @Operation(
            summary = "Make a new revision",
            description =
                    "A JSON merge patch: what is absent stays, `items` come whole. Revisions never"
                            + " change; assignments keep the one they were made from. Only the maker"
                            + " and administrators may; others get 403.\n\n"
                            + LIMITS,
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    WorksheetRequest.class))))
    ResponseEntity<ObjectNode> revise(
            Caller caller,
            @PathVariable WorksheetId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ObjectNode patch) {
        return answer(desk.revise(caller, id, ifMatch, patch));
    }

    @GetMapping(path = "/{id}/layout.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Where everything lies on the sheet, in millimetres from the top left")
    SheetLayout layout(
            Caller caller,
            @PathVariable WorksheetId id,
            @RequestParam(required = false) @Nullable Integer revision) {
        return desk.show(caller, id, revision).sheet().layout();
    }

    @PostMapping("/{id}/proof")
    @Operation(
            summary = "Prove the sheet",
            description =
                    "Fills it in, photographs and reads it by simulation, and tells where it came"
                            + " back otherwise. 503 while no reader can be reached.")
    Proof prove(
            Caller caller,
            @PathVariable WorksheetId id,
            @RequestParam(required = false) @Nullable Integer revision) {
        return shop.prove(caller, desk.show(caller, id, revision));
    }

    @GetMapping(path = "/{id}/sheet.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            summary = "The sheet to print, or one for each student of a class",
            description =
                    "Proved first where it was not; 409 `sheet-unequal` where it does not come back"
                            + " equal, 503 while no reader can be reached. With `classId` each copy"
                            + " carries name and number; a number that is not made of digits, or is"
                            + " longer than the sheet's, is left to be filled in, and a character of"
                            + " a name that the fonts lack is printed as 〓.")
    ResponseEntity<byte[]> print(
            Caller caller,
            @PathVariable WorksheetId id,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestParam(required = false) @Nullable SchoolClassId classId) {
        var worksheet = desk.show(caller, id, revision);
        var name =
                ContentDisposition.inline()
                        .filename(worksheet.design().title() + ".pdf", StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(shop.print(caller, worksheet, classId));
    }

    private ResponseEntity<ObjectNode> answer(Worksheet worksheet) {
        return ResponseEntity.ok().eTag(ETags.of(worksheet.revision())).body(view.of(worksheet));
    }
}
