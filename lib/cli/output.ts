/** What a script may read: results alone go to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Words for a person beside the result. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function fail(text: string): void {
  note(text);
  process.exitCode = 1;
}
