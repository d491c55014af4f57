package io.hongbi.grading.sheet;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import io.hongbi.common.layout.QrPlace;
import io.hongbi.common.layout.SheetCode;
import java.util.Optional;

/**
 * Reads the QR code of a page. Its place is known: no code has to be found, its modules are sampled
 * where they must be, after its three finder patterns have told how the paper has curled there.
 */
final class CodeReader {

    /** Modules of the codes that are printed: version 1 and version 2. */
    private static final int[] SIZES = {21, 25};

    private static final double REACH_MM = 1.2;
    private static final double CURLED_MM = 3.6;
    private static final double COARSE_MM = 0.3;
    private static final double FINE_MM = 0.1;
    private static final int FINDER = 7;
    private static final double SHARPEN = 0.6;

    /** Modules on each side that tell what is dark and what is light. */
    private static final int REACH = 4;

    /** Shifts tried around the best one, in modules: a wrong sample spoils no more than its own. */
    private static final double[] TRIES = {0, -0.25, 0.25};

    private final InkField field;
    private final Decoder decoder = new Decoder();

    CodeReader(InkField field) {
        this.field = field;
    }

    /** What the code says; empty where it cannot be read, or is none of ours. */
    Optional<SheetCode> read(QrPlace place, Homography toPhoto) {
        return readFlat(place, toPhoto)
                .or(() -> read(place, toPhoto, REACH_MM))
                .or(() -> read(place, toPhoto, CURLED_MM));
    }

    /** On flat paper it lies where it must; a code that is read there has two checksums. */
    private Optional<SheetCode> readFlat(QrPlace place, Homography toPhoto) {
        for (int modules : SIZES) {
            var sampled = new Grid(place, modules, toPhoto).sample(new Shift(0, 0));
            var code = decode(sampled, modules);
            if (code.isPresent()) {
                return code;
            }
        }
        return Optional.empty();
    }

    private Optional<SheetCode> read(QrPlace place, Homography toPhoto, double reachMm) {
        for (int modules : SIZES) {
            var grid = new Grid(place, modules, toPhoto);
            var at = search(grid, new Shift(0, 0), reachMm, COARSE_MM);
            at = search(grid, at, COARSE_MM, FINE_MM);
            for (double dx : TRIES) {
                for (double dy : TRIES) {
                    double pitch = place.sizeMm() / modules;
                    var sampled = grid.sample(at.plus(dx * pitch, dy * pitch));
                    var code =
                            decode(sampled, modules)
                                    .or(() -> decode(sharpened(sampled, modules), modules));
                    if (code.isPresent()) {
                        return code;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private record Shift(double dx, double dy) {

        Shift plus(double x, double y) {
            return new Shift(dx + x, dy + y);
        }
    }

    private Shift search(Grid grid, Shift around, double reach, double pitch) {
        var best = around;
        double highest = Double.NEGATIVE_INFINITY;
        int steps = (int) Math.round(reach / pitch);
        for (int i = -steps; i <= steps; i++) {
            for (int j = -steps; j <= steps; j++) {
                var shift = around.plus(i * pitch, j * pitch);
                double contrast = grid.contrast(shift);
                if (contrast > highest) {
                    highest = contrast;
                    best = shift;
                }
            }
        }
        return best;
    }

    /** Undoes what it can of a blur that is as wide as a module. */
    private static double[] sharpened(double[] darkness, int modules) {
        var sharp = darkness.clone();
        for (int i = 0; i < sharp.length; i++) {
            int x = i % modules;
            int y = i / modules;
            double left = darkness[x > 0 ? i - 1 : i];
            double right = darkness[x < modules - 1 ? i + 1 : i];
            double above = darkness[y > 0 ? i - modules : i];
            double below = darkness[y < modules - 1 ? i + modules : i];
            sharp[i] += SHARPEN * (4 * darkness[i] - left - right - above - below);
        }
        return sharp;
    }

    private Optional<SheetCode> decode(double[] darkness, int modules) {
        var bits = bits(darkness, modules);
        try {
            return SheetCode.parse(decoder.decode(bits).getText());
        } catch (FormatException | ChecksumException _) {
            return Optional.empty();
        }
    }

    /** Black is what is darker than the middle between darkest and lightest around it. */
    private static BitMatrix bits(double[] darkness, int modules) {
        var bits = new BitMatrix(modules);
        for (int y = 0; y < modules; y++) {
            for (int x = 0; x < modules; x++) {
                double least = Double.MAX_VALUE;
                double greatest = -Double.MAX_VALUE;
                for (int v = Math.max(0, y - REACH); v <= Math.min(modules - 1, y + REACH); v++) {
                    int left = v * modules + Math.max(0, x - REACH);
                    int right = v * modules + Math.min(modules - 1, x + REACH);
                    for (int i = left; i <= right; i++) {
                        least = Math.min(least, darkness[i]);
                        greatest = Math.max(greatest, darkness[i]);
                    }
                }
                if (darkness[y * modules + x] > (least + greatest) / 2) {
                    bits.set(x, y);
                }
            }
        }
        return bits;
    }

    /** The modules of a code in the photo. */
    private final class Grid {

        private final int modules;
        private final double pitch;
        private final Homography.Local local;

        Grid(QrPlace place, int modules, Homography toPhoto) {
            this.modules = modules;
            this.pitch = place.sizeMm() / modules;
            this.local = toPhoto.around(FrameGroup.middle(place.box()));
        }

        private double grey(double column, double row, Shift shift) {
            double x = (column - modules / 2.0) * pitch + shift.dx();
            double y = (row - modules / 2.0) * pitch + shift.dy();
            return field.grey(local.x(x, y), local.y(x, y));
        }

        /** How much lighter the white of the finder patterns is than their black. */
        double contrast(Shift shift) {
            int far = modules - FINDER;
            return finder(0, 0, shift) + finder(far, 0, shift) + finder(0, far, shift);
        }

        private double finder(int left, int top, Shift shift) {
            double sum = 0;
            for (int y = 0; y < FINDER; y++) {
                for (int x = 0; x < FINDER; x++) {
                    int ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
                    double grey = grey(left + x + 0.5, top + y + 0.5, shift);
                    sum += ring == 2 ? grey / 16 : -grey / 33;
                }
            }
            return sum;
        }

        /** How dark each module is, row by row: the mean of five points in it. */
        double[] sample(Shift shift) {
            var darkness = new double[modules * modules];
            for (int i = 0; i < darkness.length; i++) {
                int row = i / modules;
                double x = i % modules + 0.5;
                double y = row + 0.5;
                darkness[i] =
                        -(2 * grey(x, y, shift)
                                        + grey(x - 0.25, y, shift)
                                        + grey(x + 0.25, y, shift)
                                        + grey(x, y - 0.25, shift)
                                        + grey(x, y + 0.25, shift))
                                / 6;
            }
            return darkness;
        }
    }
}
