package io.hongbi.submission.worksheet;

import io.hongbi.common.id.WorksheetId;
import io.hongbi.platform.security.Caller;
import io.hongbi.platform.security.Role;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.web.ETags;
import io.hongbi.submission.web.StaleVersion;
import io.hongbi.submission.web.Window;
import io.hongbi.submission.worksheet.design.DesignReader;
import io.hongbi.submission.worksheet.design.InvalidDesign;
import io.hongbi.submission.worksheet.typeset.Typesetter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes, shows and revises worksheets, for the teachers of a school. */
@Component
class WorksheetDesk {

    private final Tenant tenant;
    private final JdbcWorksheets worksheets;
    private final DesignReader reader;
    private final Typesetter typesetter;
    private final WorksheetView view;

    WorksheetDesk(
            Tenant tenant,
            JdbcWorksheets worksheets,
            DesignReader reader,
            Typesetter typesetter,
            WorksheetView view) {
        this.tenant = tenant;
        this.worksheets = worksheets;
        this.reader = reader;
        this.typesetter = typesetter;
        this.view = view;
    }

    /**
     * @throws InvalidDesign naming every field that is wrong
     */
    Worksheet make(Caller caller, JsonNode request) {
        var draft = reader.read(request);
        var id = WorksheetId.next();
        var sheet = typesetter.set(id, 1, draft.design());
        return tenant.in(
                caller.school(),
                () -> {
                    worksheets.add(caller.school(), caller.id(), id, draft, sheet);
                    return found(id, null);
                });
    }

    /**
     * @param revision null means the newest
     * @throws WorksheetNotFound if the school has none such
     */
    Worksheet show(Caller caller, WorksheetId id, @Nullable Integer revision) {
        return tenant.in(caller.school(), () -> found(id, revision));
    }

    List<WorksheetSummary> list(Caller caller, Window window) {
        return tenant.in(
                caller.school(), () -> worksheets.list(window.after(), window.rowsToFetch()));
    }

    /**
     * Makes a new revision; where the patch changes nothing, none.
     *
     * @param patch a JSON merge patch (RFC 7396): what is absent stays, {@code items} come whole
     * @throws WorksheetNotFound if the school has none such
     * @throws NotYourWorksheet if the caller neither made it nor administers the school
     * @throws StaleVersion if the caller has seen another revision
     * @throws InvalidDesign naming every field that is wrong
     */
    Worksheet revise(Caller caller, WorksheetId id, @Nullable String ifMatch, ObjectNode patch) {
        return tenant.in(
                caller.school(),
                () -> {
                    var before = found(id, null);
                    if (!before.createdBy().equals(caller.id()) && !caller.is(Role.ADMIN)) {
                        throw new NotYourWorksheet(id);
                    }
                    ETags.check(ifMatch, before.revision());
                    return revised(caller, before, view.request(before).merge(patch));
                });
    }

    private Worksheet revised(Caller caller, Worksheet before, JsonNode request) {
        var draft = reader.read(request);
        if (draft.design().equals(before.design()) && draft.key().equals(before.key())) {
            return before;
        }
        var sheet = typesetter.set(before.id(), before.revision() + 1, draft.design());
        if (!worksheets.revise(caller.school(), draft, sheet)) {
            throw new StaleVersion();
        }
        return found(before.id(), null);
    }

    private Worksheet found(WorksheetId id, @Nullable Integer revision) {
        return worksheets.find(id, revision).orElseThrow(() -> new WorksheetNotFound(id));
    }
}
