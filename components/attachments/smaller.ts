/** Pixels of the longer side that models look at; larger pictures are scaled down at their providers anyway. */
const longestSide = 1568;
const smallBytes = 400_000;

/**
 * A picture scaled down to what models look at, as JPEG.
 * @returns undefined: it is small enough, moves (GIF), is no picture, or cannot be drawn here
 */
export async function smaller(file: File): Promise<Blob | undefined> {
  if (!file.type.startsWith("image/") || file.type === "image/gif") return undefined;
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  if (scale === 1 && file.size <= smallBytes) return undefined;
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext("2d");
  if (!context) return undefined;
  // JPEG has no transparency: what shows through would be black.
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  return drawn && drawn.size < file.size ? drawn : undefined;
}
