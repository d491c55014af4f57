package io.hongbi.submission.intake;

import java.util.List;

/** The pages of one request in the spool, in order; closing removes them. */
record Upload(List<SpooledFile> files) implements AutoCloseable {

    Upload {
        files = List.copyOf(files);
    }

    /** SHA-256 of each page as received: what makes two uploads the same. */
    List<String> digests() {
        return files.stream().map(SpooledFile::sha256).toList();
    }

    @Override
    public void close() {
        files.forEach(SpooledFile::close);
    }
}
