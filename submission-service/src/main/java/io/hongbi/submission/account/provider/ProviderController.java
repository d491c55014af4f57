package io.hongbi.submission.account.provider;

import io.hongbi.common.id.PersonId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.account.provider.Provider.Matches;
import io.hongbi.submission.account.provider.Provider.Settings;
import io.hongbi.submission.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "Sign-in")
class ProviderController {

    private static final String PATH = "/api/v1/school/identity-provider";

    private final ProviderDesk desk;
    private final ProviderRegistrations registrations;

    ProviderController(ProviderDesk desk, ProviderRegistrations registrations) {
        this.desk = desk;
        this.registrations = registrations;
    }

    @GetMapping(PATH)
    @Operation(summary = "The school's own OpenID Connect provider")
    ResponseEntity<ProviderView> show(Caller caller) {
        return answer(HttpStatus.OK, desk.find(caller.school()).orElseThrow(ProviderNotFound::new));
    }

    @PutMapping(PATH)
    @Operation(
            summary = "Let people sign in through the school's own provider",
            description =
                    """
                    Register `redirectUri` of the answer at the provider (authorization code; PKCE \
                    is always used), then give people `signInUrl`. At the first sign-in \
                    `accountClaim`, in the ID token or the user info, has to name an account of the \
                    school that is there already (`matches`); from then on it is known by issuer \
                    and subject. Choose a claim that people cannot change themselves. Only \
                    students and teachers sign in this way. `clientSecret` is never shown; without \
                    it the one there is stays, unless issuer or client change. Another issuer or \
                    client forgets who is who; these, and switching it off, end the sessions of \
                    those who came this way.\
                    """)
    @ApiResponse(responseCode = "200", description = "Replaced")
    @ApiResponse(responseCode = "201", description = "Added")
    ResponseEntity<ProviderView> put(
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ProviderRequest request) {
        var saved = desk.save(caller.school(), request.settings(), request.clientSecret(), ifMatch);
        return answer(saved.added() ? HttpStatus.CREATED : HttpStatus.OK, saved.provider());
    }

    @DeleteMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take the school's provider away; who came that way is signed out")
    void remove(
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        desk.remove(caller.school(), ifMatch);
    }

    @DeleteMapping("/api/v1/people/{id}/external-identity")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Forget whom the school's provider knows as this person",
            description =
                    "For when the provider names somebody anew, or the wrong person came first."
                            + " Ends the person's sessions; the next sign-in goes by the account"
                            + " claim again.")
    void forget(Caller caller, @PathVariable PersonId id) {
        desk.forget(caller.school(), id);
    }

    private ResponseEntity<ProviderView> answer(HttpStatus status, Provider provider) {
        var response = ResponseEntity.status(status).eTag(ETags.of(provider.version()));
        if (status == HttpStatus.CREATED) {
            response.header(HttpHeaders.LOCATION, PATH);
        }
        return response.body(
                ProviderView.of(provider, registrations.redirectUri(provider.schoolCode())));
    }

    /**
     * @param scopes asked for; {@code openid} always is
     * @param enabled true where it is left out
     */
    record ProviderRequest(
            @NotNull @Size(max = 500, message = "{provider.issuer}") String issuer,
            @NotNull @Pattern(regexp = "[ -~]{1,200}", message = "{provider.text}") String clientId,
            @Pattern(regexp = "[ -~]{1,500}", message = "{provider.text}")
                    @Nullable String clientSecret,
            @NotNull @Pattern(regexp = "[ -~]{1,100}", message = "{provider.text}")
                    String accountClaim,
            @NotNull Matches matches,
            @Size(max = 20, message = "{provider.text}")
                    @Nullable
                            List<
                                    @NotNull
                                    @Pattern(
                                            regexp = "[!#-\\[\\]-~]{1,100}",
                                            message = "{provider.text}")
                                    String>
                            scopes,
            @Nullable Boolean enabled) {

        Settings settings() {
            var asked = Objects.requireNonNullElse(scopes, List.of("profile"));
            return new Settings(
                    issuer,
                    clientId,
                    null,
                    Stream.concat(Stream.of("openid"), asked.stream()).distinct().toList(),
                    accountClaim,
                    matches,
                    enabled == null || enabled);
        }

        @Override
        public String toString() { // no secrets in logs
            return "ProviderRequest[]";
        }
    }

    record ProviderView(
            String issuer,
            String clientId,
            boolean hasClientSecret,
            String accountClaim,
            Matches matches,
            List<String> scopes,
            boolean enabled,
            String redirectUri,
            String signInUrl,
            Instant createdAt,
            Instant updatedAt) {

        static ProviderView of(Provider provider, String redirectUri) {
            var settings = provider.settings();
            return new ProviderView(
                    settings.issuer(),
                    settings.clientId(),
                    settings.sealedSecret() != null,
                    settings.accountClaim(),
                    settings.matches(),
                    settings.scopes(),
                    settings.enabled(),
                    redirectUri,
                    redirectUri.replace(ProviderSignIn.CALLBACK, ProviderSignIn.START),
                    provider.createdAt(),
                    provider.updatedAt());
        }
    }
}
