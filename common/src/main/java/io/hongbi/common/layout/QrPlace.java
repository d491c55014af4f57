package io.hongbi.common.layout;

/**
 * Where the QR code lies that names the sheet, see {@link SheetCode}. Its side holds 21 or 25
 * modules, a quiet zone of four modules lies around it.
 *
 * @param xMm left side of its modules
 * @param yMm upper side of its modules
 */
public record QrPlace(double xMm, double yMm, double sizeMm) {

    public QrPlace {
        new Box(xMm, yMm, sizeMm, sizeMm);
    }

    public Box box() {
        return new Box(xMm, yMm, sizeMm, sizeMm);
    }
}
