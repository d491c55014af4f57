package io.hongbi.submission.school;

import io.hongbi.common.id.PersonId;
import io.hongbi.platform.security.Caller;
import io.hongbi.platform.security.Role;
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
    private final ClassMembers members;
    private final People people;

    StudentPasswordController(Tenant tenant, ClassMembers members, People people) {
        this.tenant = tenant;
        this.members = members;
        this.people = people;
    }

    @PutMapping("/api/v1/people/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
    @Operation(
            summary = "Give a student or a teacher a password",
            description =
                    """
                    Before the first one, a new account cannot sign in. A teacher gives students \
                    of the own classes their first one, unless the teacher only enrolled them by \
                    number and name; 409 `has-password` where there is one already. An admin gives \
                    any student and teacher of the school a new one at any time.\
                    """)
    void put(Caller caller, @PathVariable PersonId id, @Valid @RequestBody NewPassword request) {
        tenant.in(
                caller.school(),
                () -> {
                    if (!members.isCaredForBy(caller, id)
                            && !(caller.is(Role.ADMIN) && people.isTeacher(id))) {
                        throw new StudentNotFound(id);
                    }
                    if (caller.is(Role.ADMIN)) {
                        people.setPassword(id, request.password());
                    } else if (!people.setFirstPassword(id, request.password())) {
                        throw new PasswordAlreadySet(id);
                    }
                });
    }
}
