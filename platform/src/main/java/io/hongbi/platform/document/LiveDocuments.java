package io.hongbi.platform.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.alibaba.csp.sentinel.datasource.FileRefreshableDataSource;
import com.alibaba.csp.sentinel.property.SimplePropertyListener;
import com.alibaba.nacos.api.exception.NacosException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/** Hands over documents, and hands them over again whenever they change. */
public final class LiveDocuments implements DisposableBean {

    private static final int MAX_BYTES = 1 << 20;

    private final @Nullable NacosDocuments nacos;
    private final List<FileRefreshableDataSource<String>> files = new CopyOnWriteArrayList<>();

    LiveDocuments(@Nullable NacosDocuments nacos) {
        this.nacos = nacos;
    }

    /**
     * Follows a file where there is one, else the document of the same purpose in the Nacos, where
     * there is a Nacos.
     *
     * @param name of the document in Nacos
     * @param refresh how often is looked whether the file has changed
     * @param taker called at once and on each change, with null where Nacos has no such document;
     *     of other threads; must not throw
     * @throws IOException if the file cannot be read
     */
    public void follow(
            String name, @Nullable Path file, Duration refresh, Consumer<@Nullable String> taker)
            throws IOException, NacosException {
        if (file != null) {
            follow(file, refresh, taker);
        } else if (nacos != null) {
            nacos.follow(name, taker);
        }
    }

    private void follow(Path file, Duration refresh, Consumer<@Nullable String> taker)
            throws IOException {
        var source =
                new FileRefreshableDataSource<String>(
                        file.toFile(), text -> text, refresh.toMillis(), MAX_BYTES, UTF_8);
        files.add(source);
        source.getProperty()
                .addListener(
                        new SimplePropertyListener<String>() {
                            @Override
                            public void configUpdate(String text) {
                                taker.accept(text);
                            }
                        });
    }

    /** Nothing is handed over from now on. */
    @Override
    public void destroy() throws Exception {
        for (var file : files) {
            file.close();
        }
        if (nacos != null) {
            nacos.close();
        }
    }
}
