package io.hongbi.submission.annotation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws marks on the preview of a page, as a teacher would with a red pen. */
public final class RedPen {

    private static final float QUALITY = 0.85f;

    private final Lettering lettering = new Lettering();

    /**
     * A preview with marks on it.
     *
     * @param preview a JPEG, upright, of the whole photo
     * @return a JPEG of the same size
     * @throws UncheckedIOException if the preview is no JPEG
     */
    public byte[] mark(byte[] preview, MarkedPage marked) {
        try {
            var page = colour(decode(preview));
            var sketch =
                    new Sketch(
                            page,
                            (double) page.getWidth() / marked.photoWidth(),
                            lettering,
                            marked.remarks().stream().map(Remark::region).toList());
            marked.remarks().forEach(sketch::write);
            var total = marked.total();
            if (total != null) {
                sketch.total(total);
            }
            sketch.done();
            return encode(page);
        } catch (IOException e) {
            throw new UncheckedIOException("The preview cannot be drawn on", e);
        }
    }

    private static BufferedImage decode(byte[] jpeg) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in, true, true);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage colour(BufferedImage decoded) {
        var page =
                new BufferedImage(
                        decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = page.createGraphics();
        graphics.drawImage(decoded, 0, 0, null);
        graphics.dispose();
        return page;
    }

    private static byte[] encode(BufferedImage page) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var settings = Objects.requireNonNull(writer.getDefaultWriteParam());
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(page, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
