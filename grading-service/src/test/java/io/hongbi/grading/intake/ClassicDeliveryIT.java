package io.hongbi.grading.intake;

import io.hongbi.grading.intake.IntakeProperties.Mode;

/** The delivery contract on a classic group, and what only a classic group does. */
class ClassicDeliveryIT extends DeliveryContract {

    @Override
    Mode mode() {
        return Mode.CLASSIC;
    }
}
