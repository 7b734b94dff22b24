/** What stands in a recording where the run saw the text of a secret. */
export function hiddenSecret(name: string): string {
  return `‹secret ${name}›`;
}

/** Puts the names of secrets in the place of their texts, everywhere in a text, be it JSON or not. */
export function hideSecrets(text: string, secrets: ReadonlyMap<string, string>): string {
  let hidden = text;
  for (const [secret, name] of secrets) {
    // A text of a few characters would be found everywhere.
    if (secret.length < 4) continue;
    const escaped = JSON.stringify(secret).slice(1, -1);
    hidden = hidden.replaceAll(escaped, hiddenSecret(name)).replaceAll(secret, hiddenSecret(name));
  }
  return hidden;
}
