package io.hongbi.submission.intake.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photos made for tests, with and without what a phone writes into them. */
public final class Samples {

    /** Looks like a place in what a phone writes; must never come out of the store. */
    public static final String GPS = "GPS-LATITUDE-39.9042";

    private Samples() {}

    public static byte[] jpeg(int width, int height) {
        return encoded(width, height, "jpeg");
    }

    public static byte[] png(int width, int height) {
        return encoded(width, height, "png");
    }

    /** A lossless WebP of one pixel. */
    public static byte[] webp() {
        return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    }

    /**
     * The JPEG with EXIF (orientation, GPS), XMP, a comment and a second picture behind its end.
     */
    public static byte[] jpegOfPhone(int width, int height, int orientation) {
        var plain = ByteBuffer.wrap(jpeg(width, height));
        var out = new ByteArrayOutputStream();
        out.writeBytes(bytes(plain, 2));
        out.writeBytes(segment(0xE1, join(ascii("Exif\0\0"), exif(orientation))));
        out.writeBytes(segment(0xE1, ascii("http://ns.adobe.com/xap/1.0/\0" + GPS)));
        out.writeBytes(segment(0xFE, ascii("comment " + GPS)));
        out.writeBytes(bytes(plain, plain.remaining()));
        out.writeBytes(ascii("motion photo " + GPS));
        return out.toByteArray();
    }

    /** The PNG with eXIf, iTXt and tIME before its pixels. */
    public static byte[] pngOfPhone(int width, int height, int orientation) {
        var plain = ByteBuffer.wrap(png(width, height));
        var out = new ByteArrayOutputStream();
        out.writeBytes(bytes(plain, 33)); // signature and IHDR
        out.writeBytes(chunk("eXIf", exif(orientation)));
        out.writeBytes(chunk("iTXt", ascii("XML:com.adobe.xmp\0\0\0\0\0" + GPS)));
        out.writeBytes(chunk("tIME", new byte[7]));
        out.writeBytes(bytes(plain, plain.remaining()));
        return out.toByteArray();
    }

    /** The WebP in its extended form with EXIF and XMP. */
    public static byte[] webpOfPhone(int orientation) {
        var picture = ByteBuffer.wrap(webp()).position(12);
        var exif = riff("EXIF", exif(orientation));
        var xmp = riff("XMP ", ascii(GPS));
        var header = riff("VP8X", new byte[] {0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        var chunks = join(header, bytes(picture, picture.remaining()), exif, xmp);
        return join(ascii("RIFF"), little(4 + chunks.length), ascii("WEBP"), chunks);
    }

    /** The JPEG with so many kept segments that each stands between two dropped ones. */
    static byte[] jpegInPieces(int pieces) {
        var plain = ByteBuffer.wrap(jpeg(64, 48));
        var pair = join(segment(0xFE, new byte[0]), segment(0xDD, new byte[2]));
        return join(bytes(plain, 2), repeated(pair, pieces), bytes(plain, plain.remaining()));
    }

    static byte[] pngInPieces(int pieces) {
        var plain = ByteBuffer.wrap(png(64, 48));
        var pair = join(chunk("tIME", new byte[7]), chunk("IDAT", new byte[0]));
        return join(bytes(plain, 33), repeated(pair, pieces), bytes(plain, plain.remaining()));
    }

    static byte[] webpInPieces(int pieces) {
        var picture = ByteBuffer.wrap(webp()).position(12);
        var pair = join(riff("XMP ", new byte[0]), riff("ICCP", new byte[0]));
        var chunks = join(bytes(picture, picture.remaining()), repeated(pair, pieces));
        return join(ascii("RIFF"), little(4 + chunks.length), ascii("WEBP"), chunks);
    }

    private static byte[] repeated(byte[] part, int times) {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** A PNG whose headers promise more pixels than there is memory for. */
    public static byte[] pngBomb(int width, int height) {
        var header =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0});
        return join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                chunk("IHDR", header.array()),
                chunk("IDAT", new byte[100]),
                chunk("IEND", new byte[0]));
    }

    public static byte[] chunk(String type, byte[] data) {
        var crc = new CRC32();
        crc.update(ascii(type));
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(ascii(type))
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Little-endian TIFF: the orientation, and GPS as text behind the directory. */
    private static byte[] exif(int orientation) {
        var tiff = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(ascii("II")).putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x112).putShort((short) 3).putInt(1).putInt(orientation).putInt(0);
        return join(tiff.array(), ascii(GPS));
    }

    private static byte[] riff(String type, byte[] data) {
        var padding = new byte[data.length & 1];
        return join(ascii(type), little(data.length), data, padding);
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }

    private static byte[] segment(int marker, byte[] data) {
        return ByteBuffer.allocate(4 + data.length)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (data.length + 2))
                .put(data)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static byte[] bytes(ByteBuffer from, int count) {
        var bytes = new byte[count];
        from.get(bytes);
        return bytes;
    }

    private static byte[] encoded(int width, int height, String format) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        for (int x = 0; x < width; x += 7) {
            graphics.setColor(new Color((x * 7919) & 0xFFFFFF));
            graphics.drawLine(x, 0, width - x, height);
        }
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
