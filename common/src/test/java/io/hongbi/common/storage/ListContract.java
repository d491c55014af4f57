package io.hongbi.common.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for the lists of every store. */
abstract class ListContract extends StoreUnderTest {

    @Test
    void listsByPrefixInTheOrderOfKeys() {
        var names = List.of("a-b", "a.b", "a/1", "a/2/x", "a/3", "a0", "ab", "b/1");
        names.reversed().forEach(name -> store().put(key(name), bytes(name), JPEG));

        assertThat(names("", null, 1000)).isEqualTo(names);
        assertThat(names("a/", null, 1000)).containsExactly("a/1", "a/2/x", "a/3");
        assertThat(names("a", null, 3)).containsExactly("a-b", "a.b", "a/1");
        assertThat(names("c", null, 10)).isEmpty();
        assertThat(store().list(prefix() + "ab", null, 1))
                .singleElement()
                .satisfies(object -> assertThat(object.bytes()).isEqualTo(2));
    }

    @Test
    void continuesAListBehindAnyKey() {
        var names = List.of("a-b", "a.b", "a/1", "a/2/x", "a/3", "a0", "ab", "b/1");
        names.forEach(name -> store().put(key(name), bytes(name), JPEG));

        for (int i = 0; i < names.size(); i++) {
            assertThat(names("", key(names.get(i)), 1000))
                    .isEqualTo(names.subList(i + 1, names.size()));
        }
        assertThat(names("", key("a/2"), 2)).containsExactly("a/2/x", "a/3");
        assertThat(names("a/", key("a/1/deleted"), 10)).containsExactly("a/2/x", "a/3");
        assertThatIllegalArgumentException().isThrownBy(() -> store().list(prefix(), null, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> store().list(prefix(), null, 1001));
    }

    private List<String> names(String below, @Nullable ObjectKey after, int limit) {
        return store().list(prefix() + below, after, limit).stream()
                .map(object -> object.key().value().substring(prefix().length()))
                .toList();
    }
}
