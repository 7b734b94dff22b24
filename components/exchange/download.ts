/** Hands a file to the browser, which asks where to put it or puts it with the downloads. */
export function download(name: string, content: Blob | string): void {
  const address = typeof content === "string" ? content : URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Browsers read the address after the click; a minute is enough for the slowest.
  if (typeof content !== "string") setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
