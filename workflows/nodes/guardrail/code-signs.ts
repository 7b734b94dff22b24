/** What only programs and markup have; words about programming have none of it. */
const signs: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["a block of code", /^ {0,3}(?:```|~~~)/m],
  [
    "a script or active markup",
    /<(?:script|iframe|object|embed|svg|form)\b|<[a-z]{1,20}\b[^>]{0,300}\bon[a-z]{3,20}\s{0,5}=/i,
  ],
  [
    "a command of a shell",
    /(?:^|[\n;&|`(])[ \t]{0,20}(?:sudo\s+\w|rm\s+-[a-z]*[rf]|curl\s{1,5}\S{1,300}\s{0,5}\|\s{0,5}(?:ba)?sh|chmod\s+[0-7+]|wget\s+https?:|powershell\s+-)/im,
  ],
  [
    "SQL",
    /\b(?:drop|truncate|alter)\s{1,5}table\b|\bdelete\s+from\s+\w+|\bunion\s+(?:all\s+)?select\b|\bselect\b[^;\n]{1,200}\bfrom\s+\w+[^;\n]{0,200};|'\s{0,5}or\s{1,5}'?1'?\s{0,5}=\s{0,5}'?1/i,
  ],
  [
    "JavaScript",
    /\bfunction\s{0,5}\w{0,80}\s{0,5}\([^)\n]{0,200}\)\s{0,5}\{|\b(?:const|let|var)\s+\w{1,80}\s{0,5}=[^\n]{1,200};|=>\s{0,5}\{|\b(?:eval|require)\s{0,5}\(/,
  ],
  [
    "Python",
    /^[ \t]*(?:from[ \t]+[\w.]{1,80}[ \t]+)?import[ \t]+[\w.]{1,80}(?:[ \t]*,[ \t]*[\w.]{1,80}){0,20}[ \t]*$|^[ \t]*def[ \t]+\w{1,80}[ \t]{0,5}\([^)\n]{0,200}\)[ \t]{0,5}(?:->[^:\n]{1,60})?:|\b(?:os\.system|subprocess\.\w+|__import__)\s*\(/m,
  ],
  ["C or Java", /^[ \t]*#include[ \t]*[<"]|\bpublic\s+(?:static\s+)?(?:class|void)\s+\w+/m],
];

/** Kinds of code in a text. */
export function codeSigns(text: string): string[] {
  return signs.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}
