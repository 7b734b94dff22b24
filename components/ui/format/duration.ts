/** A length of time in milliseconds as people say it: 340 ms, 1.30 s, 42 s, 2 m 14 s, 3 h 5 m, 2 d 4 h. */
export function formatDuration(ms: number | null | undefined): string {
  if (ms == null || !Number.isFinite(ms)) return "unknown";
  const positive = Math.max(0, ms);
  if (positive < 999.5) return `${Math.round(positive)} ms`;
  if (positive < 9_995) return `${(positive / 1000).toFixed(2)} s`;
  if (positive < 59_500) return `${Math.round(positive / 1000)} s`;
  const seconds = Math.round(positive / 1000);
  if (seconds < 3600) return pair(seconds, 60, "m", 1, "s");
  if (seconds < 86_400) return pair(seconds, 3600, "h", 60, "m");
  return pair(seconds, 86_400, "d", 3600, "h");
}

function pair(seconds: number, large: number, largeUnit: string, small: number, smallUnit: string): string {
  const rest = Math.floor((seconds % large) / small);
  const whole = `${Math.floor(seconds / large)} ${largeUnit}`;
  return rest ? `${whole} ${rest} ${smallUnit}` : whole;
}
