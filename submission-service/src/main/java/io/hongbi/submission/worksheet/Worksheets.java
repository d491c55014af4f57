package io.hongbi.submission.worksheet;

import io.hongbi.common.id.WorksheetId;
import io.hongbi.common.layout.SheetLayout;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The worksheets of the school whose transaction runs. */
public interface Worksheets {

    /** Its newest revision; empty where there is none, and where it is another school's. */
    Optional<Assignable> latest(WorksheetId id);

    /** Where everything lies on a revision, which never changes; empty where there is none such. */
    Optional<SheetLayout> layout(WorksheetId id, int revision);

    /**
     * What an assignment is made from.
     *
     * @param revision the one that is handed out
     * @param keys by item id; for teachers' eyes only
     */
    record Assignable(WorksheetId id, int revision, Map<String, ItemKey> keys) {

        public Assignable {
            keys = Map.copyOf(keys);
        }
    }

    /**
     * How an item is marked.
     *
     * @param answers the right ones; empty where the machine does not mark it
     */
    record ItemKey(List<String> answers, BigDecimal points) {

        public ItemKey {
            answers = List.copyOf(answers);
        }
    }
}
