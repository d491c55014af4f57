package io.hongbi.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TopicsTest {

    @Test
    void makesTwelvePartitionsUnlessToldOtherwise() {
        var topics =
                new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("hongbi.topics", Topics.class);

        assertThat(topics).isEqualTo(new Topics(12, 1));
        assertThat(topics.topic("t").numPartitions()).isEqualTo(12);
    }

    @Test
    void refusesTopicsWithoutPartitions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Topics(0, 1))
                .withMessageContaining("hongbi.topics.partitions");
    }
}
