package io.hongbi.submission.school;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolClassId;
import io.hongbi.platform.security.Caller;
import io.hongbi.platform.security.Role;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.web.Cursor;
import io.hongbi.submission.web.ETags;
import io.hongbi.submission.web.Listing;
import io.hongbi.submission.web.StaleVersion;
import io.hongbi.submission.web.Window;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/classes")
@Tag(name = "Classes")
class ClassController {

    private final Tenant tenant;
    private final JdbcClasses classes;
    private final ClassMembers members;

    ClassController(Tenant tenant, JdbcClasses classes, ClassMembers members) {
        this.tenant = tenant;
        this.classes = classes;
        this.members = members;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('STUDENT', 'TEACHER', 'ADMIN')")
    @Operation(summary = "Your classes; an admin sees all of the school")
    ResponseEntity<Listing<ClassView>> list(Caller caller, Window window) {
        var rows =
                tenant.in(
                        caller.school(),
                        () -> classes.list(caller, window.after(), window.rowsToFetch()));
        return Listing.of(window, rows, row -> Cursor.after(row.id()))
                .map(ClassView::of)
                .toResponse();
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
    @Operation(summary = "A new class; a teacher who makes one teaches it")
    @ApiResponse(responseCode = "201", description = "Created")
    ResponseEntity<ClassView> add(Caller caller, @Valid @RequestBody ClassRequest request) {
        var added =
                tenant.in(
                        caller.school(),
                        () -> {
                            var schoolClass =
                                    classes.add(
                                            caller.school(), SchoolClassId.next(), request.name());
                            if (caller.is(Role.TEACHER)) {
                                members.attach(caller.school(), schoolClass.id(), caller.id());
                            }
                            return schoolClass;
                        });
        return ResponseEntity.created(URI.create("/api/v1/classes/" + added.id()))
                .eTag(ETags.of(added.version()))
                .body(ClassView.of(added));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('STUDENT', 'TEACHER', 'ADMIN')")
    ResponseEntity<ClassView> show(Caller caller, @PathVariable SchoolClassId id) {
        return answer(
                tenant.in(caller.school(), () -> classes.find(caller, id))
                        .orElseThrow(() -> new ClassNotFound(id)));
    }

    @PatchMapping("/{id}")
    @PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
    ResponseEntity<ClassView> rename(
            Caller caller,
            @PathVariable SchoolClassId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ClassRequest request) {
        return answer(
                tenant.in(
                        caller.school(),
                        () -> {
                            var found =
                                    classes.find(caller, id)
                                            .orElseThrow(() -> new ClassNotFound(id));
                            ETags.check(ifMatch, found.version());
                            return classes.rename(id, found.version(), request.name())
                                    .orElseThrow(StaleVersion::new);
                        }));
    }

    @GetMapping("/{id}/students")
    @PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
    @Operation(summary = "Who is enrolled, by student number")
    ResponseEntity<Listing<StudentView>> students(
            Caller caller, @PathVariable SchoolClassId id, Window window) {
        var rows =
                tenant.in(
                        caller.school(),
                        () -> {
                            if (!classes.isLedBy(caller, id)) {
                                throw new ClassNotFound(id);
                            }
                            return classes.students(id, window.after(), window.rowsToFetch());
                        });
        return Listing.of(window, rows, ClassController::cursor).map(StudentView::of).toResponse();
    }

    private static Cursor cursor(Student student) {
        var number = student.number();
        return Cursor.after(number == null ? "" : number, student.id());
    }

    private static ResponseEntity<ClassView> answer(SchoolClass schoolClass) {
        return ResponseEntity.ok()
                .eTag(ETags.of(schoolClass.version()))
                .body(ClassView.of(schoolClass));
    }

    record ClassRequest(
            @NotBlank
                    @Size(max = 100)
                    @Pattern(regexp = "[^\\p{Cc}]*", message = "{field.control-characters}")
                    String name) {}

    record ClassView(SchoolClassId id, String name, Instant createdAt, Instant updatedAt) {

        static ClassView of(SchoolClass c) {
            return new ClassView(c.id(), c.name(), c.createdAt(), c.updatedAt());
        }
    }

    record StudentView(PersonId id, @Nullable String studentNumber, String name) {

        static StudentView of(Student student) {
            return new StudentView(student.id(), student.number(), student.name());
        }
    }
}
