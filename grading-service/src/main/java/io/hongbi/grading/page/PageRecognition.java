package io.hongbi.grading.page;

import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Homework;
import io.hongbi.grading.photo.Raster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Tells homework from anything else, and how much is done. One thread only; it keeps its buffers.
 */
public final class PageRecognition implements AutoCloseable {

    /** Other ways to look at a frame: upside down, and both mirrored. */
    private static final int[] OTHER_WAYS = {3, 2, 4};

    private final PageNetwork network;
    private final PageSettings settings;
    private final Frame frame;
    private final Raster turned = new Raster();
    private final ByteBuffer tensor;

    PageRecognition(PageNetwork network, PageSettings settings) {
        this.network = network;
        this.settings = settings;
        this.frame = new Frame(settings.width(), settings.height(), settings.pad());
        this.tensor =
                ByteBuffer.allocateDirect(settings.width() * settings.height() * Float.BYTES)
                        .order(ByteOrder.nativeOrder());
    }

    /** Recognises an upright photo of any size. */
    public RecognisedPage recognise(Raster photo) {
        var fitted = frame.fit(photo);
        var answer = askOf(fitted);
        double logit = answer.homework();
        if (logit >= settings.againFrom() && logit < settings.againTo()) {
            logit = fromAllSides(fitted, logit);
        }
        return new RecognisedPage(homework(logit), completion(answer));
    }

    /** What the network itself says, before any calibration. */
    PageNetwork.Answer ask(Raster photo) {
        return askOf(frame.fit(photo));
    }

    private PageNetwork.Answer askOf(Raster fitted) {
        fitted.writeUnitValues(tensor);
        return network.ask(tensor.asFloatBuffer(), settings.width(), settings.height());
    }

    /** The mean logit of all ways to look at a page that may as well be homework as not. */
    private double fromAllSides(Raster fitted, double logit) {
        double sum = logit;
        for (int way : OTHER_WAYS) {
            fitted.upright(way, turned);
            sum += askOf(turned).homework();
        }
        return sum / (1 + OTHER_WAYS.length);
    }

    private Homework homework(double logit) {
        double probability = sigmoid(logit / settings.homeworkTemperature());
        boolean value = probability >= settings.homeworkThreshold();
        return new Homework(value, new Confidence(value ? probability : 1 - probability));
    }

    /** The class follows from the share; its confidence is the mass of the share between limits. */
    private Completion completion(PageNetwork.Answer answer) {
        double share = Math.clamp(answer.share(), 0, 1);
        double blank = below(settings.blankBelow(), answer);
        double incomplete = below(settings.completeFrom(), answer);
        if (share < settings.blankBelow()) {
            return completion(Completion.Value.BLANK, share, blank);
        }
        if (share < settings.completeFrom()) {
            return completion(Completion.Value.PARTIAL, share, incomplete - blank);
        }
        return completion(Completion.Value.COMPLETE, share, 1 - incomplete);
    }

    private static Completion completion(Completion.Value value, double share, double confidence) {
        return new Completion(value, share, new Confidence(Math.clamp(confidence, 0, 1)));
    }

    /** How likely the true share lies below a limit. */
    private double below(double limit, PageNetwork.Answer answer) {
        double scale = answer.spread() * settings.completionTemperature();
        return sigmoid((limit - answer.share()) / scale);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Override
    public void close() {
        frame.close();
        turned.close();
    }
}
