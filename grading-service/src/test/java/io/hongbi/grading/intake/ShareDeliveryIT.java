package io.hongbi.grading.intake;

import io.hongbi.grading.intake.IntakeProperties.Mode;

/** The delivery contract on a share group, and what only a share group does. */
class ShareDeliveryIT extends DeliveryContract {

    @Override
    Mode mode() {
        return Mode.SHARE;
    }
}
