const dataUrl = /^data:[a-z0-9.+/-]+(?:;[a-z0-9=.+-]+)*;base64,/;

/**
 * How many characters of a parsed body are no images or files: those stand in it as data URLs, or as objects of `data`
 * and `mimeType`. Numbers and signs between them count as one each.
 */
export function lengthWithoutFiles(body: unknown): number {
  let length = 0;
  const left: unknown[] = [body];
  while (left.length > 0) {
    const value = left.pop();
    length += typeof value === "string" ? lengthOfText(value) : 1;
    if (typeof value !== "object" || value === null) continue;
    const ofFile = "mimeType" in value && typeof value.mimeType === "string";
    for (const [key, inside] of Object.entries(value)) {
      length += key.length;
      if (!(ofFile && key === "data" && typeof inside === "string")) left.push(inside);
    }
  }
  return length;
}

const lengthOfText = (text: string) => (dataUrl.test(text) ? 1 : text.length);
