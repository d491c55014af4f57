package io.hongbi.common.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a named reader saw on one page. Immutable; the same photo, layout and reader version give
 * the same reading, bit for bit.
 *
 * @param readerVersion release and models, for instance {@code 2026.11.1+page1}
 * @param photo the photo as it was taken; null where it could not be decoded
 * @param homework present whatever the quality; null where the photo could not be decoded
 * @param completion null where the page cannot be read or is no homework
 * @param neatness 0 (untidy) to 1 (tidy), null where it cannot be told
 * @param neatnessFeatures what neatness was told by; null, and left out, where it is null
 * @param sheet which page of a worksheet it is; null for other kinds, and where none was found
 * @param items the answers found, in the order of the page
 * @param perceptualHash what the photo looks like; null, and left out, where it has too little
 *     writing to be told from others
 */
public record PageReading(
        String readerVersion,
        @Nullable Photo photo,
        Quality quality,
        @Nullable Homework homework,
        @Nullable Completion completion,
        @Nullable Double neatness,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NeatnessFeatures neatnessFeatures,
        @Nullable SheetIdentity sheet,
        List<Item> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PerceptualHash perceptualHash) {

    public PageReading {
        items = List.copyOf(items);
        if (neatness != null) {
            UnitInterval.require(neatness, "Neatness");
        }
    }

    /**
     * A reading of a photo that is not told from others, and of whose neatness no more is known.
     */
    public PageReading(
            String readerVersion,
            @Nullable Photo photo,
            Quality quality,
            @Nullable Homework homework,
            @Nullable Completion completion,
            @Nullable Double neatness,
            @Nullable SheetIdentity sheet,
            List<Item> items) {
        this(
                readerVersion,
                photo,
                quality,
                homework,
                completion,
                neatness,
                null,
                sheet,
                items,
                null);
    }

    /** The same with other items. */
    public PageReading withItems(List<Item> others) {
        return new PageReading(
                readerVersion,
                photo,
                quality,
                homework,
                completion,
                neatness,
                neatnessFeatures,
                sheet,
                others,
                perceptualHash);
    }
}
