package io.hongbi.submission.reading;

import java.util.ArrayList;
import java.util.List;

/** Which pages of a worksheet are among the photos of a submission. */
final class SheetPages {

    private SheetPages() {}

    /**
     * @param all how many pages the worksheet has
     * @param photos those in place; nothing is missing for certain while one of them waits
     */
    static SubmissionView.Sheet of(int all, List<SubmissionView.Page> photos) {
        var seen = new int[all + 1];
        boolean certain = true;
        for (var photo : photos) {
            int page = page(photo);
            if (page >= 1 && page <= all) {
                seen[page]++;
            } else {
                certain = false;
            }
        }
        var missing = new ArrayList<Integer>();
        var twice = new ArrayList<Integer>();
        for (int page = 1; page <= all; page++) {
            if (seen[page] > 1) {
                twice.add(page);
            } else if (seen[page] == 0 && certain) {
                missing.add(page);
            }
        }
        return new SubmissionView.Sheet(all, missing, twice);
    }

    /** 0 where it is not known. */
    private static int page(SubmissionView.Page photo) {
        var reading = photo.reading();
        return photo.state() == PageState.READ && reading != null && reading.sheet() != null
                ? reading.sheet().page()
                : 0;
    }
}
