// Makes photos small before they leave the phone.

const LONGER_SIDE = 2400;
const QUALITY = 0.85;

/**
 * The photo upright, at most 2,400 px at its longer side, as JPEG without place or date. What this
 * browser cannot open is left as it is: the server says what to do about it.
 */
export async function shrink(file) {
  let bitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return file;
  }
  const scale = Math.min(1, LONGER_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const context = canvas.getContext("2d", { alpha: false });
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const small = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  canvas.width = canvas.height = 0; // gives the memory back at once
  return small ?? file;
}
