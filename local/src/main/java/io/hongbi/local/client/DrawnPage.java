package io.hongbi.local.client;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A ruled page with pen strokes, drawn without fonts; equal for equal seeds. */
public final class DrawnPage {

    private static final int LINES = 24;

    private final Random random;
    private final int width;
    private final int height;

    private DrawnPage(long seed, int width, int height) {
        random = new Random(seed);
        this.width = width;
        this.height = height;
    }

    /**
     * @param width pixels
     * @param height pixels
     */
    public static Photo of(long seed, int width, int height) {
        return new Photo("page-" + seed + ".jpg", new DrawnPage(seed, width, height).jpeg());
    }

    private byte[] jpeg() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(232, 229, 220));
        pen.fillRect(0, 0, width, height);
        int step = height / (LINES + 4);
        for (int line = 1; line <= LINES; line++) {
            rule(pen, (line + 2) * step);
            write(pen, (line + 2) * step, step);
        }
        pen.dispose();
        grain(image.getRaster());
        return encode(image);
    }

    private void rule(Graphics2D pen, int y) {
        pen.setColor(new Color(150, 170, 200));
        pen.setStroke(new BasicStroke(Math.max(1f, width / 1500f)));
        pen.drawLine(width / 12, y, width - width / 12, y);
    }

    private void write(Graphics2D pen, int baseline, int step) {
        pen.setColor(new Color(35, 40, 75));
        pen.setStroke(
                new BasicStroke(
                        Math.max(1.5f, width / 700f),
                        BasicStroke.CAP_ROUND,
                        BasicStroke.JOIN_ROUND));
        double x = width / 10.0;
        while (x < width * 0.85) {
            double size = step * (0.45 + random.nextDouble() * 0.2);
            pen.draw(stroke(x, baseline, size));
            x += size * (0.9 + random.nextDouble() * 0.8);
        }
    }

    private Path2D stroke(double x, double baseline, double size) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, baseline - random.nextDouble() * size);
        for (int i = 0; i < 4; i++) {
            path.quadTo(
                    x + random.nextDouble() * size,
                    baseline - random.nextDouble() * size,
                    x + random.nextDouble() * size,
                    baseline - random.nextDouble() * size);
        }
        return path;
    }

    /** Sensor noise and light that falls off, without which a file is far smaller than a photo. */
    private void grain(WritableRaster raster) {
        int[] row = new int[width * 3];
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            double light = 1.04 - 0.12 * y / height;
            for (int i = 0; i < row.length; i += 3) {
                int noise = random.nextInt(13) - 6;
                for (int c = 0; c < 3; c++) {
                    row[i + c] = Math.clamp((long) (row[i + c] * light) + noise, 0, 255);
                }
            }
            raster.setPixels(0, y, width, 1, row);
        }
    }

    private static byte[] encode(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(0.82f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
