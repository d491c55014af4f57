package io.hongbi.grading.reading;

/** Opens readers that share the models; safe for any number of threads. */
public interface PageReaders {

    /** A new reader for one worker thread; the caller closes it. */
    PageReader open();

    /** Loads the models of this release, for who runs without Spring. */
    static PageReaders ofThisRelease() {
        return new ModelPageReaders();
    }

    /** Names the release and the models, for instance {@code 2026.11.1+page1}. */
    String readerVersion();
}
