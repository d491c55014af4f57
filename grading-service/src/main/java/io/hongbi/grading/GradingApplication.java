package io.hongbi.grading;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Stateless workers: photo in, reading out. */
@SpringBootApplication(proxyBeanMethods = false)
public class GradingApplication {

    public static void main(String[] args) {
        SpringApplication.run(GradingApplication.class, args);
    }
}
