package io.hongbi.grading.intake;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;

/** Opens consumers of which the first fail at their first poll. */
final class FailingClients extends Clients {

    private static final int FAILING = 8; // more than there are workers

    private final AtomicInteger failures = new AtomicInteger();

    FailingClients(IntakeProperties intake, Map<String, Object> settings) {
        super(intake, settings, Map.of("bootstrap.servers", settings.get("bootstrap.servers")));
    }

    int failures() {
        return failures.get();
    }

    @Override
    ShareConsumer<String, byte[]> share() {
        return failing(ShareConsumer.class, super.share());
    }

    @Override
    Consumer<String, byte[]> classic() {
        return failing(Consumer.class, super.classic());
    }

    @SuppressWarnings("unchecked") // a proxy of the interface that the consumer has
    private <T> T failing(Class<? super T> type, T consumer) {
        if (failures.get() >= FAILING) {
            return consumer;
        }
        return (T)
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            if (method.getName().equals("poll")) {
                                failures.incrementAndGet();
                                throw new KafkaException("as planned");
                            }
                            try {
                                return method.invoke(consumer, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
