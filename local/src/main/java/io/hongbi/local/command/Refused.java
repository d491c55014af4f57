package io.hongbi.local.command;

/** The command cannot do what was asked; the message says in Chinese and English what to change. */
public final class Refused extends RuntimeException {

    private final int status;

    private Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The call was right, the machine or the suite is not. */
    static Refused because(String chinese, String english) {
        return new Refused(1, chinese + "\n" + english);
    }

    /** The call itself is wrong. */
    static Refused call(String chinese, String english) {
        return new Refused(2, chinese + "\n" + english);
    }

    /** The exit status of the program. */
    public int status() {
        return status;
    }
}
