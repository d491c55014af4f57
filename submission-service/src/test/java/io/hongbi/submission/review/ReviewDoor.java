package io.hongbi.submission.review;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.review.OverrideRequest.Scope;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What a teacher can do, without HTTP; each answers the id of the action. */
public final class ReviewDoor {

    private final ReviewDesk desk;
    private final KeyDesk keys;
    private final ActionDesk actions;
    private final OwnerDesk owners;

    public ReviewDoor(ApplicationContext service) {
        this.desk = service.getBean(ReviewDesk.class);
        this.keys = service.getBean(KeyDesk.class);
        this.actions = service.getBean(ActionDesk.class);
        this.owners = service.getBean(OwnerDesk.class);
    }

    public UUID override(
            Caller caller,
            SubmissionId id,
            String itemId,
            @Nullable BigDecimal mark,
            @Nullable String response,
            boolean group) {
        var request = new OverrideRequest(mark, response, null, group ? Scope.GROUP : Scope.ONE);
        return desk.override(caller, id, itemId, request, null).actionId();
    }

    public UUID change(Caller caller, AssignmentId id, JsonNode keysOfItems) {
        return Objects.requireNonNull(keys.change(caller, id, keysOfItems, null).actionId());
    }

    public UUID sayWhose(Caller caller, SubmissionId id, int photo, boolean belongs) {
        return owners.say(caller, id, photo, belongs, null).actionId();
    }

    public UUID undo(Caller caller, UUID action) {
        return actions.undo(caller, action).action().id();
    }
}
