package io.hongbi.grading.glyph;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;

/**
 * What the training wrote down beside the networks ({@code glyph.json}).
 *
 * @param version names the networks in reader versions
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record GlyphSettings(String version, Network characters, Network marks) {

    /**
     * One network.
     *
     * @param file in the folder of the model
     * @param input name of its input
     * @param width pixels of the input
     * @param height pixels of the input
     * @param boxWidth pixels that a printed box has at most in it
     * @param boxHeight pixels that a printed box has at most in it
     * @param paperRank share of the crop's pixels that are not lighter than paper
     * @param brightest greatest input, in shares of the paper
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Network(
            String file,
            String input,
            int width,
            int height,
            int boxWidth,
            int boxHeight,
            double paperRank,
            double brightest,
            Map<String, Output> outputs) {

        Network {
            outputs = Map.copyOf(outputs);
        }
    }

    /**
     * One output.
     *
     * @param labels of its places
     * @param temperature divides the logits before the softmax (Guo et al. 2017)
     * @param accept the likeliest label is sure from this probability
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Output(List<String> labels, double temperature, double accept) {

        Output {
            labels = List.copyOf(labels);
        }
    }
}
