package io.hongbi.common.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a sheet that was filled, photographed by simulation and read came back as it was filled.
 *
 * @param cells how many bubbles and boxes were compared
 * @param differences empty when equal
 */
public record Proof(boolean equal, int cells, List<Difference> differences) {

    /** Where grading-service takes a {@link Request} by POST and answers it with a proof. */
    public static final String PATH = "/internal/v1/proofs";

    public static final int PIXELS_PER_MM = 8;

    public Proof {
        differences = List.copyOf(differences);
        if (equal != differences.isEmpty()) {
            throw new IllegalArgumentException("What is unequal differs somewhere");
        }
    }

    /**
     * Something that came back in another way.
     *
     * @param itemId null where it is no item: the page, the student number
     * @param filled what was filled in; null when left blank
     * @param read what came back; null when nothing did
     */
    public record Difference(
            int page, @Nullable String itemId, @Nullable String filled, @Nullable String read) {}

    /**
     * A sheet to prove before it is printed.
     *
     * @param pages the pages of the PDF that goes to the printer, as grey PNG of {@link
     *     #PIXELS_PER_MM}
     */
    public record Request(SheetLayout layout, List<byte[]> pages) {

        public Request {
            pages = List.copyOf(pages);
            if (pages.size() != layout.pages().size()) {
                throw new IllegalArgumentException("Every page is sent, and no other");
            }
        }
    }
}
