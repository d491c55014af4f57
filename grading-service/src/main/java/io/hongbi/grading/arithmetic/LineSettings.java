package io.hongbi.grading.arithmetic;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What the training wrote down beside the network ({@code arithmetic.json}).
 *
 * @param version names the network in reader versions
 * @param file in the folder of the model
 * @param input name of its input
 * @param height rows of the input
 * @param capPx how many of them a printed digit is high
 * @param step columns of the input to one of the output
 * @param least columns of the input
 * @param most columns of the input
 * @param paperRank share of the crop's pixels that are not lighter than paper
 * @param brightest greatest input, in shares of the paper
 * @param labels one character for print, {@code h} and a character for handwriting; the first is
 *     CTC's blank
 * @param temperature divides the logits before the softmax (Guo et al. 2017)
 * @param accept a reading is sure from this probability
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LineSettings(
        String version,
        String file,
        String input,
        int height,
        double capPx,
        int step,
        int least,
        int most,
        double paperRank,
        double brightest,
        List<String> labels,
        double temperature,
        double accept) {

    LineSettings {
        labels = List.copyOf(labels);
    }
}
