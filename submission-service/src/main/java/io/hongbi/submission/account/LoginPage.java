package io.hongbi.submission.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

/** The page where people sign in, in Chinese or English. */
@RestController
@Hidden
class LoginPage {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);

    private final MessageSource texts;
    private final String template;

    LoginPage(MessageSource texts) throws IOException {
        this.texts = texts;
        this.template = new ClassPathResource("sign-in/login.html").getContentAsString(UTF_8);
    }

    @GetMapping("/login")
    ResponseEntity<String> show(
            @RequestParam(name = "wrong", required = false) @Nullable String wrong,
            @RequestParam(name = "wait", required = false) @Nullable String wait,
            CsrfToken csrf,
            Locale language) {
        var html = template;
        for (var key : new String[] {"language", "title", "hint", "name", "password", "submit"}) {
            html = html.replace("{{" + key + "}}", text(key, language));
        }
        var error = wrong != null ? "wrong" : wait != null ? "wait" : "none";
        html =
                html.replace("{{error}}", text(error, language))
                        .replace("{{csrf-name}}", HtmlUtils.htmlEscape(csrf.getParameterName()))
                        .replace("{{csrf}}", HtmlUtils.htmlEscape(csrf.getToken()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .body(html);
    }

    private String text(String key, Locale language) {
        return HtmlUtils.htmlEscape(texts.getMessage("login." + key, null, language), "UTF-8");
    }
}
