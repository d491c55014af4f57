package io.hongbi.submission.worksheet;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.WorksheetId;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.worksheet.design.DesignReader;
import io.hongbi.submission.worksheet.typeset.Typesetter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Worksheets whose ids are known before they are made, as those of the demo. */
@Component
public class KnownWorksheets {

    private final Tenant tenant;
    private final JdbcWorksheets worksheets;
    private final DesignReader reader;
    private final Typesetter typesetter;

    KnownWorksheets(
            Tenant tenant, JdbcWorksheets worksheets, DesignReader reader, Typesetter typesetter) {
        this.tenant = tenant;
        this.worksheets = worksheets;
        this.reader = reader;
        this.typesetter = typesetter;
    }

    /** Makes it, unless it is there. */
    public void provide(SchoolId school, PersonId creator, WorksheetId id, JsonNode design) {
        tenant.in(
                school,
                () -> {
                    if (worksheets.find(id, null).isEmpty()) {
                        var draft = reader.read(design);
                        var sheet = typesetter.set(id, 1, draft.design());
                        worksheets.add(school, creator, id, draft, sheet);
                    }
                });
    }
}
