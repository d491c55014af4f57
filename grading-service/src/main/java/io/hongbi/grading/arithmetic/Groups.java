package io.hongbi.grading.arithmetic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Things that are joined two by two come to be groups (union by path halving). */
final class Groups {

    private final int[] parents;

    Groups(int size) {
        parents = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = i;
        }
    }

    void join(int one, int other) {
        int a = root(one);
        int b = root(other);
        parents[Math.max(a, b)] = Math.min(a, b);
    }

    private int root(int of) {
        int at = of;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /** The groups by their first members, each in the given order. */
    <T> List<List<T>> of(List<T> things) {
        var groups = new LinkedHashMap<Integer, List<T>>();
        for (int i = 0; i < parents.length; i++) {
            groups.computeIfAbsent(root(i), _ -> new ArrayList<>()).add(things.get(i));
        }
        return List.copyOf(groups.values());
    }
}
