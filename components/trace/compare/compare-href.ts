/** Where two runs stand side by side: the earlier one first. */
export function compareHref(a: string, b: string): string {
  return `/runs/compare?${new URLSearchParams({ a, b })}`;
}
