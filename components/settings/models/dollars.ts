const MICROS = 1_000_000;

/** A typed price in dollars as integer micro-dollars; undefined when it is not a price. */
export function parseDollars(text: string): number | undefined {
  const plain = text.trim().replace(/^\$/, "");
  if (!/^(\d+(\.\d{0,6})?|\.\d{1,6})$/.test(plain)) return undefined;
  return Math.round(Number(plain) * MICROS);
}

/** Micro-dollars as a person would type them: 2.5, 0.075. */
export function typedDollars(micros: number | null | undefined): string {
  return micros == null ? "" : (micros / MICROS).toFixed(6).replace(/\.?0+$/, "");
}
