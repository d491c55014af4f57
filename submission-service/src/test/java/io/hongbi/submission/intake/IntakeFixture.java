package io.hongbi.submission.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.PagesIT;
import io.hongbi.submission.TestSchool;
import io.hongbi.submission.intake.image.Samples;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A school whose students hand in, and what a refusal leaves behind: nothing. */
abstract class IntakeFixture extends PagesIT {

    @Autowired Spool spool;

    TestSchool school;

    @BeforeEach
    void school() {
        school = newSchool();
    }

    void nothingIsLeft() throws IOException {
        assertThat(count(school, "select count(*) from submissions")).isZero();
        assertThat(count(school, "select count(*) from pages")).isZero();
        assertThat(count(school, "select count(*) from outbox")).isZero();
        assertThat(objects(school)).isZero();
        assertThat(spooled()).isZero();
        assertThat(spool.usedBytes()).isZero();
    }

    int status(String token, String path) {
        return Form.of("pages", Samples.jpeg(64, 64)).send(http().as(token), "POST", path).status();
    }

    void change(String columns) {
        tenant.in(
                school.id(),
                () -> {
                    jdbc.sql("update assignments set " + columns + " where id = ?")
                            .param(school.assignment().value())
                            .update();
                });
    }
}
