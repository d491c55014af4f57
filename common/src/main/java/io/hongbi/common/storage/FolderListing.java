package io.hongbi.common.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One walk through a folder's objects in the order of their keys, with what cannot fit left out.
 */
final class FolderListing {

    private final Path root;
    private final String prefix;
    private final String after;
    private final int limit;
    private final List<StoredObject> found = new ArrayList<>();

    FolderListing(Path root, String prefix, @Nullable ObjectKey after, int limit) {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("A limit lies in 1 to 1000, was " + limit);
        }
        this.root = root;
        this.prefix = prefix;
        this.after = after == null ? "" : after.value();
        this.limit = limit;
    }

    List<StoredObject> collect() throws IOException {
        if (!Files.isDirectory(root)) {
            throw new NoSuchFileException(root.toString());
        }
        try {
            walk(root, "");
        } catch (UncheckedIOException | DirectoryIteratorException e) {
            throw new IOException(e);
        }
        return List.copyOf(found);
    }

    /**
     * @param path the keys' common beginning, empty or with a slash at its end
     */
    private void walk(Path folder, String path) throws IOException {
        for (var entry : entriesOf(folder, path).entrySet()) {
            if (found.size() == limit) {
                return;
            }
            String name = entry.getKey();
            if (entry.getValue().isDirectory()) {
                walk(root.resolve(name), name);
            } else if (name.startsWith(prefix) && name.compareTo(after) > 0) {
                found.add(
                        new StoredObject(
                                new ObjectKey(name),
                                entry.getValue().size(),
                                entry.getValue().lastModifiedTime().toInstant()));
            }
        }
    }

    /** In key order: a folder counts with the slash that its keys have there. */
    private Map<String, BasicFileAttributes> entriesOf(Path folder, String path)
            throws IOException {
        var entries = new TreeMap<String, BasicFileAttributes>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = path + file.getFileName();
                if (ObjectKey.isValid(name) && mayHold(name + "/")) {
                    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    entries.put(attributes.isDirectory() ? name + "/" : name, attributes);
                }
            }
        } catch (NoSuchFileException _) {
            return entries; // deleted meanwhile
        }
        return entries;
    }

    private boolean mayHold(String folder) {
        boolean fits = folder.startsWith(prefix) || prefix.startsWith(folder);
        return fits && (folder.compareTo(after) > 0 || after.startsWith(folder));
    }
}
