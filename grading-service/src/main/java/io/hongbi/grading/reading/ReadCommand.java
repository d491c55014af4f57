package io.hongbi.grading.reading;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code hongbi read}: the reader alone, without servers. Prints one JSON object per photo and
 * line, in order; a photo that cannot be read never stops the rest.
 */
public final class ReadCommand {

    private static final int OK = 0;
    private static final int WRONG_CALL = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final JsonMapper json =
            JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    ReadCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command on the standard streams.
     *
     * @param arguments what follows {@code read}
     * @return exit status: 0, or 2 when the call itself is wrong
     */
    public static int run(String... arguments) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        return new ReadCommand(out, System.err).execute(arguments);
    }

    int execute(String... arguments) {
        return switch (ReadCall.parse(arguments)) {
            case ReadCall.Wrong(var reason) -> {
                err.println("hongbi read: " + reason);
                err.println(ReadCall.USAGE);
                yield WRONG_CALL;
            }
            case ReadCall.Photos call -> {
                read(call);
                yield OK;
            }
        };
    }

    private void read(ReadCall.Photos call) {
        try (var readers = new ModelPageReaders();
                var reading = new ReadingOfFiles(readers.open(), call)) {
            for (Path file : call.files()) {
                out.println(json.writeValueAsString(reading.read(file)));
                out.flush();
            }
        }
    }
}
