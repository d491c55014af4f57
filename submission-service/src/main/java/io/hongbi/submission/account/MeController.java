package io.hongbi.submission.account;

import io.hongbi.common.id.PersonId;
import io.hongbi.platform.security.Caller;
import io.hongbi.platform.security.Role;
import io.hongbi.submission.tenant.Tenant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "People")
class MeController {

    private final Tenant tenant;
    private final People people;

    MeController(Tenant tenant, People people) {
        this.tenant = tenant;
        this.people = people;
    }

    @GetMapping("/api/v1/me")
    @Operation(summary = "Who you are")
    MeView show(Caller caller) {
        return tenant.in(caller.school(), () -> people.find(caller.id()))
                .map(MeView::of)
                .orElseThrow(
                        () -> new AuthenticationCredentialsNotFoundException("Nobody any more"));
    }

    record MeView(PersonId id, String name, @Nullable String studentNumber, List<String> roles) {

        static MeView of(Person person) {
            return new MeView(
                    person.id(),
                    person.name(),
                    person.studentNumber(),
                    person.roles().stream().map(Role::claim).sorted().toList());
        }
    }
}
