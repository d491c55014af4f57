package io.hongbi.grading.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplePhotosTest {

    @Test
    void makesTheSamePhotoOfTheSameSeed() {
        var first = new SamplePhotos(0.3).halfPage(7);
        var second = new SamplePhotos(0.3).halfPage(7);
        var other = new SamplePhotos(0.3).halfPage(8);

        assertThat(second.jpeg()).isEqualTo(first.jpeg());
        assertThat(other.jpeg()).isNotEqualTo(first.jpeg());
    }

    @Test
    void makesPhotosAsLargeAsAPhones() {
        assertThat(new SamplePhotos(12).goodPage(1).jpeg().length).isBetween(2_100_000, 2_700_000);
    }
}
