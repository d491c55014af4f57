package io.hongbi.submission.school;

import io.hongbi.common.id.PersonId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.account.NewPassword;
import io.hongbi.submission.account.People;
import io.hongbi.submission.tenant.Tenant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "People")
class StudentPasswordController {

    private final Tenant tenant;
    private final JdbcClasses classes;
    private final People people;

    StudentPasswordController(Tenant tenant, JdbcClasses classes, People people) {
        this.tenant = tenant;
        this.classes = classes;
        this.people = people;
    }

    @PutMapping("/api/v1/people/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
    @Operation(
            summary = "Give a student a password",
            description =
                    "A teacher for students of the own classes, an admin for those of the school."
                            + " Before the first one, an imported student cannot sign in.")
    void put(Caller caller, @PathVariable PersonId id, @Valid @RequestBody NewPassword request) {
        tenant.in(
                caller.school(),
                () -> {
                    if (!classes.isStudentOf(caller, id)) {
                        throw new StudentNotFound(id);
                    }
                    people.setPassword(id, request.password());
                });
    }
}
