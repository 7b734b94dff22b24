const schemes = new Set(["http:", "https:", "mailto:"]);

/** The address if it is absolute and of a scheme that only navigates; undefined otherwise. */
export function safeHref(href: string | undefined): string | undefined {
  if (!href || !URL.canParse(href)) return undefined;
  return schemes.has(new URL(href).protocol) ? href : undefined;
}
