/** A prompt of the library, as far as graphs that use it need to know. */
export interface KnownPrompt {
  id: string;
  name: string;
  /** Newest first. */
  versions: { number: number; variables: string[] }[];
}

/** @param number absent: the newest */
export function versionOf({ versions }: KnownPrompt, number: number | undefined) {
  return number === undefined ? versions[0] : versions.find((version) => version.number === number);
}
