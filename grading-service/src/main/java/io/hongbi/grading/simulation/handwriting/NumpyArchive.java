package io.hongbi.grading.simulation.handwriting;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * A NumPy archive: a zip of {@code .npy} files, format 1.0, of which little-endian arrays of
 * integers, booleans and texts are understood. The owner closes it.
 */
final class NumpyArchive implements AutoCloseable {

    private static final int HEADER_LENGTH_AT = 8;
    private static final int HEADER_AT = 10;
    private static final Pattern TYPE = Pattern.compile("'descr': '([<|])([biU])(\\d+)'");

    private final ZipFile file;

    private NumpyArchive(ZipFile file) {
        this.file = file;
    }

    /**
     * @throws UncheckedIOException if it cannot be read
     */
    static NumpyArchive open(Path archive) {
        try {
            return new NumpyArchive(new ZipFile(archive.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All values of an array of integers or booleans, the last index running fastest. */
    int[] integers(String name) {
        var array = array(name);
        var values = new int[array.content.remaining() / array.size];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    switch (array.size) {
                        case 1 -> array.content.get();
                        case 2 -> array.content.getShort();
                        case 4 -> array.content.getInt();
                        default -> throw unknown(name);
                    };
        }
        return values;
    }

    /** All texts of an array of fixed-width Unicode. */
    List<String> texts(String name) {
        var array = array(name);
        if (array.kind != 'U') {
            throw unknown(name);
        }
        var texts = new ArrayList<String>();
        while (array.content.hasRemaining()) {
            var text = new StringBuilder();
            for (int i = 0; i < array.size; i++) {
                int character = array.content.getInt();
                if (character != 0) {
                    text.appendCodePoint(character);
                }
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private Array array(String name) {
        var entry = file.getEntry(name + ".npy");
        if (entry == null) {
            throw unknown(name);
        }
        try (var in = file.getInputStream(entry)) {
            var bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            int header = bytes.getShort(HEADER_LENGTH_AT);
            var type = TYPE.matcher(new String(bytes.array(), HEADER_AT, header, ISO_8859_1));
            if (!type.find()) {
                throw unknown(name);
            }
            bytes.position(HEADER_AT + header);
            return new Array(type.group(2).charAt(0), Integer.parseInt(type.group(3)), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(name + " is no array of a kind that is understood");
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param size of a value: bytes, of texts characters
     */
    private record Array(char kind, int size, ByteBuffer content) {}
}
