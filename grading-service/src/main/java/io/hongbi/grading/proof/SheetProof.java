package io.hongbi.grading.proof;

import io.hongbi.common.layout.Proof;
import io.hongbi.common.layout.Proof.Difference;
import io.hongbi.common.layout.SheetLayout;
import io.hongbi.grading.reading.PageReaders;
import io.hongbi.grading.simulation.PageImage;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Proves a sheet: every page is put on trial with a reader of this release. */
@Component
class SheetProof {

    /** Of all pages together: some ten seconds on one core. */
    private static final int TRIALS = 80;

    private final PageReaders readers;

    SheetProof(PageReaders readers) {
        this.readers = readers;
    }

    /**
     * @param pages as {@link SentSheet} has checked them
     * @throws UnusableSheet if one cannot be decoded
     */
    Proof prove(SheetLayout layout, List<byte[]> pages) {
        int most = Math.max(2, TRIALS / pages.size());
        var differences = new ArrayList<Difference>();
        try (var reader = readers.open()) {
            for (var page : layout.pages()) {
                var png = pages.get(page.number() - 1);
                try (var print = decode(png, page.number())) {
                    differences.addAll(
                            new PageTrial(layout, page, print, reader).differences(most));
                }
            }
        }
        return new Proof(differences.isEmpty(), cells(layout), differences);
    }

    private static PageImage decode(byte[] png, int page) {
        try {
            return PageImage.decode(png, Proof.PIXELS_PER_MM);
        } catch (IllegalArgumentException _) {
            throw new UnusableSheet(UnusableSheet.Reason.NO_PNG, page);
        }
    }

    private static int cells(SheetLayout layout) {
        return layout.pages().stream()
                .mapToInt(page -> page.places().size() - page.fiducials().size() - 1)
                .sum();
    }
}
