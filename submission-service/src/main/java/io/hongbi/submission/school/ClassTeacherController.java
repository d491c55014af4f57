package io.hongbi.submission.school;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolClassId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.school.ClassMembers.Teacher;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.web.Cursor;
import io.hongbi.submission.web.Listing;
import io.hongbi.submission.web.Window;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/classes/{id}/teachers")
@Tag(name = "Classes")
class ClassTeacherController {

    private final Tenant tenant;
    private final Classes classes;
    private final ClassMembers members;

    ClassTeacherController(Tenant tenant, Classes classes, ClassMembers members) {
        this.tenant = tenant;
        this.classes = classes;
        this.members = members;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
    @Operation(summary = "Who teaches the class")
    ResponseEntity<Listing<TeacherView>> list(
            Caller caller, @PathVariable SchoolClassId id, Window window) {
        var after = window.after();
        var rows =
                tenant.in(
                        caller.school(),
                        () -> {
                            requireLed(caller, id);
                            return members.teachers(
                                    id, after == null ? null : after.uuid(0), window.rowsToFetch());
                        });
        return Listing.of(window, rows, row -> Cursor.after(row.id()))
                .map(TeacherView::of)
                .toResponse();
    }

    @PutMapping("/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Let a teacher of the school teach the class; again changes nothing")
    void attach(Caller caller, @PathVariable SchoolClassId id, @PathVariable PersonId personId) {
        tenant.in(
                caller.school(),
                () -> {
                    requireLed(caller, id);
                    members.attach(caller.school(), id, personId);
                });
    }

    @DeleteMapping("/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Let a teacher teach the class no longer; what was set stays")
    void detach(Caller caller, @PathVariable SchoolClassId id, @PathVariable PersonId personId) {
        tenant.in(
                caller.school(),
                () -> {
                    requireLed(caller, id);
                    members.detach(id, personId);
                });
    }

    private void requireLed(Caller caller, SchoolClassId id) {
        if (!classes.isLedBy(caller, id)) {
            throw new ClassNotFound(id);
        }
    }

    record TeacherView(PersonId id, String name) {

        static TeacherView of(Teacher teacher) {
            return new TeacherView(teacher.id(), teacher.name());
        }
    }
}
