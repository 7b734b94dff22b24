export type Cell = string | number | null;

/**
 * RFC 4180. Text that a spreadsheet would take for a formula is kept from being one by an apostrophe
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function csvCell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
