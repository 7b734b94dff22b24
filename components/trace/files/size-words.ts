/** How large a file is, for people: in thousands, as disks are sold. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  const [value, unit] = bytes < 999_950 ? [bytes / 1_000, "kB"] : [bytes / 1_000_000, "MB"];
  return `${value.toFixed(1)} ${unit}`;
}
