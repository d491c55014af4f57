package io.hongbi.submission.marking;

import io.hongbi.common.reading.Item;
import org.jspecify.annotations.Nullable;

/**
 * What one photo shows of the answer to an item.
 *
 * @param page number of the photo in the submission, from 1
 * @param response null where nothing could be named
 */
public record Sighting(String itemId, int page, Item.State state, @Nullable String response) {}
