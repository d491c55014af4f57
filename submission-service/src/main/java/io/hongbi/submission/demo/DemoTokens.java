package io.hongbi.submission.demo;

import io.hongbi.submission.account.AccessTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Writes the demo's addresses, ids and tokens, and renews them before they expire. */
class DemoTokens {

    private static final Duration VALIDITY = Duration.ofHours(12);
    private static final Duration RENEWED_BEFORE = Duration.ofHours(6);
    private static final List<DemoPerson> WITH_TOKEN =
            List.of(
                    DemoPerson.TEACHER,
                    DemoPerson.STUDENT,
                    DemoPerson.STUDENT2,
                    DemoPerson.ADMIN,
                    DemoPerson.OPS,
                    DemoPerson.OTHER_SCHOOL_TEACHER);

    private final AccessTokens tokens;
    private final JwtDecoder decoder;
    private final DemoEnvFile file;
    private final String url;

    /**
     * @param url public address of the gateway
     */
    DemoTokens(AccessTokens tokens, JwtDecoder decoder, DemoEnvFile file, String url) {
        this.tokens = tokens;
        this.decoder = decoder;
        this.file = file;
        this.url = url;
    }

    /** Writes the file unless every token in it is good for six hours yet. */
    void renew() {
        var known = file.read();
        var values = new LinkedHashMap<String, String>();
        values.put("HONGBI_URL", url);
        for (var person : WITH_TOKEN) {
            values.put(person.tokenKey(), "");
        }
        values.put("CLASS_ID", DemoSchool.CLASS.toString());
        values.put("NOTES_ASSIGNMENT_ID", DemoSchool.NOTES.toString());
        values.put("ARITHMETIC_ASSIGNMENT_ID", DemoSchool.SUMS.toString());
        values.put("WORKSHEET_ID", DemoWorksheet.ID.toString());
        values.put("WORKSHEET_ASSIGNMENT_ID", DemoWorksheet.ASSIGNMENT.toString());
        if (known.keySet().containsAll(values.keySet()) && isGood(known)) {
            return;
        }
        WITH_TOKEN.forEach(
                person -> values.put(person.tokenKey(), tokens.mint(person.id(), VALIDITY)));
        file.write(values);
    }

    private boolean isGood(Map<String, String> known) {
        return url.equals(known.get("HONGBI_URL"))
                && WITH_TOKEN.stream().allMatch(p -> isGood(known.get(p.tokenKey()), p));
    }

    private boolean isGood(@Nullable String token, DemoPerson person) {
        if (token == null) {
            return false;
        }
        try {
            var jwt = decoder.decode(token);
            var expiry = jwt.getExpiresAt();
            return person.id().toString().equals(jwt.getSubject())
                    && expiry != null
                    && expiry.isAfter(Instant.now().plus(RENEWED_BEFORE));
        } catch (JwtException e) { // of another database or issuer
            return false;
        }
    }
}
