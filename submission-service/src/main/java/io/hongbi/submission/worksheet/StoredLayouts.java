package io.hongbi.submission.worksheet;

import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.WorksheetId;
import io.hongbi.common.storage.ObjectAlreadyExists;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.common.storage.ObjectStore;
import io.hongbi.common.storage.ObjectStoreUnavailable;
import io.hongbi.submission.tenant.Tenant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the layouts of worksheets where the workers find them. A revision never changes, so it is
 * put there once, before the first page that needs it is announced.
 */
@Component
public class StoredLayouts {

    private static final int REMEMBERED = 1000;

    private final Tenant tenant;
    private final Worksheets worksheets;
    private final ObjectStore store;
    private final JsonMapper json;
    private final Set<ObjectKey> there = Collections.synchronizedSet(remembered());

    StoredLayouts(Tenant tenant, Worksheets worksheets, ObjectStore store, JsonMapper json) {
        this.tenant = tenant;
        this.worksheets = worksheets;
        this.store = store;
        this.json = json;
    }

    /** Where the layout of a revision lies, or will lie. */
    public static ObjectKey key(SchoolId school, WorksheetId id, int revision) {
        return new ObjectKey("schools/" + school + "/layouts/" + id + "-" + revision + ".json");
    }

    /**
     * Sees to it that the layout lies there. The store is asked outside of any transaction: it may
     * be slow.
     *
     * @throws WorksheetNotFound if the school has no such revision
     * @throws ObjectStoreUnavailable if it could not be stored; a later attempt may succeed
     */
    public void provide(SchoolId school, WorksheetId id, int revision) {
        var key = key(school, id, revision);
        if (there.contains(key)) {
            return;
        }
        var layout =
                tenant.in(
                        school,
                        () ->
                                worksheets
                                        .layout(id, revision)
                                        .orElseThrow(() -> new WorksheetNotFound(id)));
        put(key, json.writeValueAsBytes(layout));
        there.add(key);
    }

    private void put(ObjectKey key, byte[] content) {
        try {
            store.put(key, content, "application/json");
        } catch (ObjectAlreadyExists _) {
            // an earlier process has put the same there
        }
    }

    private static Set<ObjectKey> remembered() {
        return Collections.newSetFromMap(
                new LinkedHashMap<>() {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<ObjectKey, Boolean> eldest) {
                        return size() > REMEMBERED;
                    }
                });
    }
}
