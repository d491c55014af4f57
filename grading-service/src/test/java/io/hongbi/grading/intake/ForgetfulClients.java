package io.hongbi.grading.intake;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.ShareConsumer;

/** Opens share consumers of which the first that renews a lock never gets its record back. */
final class ForgetfulClients extends Clients {

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicBoolean forgot = new AtomicBoolean();

    ForgetfulClients(IntakeProperties intake, Map<String, Object> settings) {
        super(intake, settings, Map.of("bootstrap.servers", settings.get("bootstrap.servers")));
    }

    int opened() {
        return opened.get();
    }

    @Override
    @SuppressWarnings("unchecked") // a proxy of the interface that the consumer has
    ShareConsumer<String, byte[]> share() {
        opened.incrementAndGet();
        var consumer = super.share();
        var forgotten = new AtomicBoolean();
        return (ShareConsumer<String, byte[]>)
                Proxy.newProxyInstance(
                        ShareConsumer.class.getClassLoader(),
                        new Class<?>[] {ShareConsumer.class},
                        (_, method, arguments) -> {
                            if (arguments != null
                                    && arguments.length == 2
                                    && arguments[1] == AcknowledgeType.RENEW
                                    && forgot.compareAndSet(false, true)) {
                                forgotten.set(true);
                            }
                            if (forgotten.get() && method.getName().equals("poll")) {
                                Thread.sleep(Duration.ofMillis(100));
                                return ConsumerRecords.empty();
                            }
                            try {
                                return method.invoke(consumer, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
