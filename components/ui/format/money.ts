/**
 * An amount of micro-dollars as people read money: two digits after the point, and below one dollar as many
 * more as matter. An unknown amount is said to be unknown, never shown as zero.
 */
export function formatMoney(micros: number | null | undefined): string {
  if (micros == null) return "unknown";
  const dollars = micros / 1_000_000;
  const size = Math.abs(dollars);
  const digits = size === 0 || size >= 1 ? 2 : size >= 0.0095 ? 4 : 6;
  return `${dollars < 0 ? "−" : ""}$${formats[digits].format(size)}`;
}

const withDigits = (maximumFractionDigits: number) =>
  new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits });

/** Made once: a live list of spans formats hundreds of amounts in each frame. */
const formats = { 2: withDigits(2), 4: withDigits(4), 6: withDigits(6) };
