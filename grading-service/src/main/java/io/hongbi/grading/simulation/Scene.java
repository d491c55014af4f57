package io.hongbi.grading.simulation;

import java.util.List;
import java.util.Random;
import org.opencv.core.Point;
import org.opencv.core.Size;

/** What the camera sees: a sheet on a desk, or a desk with other things. The caller closes it. */
final class Scene {

    private Scene() {}

    /** A sheet that fills most of the frame, slightly turned and seen at a slight angle. */
    static Canvas sheetOnDesk(int width, int height, double share, Random random) {
        var scene = desk(width, height, random);
        double margin = 0.05;
        double tilt = 0.025;
        var corners =
                List.of(
                        corner(width, height, margin, margin, tilt, random),
                        corner(width, height, 1 - margin, margin, tilt, random),
                        corner(width, height, 1 - margin, 1 - margin, tilt, random),
                        corner(width, height, margin, 1 - margin, tilt, random));
        try (var sheet = Paper.draw((int) (width * 0.9), share, random)) {
            scene.lay(sheet, corners);
        }
        scene.shade(random.nextDouble(0.88, 1.0), random.nextDouble(0.72, 0.9));
        return scene;
    }

    /** Fruit on a patterned cloth. */
    static Canvas stillLife(int width, int height, Random random) {
        var scene = desk(width, height, random);
        var cloth = new Canvas.Colour(70, 110, 150).varied(random, 60);
        double step = width / 9.0;
        for (double x = -height; x < width; x += step) {
            scene.fill(
                    List.of(
                            new Point(x, height),
                            new Point(x + step * 0.5, height),
                            new Point(x + step * 0.5 + height, 0),
                            new Point(x + height, 0)),
                    cloth);
        }
        for (int i = 0; i < 7; i++) {
            fruit(scene, random);
        }
        scene.shade(random.nextDouble(0.9, 1.1), random.nextDouble(0.5, 0.8));
        return scene;
    }

    private static void fruit(Canvas scene, Random random) {
        var colours =
                List.of(
                        new Canvas.Colour(200, 60, 40),
                        new Canvas.Colour(220, 160, 40),
                        new Canvas.Colour(90, 140, 50),
                        new Canvas.Colour(110, 50, 90));
        var colour = colours.get(random.nextInt(colours.size())).varied(random, 20);
        double size = scene.width() * random.nextDouble(0.08, 0.2);
        var centre = new Point(random.nextDouble(scene.width()), random.nextDouble(scene.height()));
        double turn = random.nextDouble(180);
        for (int ring = 0; ring < 12; ring++) {
            double share = 1 - ring / 14.0;
            var lighter =
                    new Canvas.Colour(
                            Math.min(255, colour.red() + 7 * ring),
                            Math.min(255, colour.green() + 7 * ring),
                            Math.min(255, colour.blue() + 6 * ring));
            scene.ellipse(
                    new Point(centre.x - ring * size / 60, centre.y - ring * size / 50),
                    new Size(size * share, size * share * 0.85),
                    turn,
                    lighter);
        }
    }

    /** Planks of wood. */
    private static Canvas desk(int width, int height, Random random) {
        var wood = new Canvas.Colour(128, 92, 62).varied(random, 25);
        var scene = Canvas.of(width, height, wood);
        for (int i = 0; i < 260; i++) {
            double y = random.nextDouble(height);
            double x = random.nextDouble(-0.3, 0.9) * width;
            double length = random.nextDouble(0.1, 0.6) * width;
            scene.stroke(
                    List.of(
                            new Point(x, y),
                            new Point(x + length / 2, y + random.nextDouble(-6, 6)),
                            new Point(x + length, y)),
                    wood.varied(random, 16),
                    random.nextInt(1, Math.max(2, height / 400)));
        }
        return scene;
    }

    private static Point corner(
            int width, int height, double x, double y, double tilt, Random random) {
        return new Point(
                (x + random.nextDouble(-tilt, tilt)) * width,
                (y + random.nextDouble(-tilt, tilt)) * height);
    }
}
