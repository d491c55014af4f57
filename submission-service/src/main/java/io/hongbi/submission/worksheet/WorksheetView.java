package io.hongbi.submission.worksheet;

import io.hongbi.submission.worksheet.design.SheetDesign;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes worksheets as teachers see them: with the answers. */
@Component
class WorksheetView {

    private final JsonMapper json;

    WorksheetView(JsonMapper json) {
        this.json = json;
    }

    /** The design with its answers, as a request would put it. */
    Request request(Worksheet worksheet) {
        ObjectNode design = json.valueToTree(worksheet.design());
        var items = design.withArray("items");
        for (int i = 0; i < items.size(); i++) {
            var itemId = SheetDesign.itemId(i);
            ((ObjectNode) items.get(i))
                    .put("itemId", itemId)
                    .put("key", worksheet.key().of(itemId));
        }
        return new Request(design);
    }

    ObjectNode of(Worksheet worksheet) {
        var body = json.createObjectNode();
        body.put("id", worksheet.id().toString()).put("revision", worksheet.revision());
        body.setAll(request(worksheet).design());
        body.put("pages", worksheet.sheet().pages().size());
        body.set("proof", json.valueToTree(worksheet.proof()));
        body.set("printedAt", json.valueToTree(worksheet.printedAt()));
        body.set("createdAt", json.valueToTree(worksheet.createdAt()));
        body.set("updatedAt", json.valueToTree(worksheet.updatedAt()));
        return body;
    }

    /** A request that would make the same sheet again. */
    record Request(ObjectNode design) {

        /** RFC 7396; {@code studentNumber} is the one object within. */
        ObjectNode merge(ObjectNode patch) {
            var merged = design.deepCopy();
            for (var change : patch.properties()) {
                var before = merged.get(change.getKey());
                if (before instanceof ObjectNode inner
                        && change.getValue() instanceof ObjectNode part) {
                    merged.set(change.getKey(), new Request(inner).merge(part));
                } else {
                    merged.set(change.getKey(), change.getValue());
                }
            }
            return merged;
        }
    }
}
