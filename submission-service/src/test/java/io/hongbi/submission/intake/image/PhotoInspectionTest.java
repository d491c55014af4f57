package io.hongbi.submission.intake.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.intake.image.Inspection.Sound;
import io.hongbi.submission.intake.image.Inspection.Unreadable;
import io.hongbi.submission.intake.image.Inspection.Unreadable.Reason;
import io.hongbi.submission.intake.image.Inspection.Unsupported;
import io.hongbi.submission.intake.image.Inspection.Unsupported.Kind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoInspectionTest {

    private final PhotoInspection inspection = new PhotoInspection(60_000_000);

    @TempDir private Path folder;

    @Test
    void findsSizeAndFormatWithoutDecoding() throws IOException {
        assertThat(inspect(Samples.jpeg(320, 200)))
                .isInstanceOfSatisfying(
                        Sound.class,
                        photo -> {
                            assertThat(photo.format()).isEqualTo(PhotoFormat.JPEG);
                            assertThat(photo.width()).isEqualTo(320);
                            assertThat(photo.height()).isEqualTo(200);
                        });
        assertThat(inspect(Samples.png(33, 44)))
                .isInstanceOfSatisfying(
                        Sound.class,
                        photo -> {
                            assertThat(photo.format()).isEqualTo(PhotoFormat.PNG);
                            assertThat(photo.width()).isEqualTo(33);
                            assertThat(photo.height()).isEqualTo(44);
                        });
        assertThat(inspect(Samples.webp()))
                .isInstanceOfSatisfying(
                        Sound.class,
                        photo -> {
                            assertThat(photo.format()).isEqualTo(PhotoFormat.WEBP);
                            assertThat(photo.width()).isEqualTo(1);
                            assertThat(photo.height()).isEqualTo(1);
                        });
    }

    @Test
    void keepsTheOrientationAndNothingElseOfAPhonesMetadata() throws IOException {
        for (byte[] photo :
                new byte[][] {
                    Samples.jpegOfPhone(320, 200, 6),
                    Samples.pngOfPhone(33, 44, 6),
                    Samples.webpOfPhone(6)
                }) {
            assertThat(text(photo)).contains(Samples.GPS);

            var kept = kept(photo);

            assertThat(text(kept)).doesNotContain(Samples.GPS).doesNotContain("adobe");
            assertThat(inspect(kept))
                    .isInstanceOfSatisfying(
                            Sound.class, again -> assertThat(again.orientation()).isEqualTo(6));
            assertThat(kept(kept)).isEqualTo(kept);
        }
    }

    @Test
    void leavesPixelDataAsItIs() throws IOException {
        assertThat(text(kept(Samples.jpegOfPhone(320, 200, 8))))
                .contains(scan(Samples.jpeg(320, 200)));
        assertThat(pixels(kept(Samples.jpegOfPhone(320, 200, 8))))
                .isEqualTo(pixels(Samples.jpeg(320, 200)));
        assertThat(pixels(kept(Samples.pngOfPhone(33, 44, 8))))
                .isEqualTo(pixels(Samples.png(33, 44)));
        assertThat(text(kept(Samples.webpOfPhone(8))))
                .contains(text(Arrays.copyOfRange(Samples.webp(), 12, Samples.webp().length)));
    }

    @Test
    void leavesAPhotoWithoutMetadataAlone() throws IOException {
        assertThat(kept(Samples.jpeg(64, 64))).isEqualTo(Samples.jpeg(64, 64));
        assertThat(kept(Samples.png(64, 64))).isEqualTo(Samples.png(64, 64));
    }

    @Test
    void findsEveryTruncationOfAnyFormat() throws IOException {
        for (byte[] photo :
                new byte[][] {Samples.jpeg(64, 48), Samples.png(64, 48), Samples.webpOfPhone(6)}) {
            for (int length = 16; length < photo.length; length += 1 + photo.length / 97) {
                assertThat(inspect(Arrays.copyOf(photo, length)))
                        .as("%d of %d bytes", length, photo.length)
                        .isInstanceOf(Unreadable.class);
            }
        }
    }

    @Test
    void survivesAnyDamage() throws IOException {
        var random = new Random(20261120);
        for (byte[] photo :
                new byte[][] {
                    Samples.jpegOfPhone(64, 48, 6),
                    Samples.pngOfPhone(64, 48, 6),
                    Samples.webpOfPhone(6)
                }) {
            for (int i = 0; i < 300; i++) {
                var damaged = photo.clone();
                for (int hit = 0; hit < 4; hit++) {
                    damaged[12 + random.nextInt(damaged.length - 12)] = (byte) random.nextInt();
                }
                assertThat(inspect(damaged)).isInstanceOfAny(Sound.class, Unreadable.class);
            }
        }
    }

    @Test
    void survivesDamageOfEachSingleByte() throws IOException {
        for (byte[] photo :
                new byte[][] {
                    Samples.jpegOfPhone(8, 8, 6),
                    Samples.pngOfPhone(8, 8, 6),
                    Samples.webpOfPhone(6)
                }) {
            for (int at = 12; at < photo.length; at++) {
                for (byte value : new byte[] {0, Byte.MAX_VALUE, -1}) {
                    var damaged = photo.clone();
                    damaged[at] = value;
                    assertThat(inspect(damaged))
                            .as("byte %d of %d is %d", at, photo.length, value)
                            .isInstanceOfAny(Sound.class, Unreadable.class);
                }
            }
        }
    }

    @Test
    void findsADamagedPngByItsChecksum() throws IOException {
        var photo = Samples.png(64, 48);
        photo[photo.length / 2] ^= 1;

        assertThat(inspect(photo)).isEqualTo(new Unreadable(Reason.BROKEN));
    }

    @Test
    void refusesAPhotoShreddedIntoMorePiecesThanACameraWrites() throws IOException {
        for (byte[] photo :
                new byte[][] {
                    Samples.jpegInPieces(10_001),
                    Samples.pngInPieces(10_001),
                    Samples.webpInPieces(10_001)
                }) {
            assertThat(inspect(photo)).isEqualTo(new Unreadable(Reason.BROKEN));
        }
        assertThat(inspect(Samples.jpegInPieces(1_000))).isInstanceOf(Sound.class);
    }

    @Test
    void refusesTooManyPixelsFromTheHeaderAlone() throws IOException {
        assertThat(inspect(Samples.pngBomb(10_000, 10_000)))
                .isEqualTo(new Unreadable(Reason.TOO_MANY_PIXELS));
        assertThat(inspect(Samples.pngBomb(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isEqualTo(new Unreadable(Reason.TOO_MANY_PIXELS));
        assertThat(inspect(Samples.pngBomb(0, 10))).isEqualTo(new Unreadable(Reason.BROKEN));
        var headerAlone = Arrays.copyOf(Samples.pngBomb(10_000, 10_000), 33);
        assertThat(inspect(headerAlone)).isEqualTo(new Unreadable(Reason.TOO_MANY_PIXELS));
        var jpeg = Samples.jpeg(64, 48);
        var size = text(jpeg).indexOf(text(new byte[] {0, 48, 0, 64}));
        Arrays.fill(jpeg, size, size + 4, (byte) 0x7F);
        assertThat(inspect(jpeg)).isEqualTo(new Unreadable(Reason.TOO_MANY_PIXELS));
    }

    @Test
    void namesWhatIsNoPhoto() throws IOException {
        assertThat(inspect(bytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic")))
                .isEqualTo(new Unsupported(Kind.HEIC));
        assertThat(inspect(bytes("%PDF-1.7\n"))).isEqualTo(new Unsupported(Kind.PDF));
        assertThat(inspect(bytes("<svg xmlns='http://www.w3.org/2000/svg'/>")))
                .isEqualTo(new Unsupported(Kind.OTHER));
        assertThat(inspect(bytes("<!doctype html>"))).isEqualTo(new Unsupported(Kind.OTHER));
        assertThat(inspect(bytes("x"))).isEqualTo(new Unsupported(Kind.OTHER));
        assertThat(inspect(bytes("GIF89a"))).isEqualTo(new Unsupported(Kind.OTHER));
    }

    private Inspection inspect(byte[] content) throws IOException {
        var file = folder.resolve("photo");
        Files.write(file, content);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return inspection.inspect(channel);
        }
    }

    private byte[] kept(byte[] content) throws IOException {
        var sound = (Sound) inspect(content);
        var file = folder.resolve("kept");
        Files.deleteIfExists(file);
        try (var from = FileChannel.open(folder.resolve("photo"), StandardOpenOption.READ);
                var to =
                        FileChannel.open(
                                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            sound.kept().write(from, to);
        }
        assertThat(Files.size(file)).isEqualTo(sound.kept().bytes());
        return Files.readAllBytes(file);
    }

    private static String scan(byte[] jpeg) {
        var text = text(jpeg);
        return text.substring(text.indexOf("\u00FF\u00DA"));
    }

    private static int[] pixels(byte[] photo) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
