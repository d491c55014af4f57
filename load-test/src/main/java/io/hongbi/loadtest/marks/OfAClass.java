package io.hongbi.loadtest.marks;

import org.openjdk.jmh.annotations.Param;

/** On a class of the size that the limits speak of. */
public abstract class OfAClass extends OnTheService {

    @Param("200")
    public int students;

    @Param("50")
    public int items;

    @Override
    final int students() {
        return students;
    }

    @Override
    final int items() {
        return items;
    }
}
