package io.hongbi.notification.inbox;

import io.hongbi.platform.security.Caller;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Shows people what they were told. */
@RestController
class InboxController {

    private static final int MAX_LIMIT = 200;

    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    /**
     * @param nextCursor where the list goes on; null at its end
     */
    record InboxList(List<InboxEntry> items, @Nullable String nextCursor) {}

    @GetMapping("/api/v1/me/inbox")
    ResponseEntity<InboxList> list(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var rows = inbox.list(caller.school(), caller.id(), cursor, limit + 1);
        if (rows.size() <= limit) {
            return ResponseEntity.ok(new InboxList(rows, null));
        }
        var shown = rows.subList(0, limit);
        var next = shown.getLast().id().toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, "<" + linkTo(next) + ">; rel=\"next\"")
                .body(new InboxList(shown, next));
    }

    private static String linkTo(String cursor) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("cursor", cursor)
                .build()
                .toUriString();
    }
}
