package io.hongbi.grading.reading;

import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Homework;
import io.hongbi.common.reading.NeatnessFeatures;

/** Cuts what is told to the places that mean something: readings are kept for years. */
final class Rounded {

    private static final double PLACES = 1e4;

    private Rounded() {}

    static double toFourPlaces(double value) {
        return Math.round(value * PLACES) / PLACES;
    }

    static double toOnePlace(double value) {
        return Math.round(value * 10) / 10.0;
    }

    static NeatnessFeatures of(NeatnessFeatures features) {
        return new NeatnessFeatures(
                toFourPlaces(features.lineSteadiness()),
                toFourPlaces(features.sizeEvenness()),
                features.corrections(),
                toFourPlaces(features.contrast()));
    }

    static Homework of(Homework homework) {
        return new Homework(homework.value(), of(homework.confidence()));
    }

    static Completion of(Completion completion) {
        return new Completion(
                completion.value(), toFourPlaces(completion.share()), of(completion.confidence()));
    }

    private static Confidence of(Confidence confidence) {
        return new Confidence(toFourPlaces(confidence.value()));
    }
}
