package io.hongbi.grading.sheet;

/** Whether a photo could be laid on the paper. */
sealed interface Registration {

    /**
     * The sheet lies as its fiducials say.
     *
     * @param fiducials three or four
     * @param black grey value of print, as a share of the paper's around it
     */
    record Registered(Homography toPhoto, int fiducials, double black) implements Registration {}

    /** No safe homography; the photo has to be taken again. */
    record Unregistered(Cause cause) implements Registration {}

    /** Why a sheet could not be found. */
    enum Cause {
        /** Not a single fiducial. */
        NO_FIDUCIALS,
        /** Fewer than three fiducials of one sheet. */
        TOO_FEW_FIDUCIALS,
        /** The photo shows the sheet as in a mirror. */
        MIRRORED,
        /** There is more than one sheet. */
        SEVERAL_SHEETS
    }
}
