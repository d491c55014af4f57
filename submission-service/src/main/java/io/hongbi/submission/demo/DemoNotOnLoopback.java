package io.hongbi.submission.demo;

/** The demo's passwords are public; set server.address to a loopback address or leave it out. */
public final class DemoNotOnLoopback extends RuntimeException {

    DemoNotOnLoopback() {
        super(
                "The profile demo has public passwords and listens on loopback only: set"
                        + " server.address (SERVER_ADDRESS) to 127.0.0.1, or leave the profile out.");
    }
}
