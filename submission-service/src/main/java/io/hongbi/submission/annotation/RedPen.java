package io.hongbi.submission.annotation;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
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
    private static final int GREY_TO_RGB = 0x010101;

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
                    new Sketch(page, (double) page.getWidth() / marked.photoWidth(), lettering);
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

    /** Grey is copied as it is; Java 2D would convert it between colour spaces, and lighten it. */
    private static BufferedImage colour(BufferedImage decoded) {
        var page =
                new BufferedImage(
                        decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_RGB);
        if (decoded.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            var grey = ((DataBufferByte) decoded.getRaster().getDataBuffer()).getData();
            var rgb = ((DataBufferInt) page.getRaster().getDataBuffer()).getData();
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = (grey[i] & 0xFF) * GREY_TO_RGB;
            }
        } else {
            var graphics = page.createGraphics();
            graphics.drawImage(decoded, 0, 0, null);
            graphics.dispose();
        }
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
