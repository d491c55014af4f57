package io.hongbi.submission.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hongbi.submission.account.provider.Providers;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * The page where people sign in, in Chinese or English. {@code ?school=} shows the way to the own
 * provider of the school of that code; no page lists the schools.
 */
@RestController
@Hidden
class LoginPage {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);

    private static final List<String> TEXTS =
            List.of(
                    "language",
                    "title",
                    "hint",
                    "name",
                    "password",
                    "submit",
                    "school",
                    "school-submit");

    private static final List<String> ERRORS =
            List.of("wrong", "wait", "no-account", "provider-away", "again");

    private final MessageSource texts;
    private final Providers providers;
    private final String template;

    LoginPage(MessageSource texts, Providers providers) throws IOException {
        this.texts = texts;
        this.providers = providers;
        this.template = new ClassPathResource("sign-in/login.html").getContentAsString(UTF_8);
    }

    @GetMapping("/login")
    ResponseEntity<String> show(
            @RequestParam Map<String, String> parameters, CsrfToken csrf, Locale language) {
        var code = Objects.requireNonNullElse(parameters.get("school"), "").strip();
        var school = providers.schoolName(code.toLowerCase(Locale.ROOT));
        var error =
                ERRORS.stream()
                        .filter(parameters::containsKey)
                        .findFirst()
                        .orElse(code.isEmpty() || school.isPresent() ? "none" : "no-provider");
        var html = template;
        for (var key : TEXTS) {
            html = html.replace("{{" + key + "}}", text(key, language));
        }
        html =
                html.replace("{{error}}", text(error, language))
                        .replace("{{csrf-name}}", HtmlUtils.htmlEscape(csrf.getParameterName()))
                        .replace("{{csrf}}", HtmlUtils.htmlEscape(csrf.getToken()))
                        .replace("{{school-code}}", HtmlUtils.htmlEscape(code, "UTF-8"))
                        .replace(
                                "{{school-link}}",
                                school.map(name -> link(code, name, language)).orElse(""));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .body(html);
    }

    /** A link and no form: form-action would forbid the way on to the provider. */
    private String link(String code, String school, Locale language) {
        return "<a class=\"school\" href=\"/login/school/%s\">%s</a>"
                .formatted(
                        HtmlUtils.htmlEscape(code.toLowerCase(Locale.ROOT), "UTF-8"),
                        text("school-link", language, school));
    }

    private String text(String key, Locale language, Object... arguments) {
        return HtmlUtils.htmlEscape(texts.getMessage("login." + key, arguments, language), "UTF-8");
    }
}
