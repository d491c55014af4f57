package io.hongbi.submission.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A password as a request brings it.
 *
 * @param password 8 to 72 printable ASCII characters: bcrypt reads no further than 72 bytes
 */
public record NewPassword(
        @NotNull @Pattern(regexp = "[ -~]{8,72}", message = "{password.rule}") String password) {

    @Override
    public String toString() { // no passwords in logs
        return "NewPassword[]";
    }
}
