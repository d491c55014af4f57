package io.hongbi.grading.page;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What the training wrote down beside the network ({@code page.json}).
 *
 * @param version names the network in reader versions
 * @param input name of the network's input
 * @param width pixels of the input
 * @param height pixels of the input
 * @param pad grey value around the photo
 * @param homeworkTemperature divides the logit before the sigmoid (Guo et al. 2017)
 * @param homeworkThreshold homework from this probability
 * @param againFrom a photo whose logit is at least this and less than {@code againTo} is looked at
 *     in other ways too
 * @param againTo see {@code againFrom}
 * @param completionTemperature multiplies the spread of the share
 * @param blankBelow blank below this share
 * @param completeFrom complete from this share
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PageSettings(
        String version,
        String input,
        int width,
        int height,
        int pad,
        double homeworkTemperature,
        double homeworkThreshold,
        double againFrom,
        double againTo,
        double completionTemperature,
        double blankBelow,
        double completeFrom) {}
