package io.hongbi.submission.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hongbi.common.id.PersonId;
import io.hongbi.platform.security.Caller;
import io.hongbi.platform.security.Role;
import io.hongbi.submission.account.Accounts.Account;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.web.Cursor;
import io.hongbi.submission.web.ETags;
import io.hongbi.submission.web.Listing;
import io.hongbi.submission.web.StaleVersion;
import io.hongbi.submission.web.Window;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/people")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "People")
class PeopleController {

    private final Tenant tenant;
    private final Accounts accounts;

    PeopleController(Tenant tenant, Accounts accounts) {
        this.tenant = tenant;
        this.accounts = accounts;
    }

    @GetMapping
    @Operation(summary = "Everybody of the school")
    ResponseEntity<Listing<PersonView>> list(
            Caller caller,
            @RequestParam(required = false)
                    @Schema(allowableValues = {"student", "teacher", "admin"})
                    @Nullable String role,
            Window window) {
        var wanted = role == null || role.isEmpty() ? null : roleOf(role);
        var after = window.after();
        var rows =
                tenant.in(
                        caller.school(),
                        () ->
                                accounts.list(
                                        caller.school(),
                                        wanted,
                                        after == null ? null : after.uuid(0),
                                        window.rowsToFetch()));
        return Listing.of(window, rows, row -> Cursor.after(row.person().id()))
                .map(PersonView::of)
                .toResponse();
    }

    @PostMapping
    @Operation(
            summary = "A new account, of a student or a teacher",
            description =
                    """
                    A student has a `studentNumber` and signs in as `number@school-code`, a teacher \
                    has a `login` and signs in as `login@school-code`; both once there is a \
                    password (PUT /people/{id}/password) or through the school's own provider. 409 \
                    `account-taken` where somebody has that number or login.\
                    """)
    @ApiResponse(responseCode = "201", description = "Created")
    ResponseEntity<PersonView> add(Caller caller, @Valid @RequestBody NewPerson request) {
        var added =
                tenant.in(
                        caller.school(),
                        () ->
                                accounts.add(
                                        request.person(
                                                caller, accounts.schoolCode(caller.school()))));
        return ResponseEntity.created(URI.create("/api/v1/people/" + added.person().id()))
                .eTag(ETags.of(added.version()))
                .body(PersonView.of(added));
    }

    @GetMapping("/{id}")
    ResponseEntity<PersonView> show(Caller caller, @PathVariable PersonId id) {
        return answer(tenant.in(caller.school(), () -> find(caller, id)));
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Another name for somebody")
    ResponseEntity<PersonView> rename(
            Caller caller,
            @PathVariable PersonId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Renaming request) {
        return answer(
                tenant.in(
                        caller.school(),
                        () -> {
                            var version = find(caller, id).version();
                            ETags.check(ifMatch, version);
                            return accounts.rename(
                                            caller.school(), id, version, request.name().strip())
                                    .orElseThrow(StaleVersion::new);
                        }));
    }

    private Account find(Caller caller, PersonId id) {
        return accounts.find(caller.school(), id).orElseThrow(() -> new AccountNotFound(id));
    }

    private static Role roleOf(String claim) {
        return switch (claim) {
            case "student" -> Role.STUDENT;
            case "teacher" -> Role.TEACHER;
            case "admin" -> Role.ADMIN;
            default -> throw new InvalidAccount("role", "role");
        };
    }

    private static ResponseEntity<PersonView> answer(Account account) {
        return ResponseEntity.ok().eTag(ETags.of(account.version())).body(PersonView.of(account));
    }

    /** Whom an admin makes an account for. */
    enum Kind {
        @JsonProperty("student")
        STUDENT,
        @JsonProperty("teacher")
        TEACHER
    }

    record NewPerson(
            @NotNull Kind role,
            @NotBlank
                    @Size(max = 100)
                    @Pattern(regexp = "[^\\p{Cc}]*", message = "{field.control-characters}")
                    String name,
            @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_-]{0,31}", message = "{person.number}")
                    @Nullable String studentNumber,
            @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}", message = "{person.login}")
                    @Nullable String login) {

        Person person(Caller caller, String schoolCode) {
            return switch (role) {
                case STUDENT -> {
                    if (studentNumber == null || login != null) {
                        throw new InvalidAccount("studentNumber", "student-needs-number");
                    }
                    yield person(caller, Role.STUDENT, studentNumber, schoolCode);
                }
                case TEACHER -> {
                    if (login == null || studentNumber != null) {
                        throw new InvalidAccount("login", "teacher-needs-login");
                    }
                    yield person(caller, Role.TEACHER, login, schoolCode);
                }
            };
        }

        private Person person(Caller caller, Role granted, String login, String schoolCode) {
            return new Person(
                    PersonId.next(),
                    caller.school(),
                    People.signInName(login, schoolCode),
                    name.strip(),
                    studentNumber,
                    Set.of(granted));
        }

        @Override
        public String toString() { // no names in logs
            return "NewPerson[" + role + "]";
        }
    }

    record Renaming(
            @NotBlank
                    @Size(max = 100)
                    @Pattern(regexp = "[^\\p{Cc}]*", message = "{field.control-characters}")
                    String name) {

        @Override
        public String toString() { // no names in logs
            return "Renaming[]";
        }
    }

    /**
     * @param signInName what is typed at sign-in
     */
    record PersonView(
            PersonId id,
            String name,
            List<String> roles,
            String signInName,
            @Nullable String studentNumber,
            boolean hasPassword,
            Instant createdAt,
            Instant updatedAt) {

        static PersonView of(Account account) {
            var person = account.person();
            return new PersonView(
                    person.id(),
                    person.name(),
                    person.roles().stream().map(Role::claim).sorted().toList(),
                    person.signInName(),
                    person.studentNumber(),
                    account.hasPassword(),
                    account.createdAt(),
                    account.updatedAt());
        }
    }
}
